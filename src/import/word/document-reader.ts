/** Walks through the document of a Word file and collects its text. */
import type { ExtractedText } from '../extracted-text.ts';
import { TextLines } from '../text-lines.ts';
import { Numbering } from './numbering.ts';
import { LEFT_OUT, RunReader, type NoteTexts } from './run-reader.ts';
import { isShaded, stylesOf, type Style } from './styles.ts';
import { elementsOf, EMPTY, find, isSet, textOf, valueIn, type XmlElement } from './xml.ts';

export class DocumentReader {
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly numbering: Numbering;
  private readonly out = new TextLines();
  private readonly runs: RunReader;
  private readonly noteTexts: NoteTexts;
  /** A paragraph whose end a tracked change deleted: it goes on with the next. */
  private held: { number: string; words: string } | undefined;
  /** Whether the cell of a table or a text box is shaded, or may be by its style. */
  private isShaded = false;

  constructor(
    styles: XmlElement | undefined,
    numbering: XmlElement | undefined,
    notes: Record<'footnotes' | 'endnotes' | 'comments', XmlElement | undefined>,
  ) {
    this.styles = stylesOf(styles);
    this.numbering = new Numbering(numbering);
    this.noteTexts = Object.fromEntries(
      Object.entries(notes).map(([name, root]) => {
        const all = elementsOf(find(root, name) ?? EMPTY);
        return [name, new Map(all.map((one) => [one.attributes.get('id') ?? '', one]))];
      }),
    );
    this.runs = new RunReader(this.styles, this.noteTexts, (box) => this.shadedLines(box, true));
  }

  read(document: XmlElement): ExtractedText {
    this.blocks(find(document, 'document', 'body') ?? document);
    this.paragraph(this.rest());
    for (const [index, { kind, id }] of this.runs.cited.entries()) {
      const words = textOf(this.noteTexts[kind]?.get(id) ?? EMPTY).trim();
      if (words === '') continue;
      this.out.end();
      this.out.add(`注${index + 1}：${words}`, true);
      this.runs.note('footnote', words);
    }
    this.runs.end();
    for (const format of this.numbering.unknown) this.runs.note('unknown', `numbers in the format ${format}`);
    return { text: this.out.text(), notes: this.runs.notes };
  }

  private blocks(parent: XmlElement): void {
    for (const child of this.runs.inside(parent)) {
      if (child.name === 'p') this.paragraph(this.paragraphText(child));
      else if (child.name === 'tbl') this.table(child);
      else if (child.name === 'altChunk' || child.name === 'subDoc')
        this.runs.note('unknown', `a part that is another file (${child.name})`);
      else {
        this.runs.noteChange(child);
        if (!LEFT_OUT.has(child.name)) this.blocks(child);
      }
    }
  }

  private paragraph(words: string | undefined): void {
    if (words === undefined) return;
    this.out.end();
    this.out.add(words, true);
    this.out.end();
  }

  /**
   * The words of a paragraph with its number; undefined where it goes on with the next. In the cell of a table a number may be
   * all that stands there.
   */
  private paragraphText(paragraph: XmlElement, mayBeNumber = false): string | undefined {
    const properties = find(paragraph, 'pPr');
    const style = this.styles.get(valueIn(properties, 'pStyle') ?? '');
    const look = {
      hidden: style?.hidden === true,
      struck: style?.struck === true,
      faint: style?.faint === true,
      shaded: this.isShaded || style?.shaded === true || isShaded(properties),
    };
    const own = this.runs.inline(paragraph, look);
    const words = (this.held?.words ?? '') + own;
    const isBlank = words.trim() === '';
    const mark = find(properties, 'rPr');
    const isJoined = find(mark, 'del') !== undefined || find(mark, 'moveFrom') !== undefined;
    // One that nobody sees is not counted.
    const isCounted = !isBlank || (!isJoined && isSet(mark, 'vanish') !== true);
    const before = this.held?.number ?? '';
    const number = before === '' && isCounted ? this.number(properties, style) : before;
    this.held = isJoined && !isBlank ? { number, words } : undefined;
    if (isJoined && own.trim() !== '') this.runs.note('joined', own);
    if (isJoined) return undefined;
    return isBlank && !mayBeNumber ? words : number + words;
  }

  /** A paragraph that should have gone on, where there is none to do so. */
  private rest(): string | undefined {
    const { held } = this;
    this.held = undefined;
    return held && held.number + held.words;
  }

  /** The number that Word draws before a paragraph. */
  private number(properties: XmlElement | undefined, style: Style | undefined): string {
    const numId = valueIn(properties, 'numPr', 'numId') ?? style?.numId;
    if (numId === undefined || numId === '0') return '';
    const level =
      valueIn(properties, 'numPr', 'ilvl') ??
      style?.level ??
      this.numbering.levelOfStyle(numId, valueIn(properties, 'pStyle') ?? '') ??
      0;
    return this.numbering.next(numId, Number(level));
  }

  /** The paragraphs of a cell or a text box, those of its tables too. */
  private lines(parent: XmlElement, isCell = false): string {
    const outer = this.held;
    this.held = undefined;
    const texts: (string | undefined)[] = [];
    const rest = this.runs.inside(parent).toReversed();
    for (let one = rest.pop(); one; one = rest.pop()) {
      if (one.name === 'p') texts.push(this.paragraphText(one, isCell));
      else if (!LEFT_OUT.has(one.name))
        for (const child of this.runs.inside(one).toReversed()) rest.push(child);
    }
    texts.push(this.rest());
    this.held = outer;
    return texts.filter((text) => text !== undefined).join('\n');
  }

  private shadedLines(parent: XmlElement, shaded: boolean, isCell = false): string {
    const outer = this.isShaded;
    this.isShaded = outer || shaded;
    const lines = this.lines(parent, isCell);
    this.isShaded = outer;
    return lines;
  }

  /** A table with several columns is one of data: a line for each row. One inside of another is part of its cell. */
  private table(table: XmlElement): void {
    this.paragraph(this.rest());
    const rows = below(table, 'tr');
    const cells = rows.map((row) => below(row, 'tc'));
    const isStyled = valueIn(table, 'tblPr', 'tblStyle') !== undefined;
    if (cells.every(({ length }) => length < 2)) {
      for (const cell of cells.flat()) this.blocks(cell);
      return;
    }
    for (const row of cells) {
      this.out.row(
        row.flatMap((cell) => {
          const properties = find(cell, 'tcPr');
          const merged = find(properties, 'vMerge');
          const goesOn = merged !== undefined && merged.attributes.get('val') !== 'restart';
          const words = this.shadedLines(cell, isStyled || isShaded(properties), true)
            .trim()
            .replace(/\s*\n\s*/g, ' ')
            .replaceAll('\t', ' ');
          const columns = Math.min(Number(valueIn(properties, 'gridSpan') ?? 1), 100);
          return [goesOn ? '〃' : words, ...Array.from({ length: columns - 1 }, () => '')];
        }),
      );
    }
  }
}

/** The elements of a name below one, inside of controls and marks of revision as well. */
const below = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((child) =>
    child.name === name
      ? [child]
      : ['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml'].includes(child.name)
        ? below(child, name)
        : [],
  );
