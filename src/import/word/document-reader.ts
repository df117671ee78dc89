/** Walks through the document of a Word file and collects its text. */
import type { ExtractedText, Note } from '../extracted-text.ts';
import { TextLines } from '../text-lines.ts';
import { Numbering } from './numbering.ts';
import { pictureIn } from './pictures.ts';
import { isStruck, stylesOf, type Style } from './styles.ts';
import { elementsOf, find, isSet, textOf, valueIn, type XmlElement } from './xml.ts';

/** What is no text: properties, comments, deletions, instructions of fields, the fallback of a drawing, readings. */
const LEFT_OUT = new Set(
  'pPr rPr tblPr tblGrid trPr tcPr sectPr del moveFrom delText instrText delInstrText Fallback annotationRef commentReference commentRangeStart commentRangeEnd bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak sdtPr sdtEndPr fldChar rubyPr footnoteRef endnoteRef separator continuationSeparator '.split(
    ' ',
  ),
);
/** Tracked changes. */
const CHANGES: Record<string, 'inserted' | 'deleted'> = {
  ...{ ins: 'inserted', moveTo: 'inserted' },
  ...{ del: 'deleted', moveFrom: 'deleted' },
};
const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [] };
/** Text boxes stand inside of drawings. */
const DRAWN = new Set(['drawing', 'pict', 'object']);

export class DocumentReader {
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly numbering: Numbering;
  private readonly out = new TextLines();
  private readonly notes: Note[] = [];
  private readonly noteTexts: Record<string, ReadonlyMap<string, XmlElement>>;
  private readonly cited: { kind: string; id: string }[] = [];

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
  }

  read(document: XmlElement): ExtractedText {
    this.blocks(find(document, 'document', 'body') ?? document);
    for (const [index, { kind, id }] of this.cited.entries()) {
      const words = textOf(this.noteTexts[kind]?.get(id) ?? EMPTY).trim();
      if (words === '') continue;
      this.out.end();
      this.out.add(`注${index + 1}：${words}`, true);
      this.note('footnote', words);
    }
    for (const format of this.numbering.unknown) this.note('unknown', `numbers in the format ${format}`);
    return { text: this.out.text(), notes: this.notes };
  }

  private note(kind: Note['kind'], words: string): void {
    const short = words.replace(/\s+/g, ' ').trim();
    if (short !== '') this.notes.push({ kind, words: short });
  }

  private blocks(parent: XmlElement): void {
    for (const child of elementsOf(parent)) {
      if (child.name === 'p') this.paragraph(child);
      else if (child.name === 'tbl') this.table(child);
      else if (child.name === 'altChunk') this.note('unknown', 'a part that is another file (altChunk)');
      else {
        this.noteChange(child);
        if (!LEFT_OUT.has(child.name)) this.blocks(child);
      }
    }
  }

  /** Notes a tracked change of words: those inserted are text, those deleted are not. */
  private noteChange(element: XmlElement): void {
    const kind = CHANGES[element.name];
    if (kind !== undefined) this.note(kind, textOf(element));
  }

  private paragraph(paragraph: XmlElement): void {
    const words = this.paragraphText(paragraph);
    this.out.end();
    this.out.add(words, true);
    this.out.end();
  }

  /** In the cell of a table a number may be all that stands there. */
  private paragraphText(paragraph: XmlElement, mayBeNumber = false): string {
    const properties = find(paragraph, 'pPr');
    const styleId = valueIn(properties, 'pStyle') ?? '';
    const style = this.styles.get(styleId);
    const words = this.inline(paragraph, { hidden: style?.hidden === true, struck: style?.struck === true });
    const numId = valueIn(properties, 'numPr', 'numId') ?? style?.numId;
    if (
      numId === undefined ||
      numId === '0' ||
      (words.trim() === '' && isSet(find(properties, 'rPr'), 'vanish') === true)
    )
      return words;
    const level =
      valueIn(properties, 'numPr', 'ilvl') ??
      style?.level ??
      this.numbering.levelOfStyle(numId, styleId) ??
      0;
    const number = this.numbering.next(numId, Number(level));
    return words.trim() === '' && !mayBeNumber ? words : number + words;
  }

  private inline(parent: XmlElement, outer: { hidden: boolean; struck: boolean }): string {
    return elementsOf(parent)
      .map((child) => {
        if (child.name === 'r') return this.run(child, outer);
        if (DRAWN.has(child.name)) return this.boxes(child);
        if (child.name === 'ruby') return this.ruby(child, outer);
        if (child.name === 'oMath' || child.name === 'oMathPara') {
          this.note('unknown', `an equation: ${textOf(child)}`);
          return textOf(child);
        }
        this.noteChange(child);
        return LEFT_OUT.has(child.name) ? '' : this.inline(child, outer);
      })
      .join('');
  }

  private run(run: XmlElement, outer: { hidden: boolean; struck: boolean }): string {
    const properties = find(run, 'rPr');
    const style = this.styles.get(valueIn(properties, 'rStyle') ?? '');
    const hidden = isSet(properties, 'vanish') ?? style?.hidden ?? outer.hidden;
    const struck = isStruck(properties) ?? style?.struck ?? outer.struck;
    const words = elementsOf(run)
      .map((child) => this.runPart(child, { hidden, struck }))
      .join('');
    if (hidden) {
      this.note('hidden', words);
      return '';
    }
    if (struck) this.note('struck', words);
    return words;
  }

  private runPart(part: XmlElement, outer: { hidden: boolean; struck: boolean }): string {
    switch (part.name) {
      case 't':
        return textOf(part).replaceAll('\n', ' ');
      case 'tab':
      case 'ptab':
        return '\t';
      case 'br':
        return part.attributes.get('type') === undefined || part.attributes.get('type') === 'textWrapping'
          ? '\n'
          : '';
      case 'cr':
        return '\n';
      case 'noBreakHyphen':
        return '-';
      case 'softHyphen':
        return '';
      case 'sym':
        return this.symbol(part);
      case 'ruby':
        return this.ruby(part, outer);
      case 'footnoteReference':
      case 'endnoteReference':
        this.cited.push({
          kind: part.name === 'footnoteReference' ? 'footnotes' : 'endnotes',
          id: part.attributes.get('id') ?? '',
        });
        return '';
      case 'commentReference':
        this.note('comment', textOf(this.noteTexts.comments?.get(part.attributes.get('id') ?? '') ?? EMPTY));
        return '';
      default:
        if (DRAWN.has(part.name)) return this.boxes(part);
        return LEFT_OUT.has(part.name) ? '' : this.inline(part, outer);
    }
  }

  /** A character of a font for symbols, which has no meaning of its own. */
  private symbol(symbol: XmlElement): string {
    const code = Number.parseInt(symbol.attributes.get('char') ?? '', 16);
    const isOrdinary = code >= 0x20 && code < 0xe000;
    if (!isOrdinary)
      this.note(
        'unknown',
        `the sign ${symbol.attributes.get('char') ?? ''} of the font ${symbol.attributes.get('font') ?? ''}`,
      );
    return isOrdinary ? String.fromCodePoint(code) : '';
  }

  private ruby(ruby: XmlElement, outer: { hidden: boolean; struck: boolean }): string {
    const [base, reading] = [find(ruby, 'rubyBase'), find(ruby, 'rt')];
    if (reading) this.note('ruby', textOf(reading));
    return base ? this.inline(base, outer) : '';
  }

  /** The text boxes of a drawing, each paragraph on a line of its own; pictures and files in it are named. */
  private boxes(drawing: XmlElement): string {
    const picture = pictureIn(drawing);
    if (picture !== undefined) this.note('unknown', picture);
    const found: XmlElement[] = [];
    const rest = [drawing];
    for (let one = rest.pop(); one; one = rest.pop()) {
      if (one.name === 'txbxContent') found.push(one);
      else for (const child of elementsOf(one).toReversed()) if (child.name !== 'Fallback') rest.push(child);
    }
    return found.map((box) => `\n${this.lines(box)}\n`).join('');
  }

  /** The paragraphs of a cell or a text box, those of its tables too. */
  private lines(parent: XmlElement, isCell = false): string {
    const texts: string[] = [];
    const rest = elementsOf(parent).toReversed();
    for (let one = rest.pop(); one; one = rest.pop()) {
      if (one.name === 'p') texts.push(this.paragraphText(one, isCell));
      else if (!LEFT_OUT.has(one.name)) for (const child of elementsOf(one).toReversed()) rest.push(child);
    }
    return texts.join('\n');
  }

  /** A table with several columns is one of data: a line for each row. One inside of another is part of its cell. */
  private table(table: XmlElement): void {
    const rows = below(table, 'tr');
    const cells = rows.map((row) => below(row, 'tc'));
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
          const words = this.lines(cell, true)
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
