/** Reads what stands within the paragraphs of a Word file: runs, fields, signs, drawings. */
import type { Note } from '../extracted-text.ts';
import { raised } from '../numerals.ts';
import { Fields } from './fields.ts';
import { pictureIn } from './pictures.ts';
import { isFaint, isShaded, isStruck, type Style } from './styles.ts';
import { elementsOf, EMPTY, find, isSet, textOf, valueIn, wordsOf, type XmlElement } from './xml.ts';

/** What is no text: properties, comments, deletions, instructions of fields, the fallback of a drawing, readings. */
export const LEFT_OUT = new Set(
  'pPr rPr tblPr tblGrid trPr tcPr sectPr del moveFrom delText delInstrText Fallback annotationRef commentReference commentRangeStart commentRangeEnd bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak sdtPr sdtEndPr rubyPr footnoteRef endnoteRef separator continuationSeparator '.split(
    ' ',
  ),
);
/** Tracked changes. */
const CHANGES: Record<string, 'inserted' | 'deleted'> = {
  ...{ ins: 'inserted', moveTo: 'inserted' },
  ...{ del: 'deleted', moveFrom: 'deleted' },
};
/** Text boxes stand inside of drawings. */
const DRAWN = new Set(['drawing', 'pict', 'object']);
/** What stands for something that can be read, in one of two forms of the same (AlternateContent). */
const READABLE = new Set(['t', 'sym', 'p', ...DRAWN]);
/** Their letters are signs. */
const SIGN_FONTS = /^(?:Wingdings|Webdings|Symbol)/;

/** How the words of a run look that do not say so themselves. */
export interface Look {
  hidden: boolean;
  struck: boolean;
  faint: boolean;
  shaded: boolean;
}

/** The texts of footnotes, endnotes and comments: kind → id → element. */
export type NoteTexts = Record<string, ReadonlyMap<string, XmlElement>>;

export class RunReader {
  readonly notes: Note[] = [];
  /** The footnotes and endnotes referred to so far. */
  readonly cited: { kind: string; id: string }[] = [];
  private readonly fields = new Fields((instruction) => {
    this.note('unknown', `a field that Word draws: ${instruction}`);
  });
  /** The words of a table of contents. */
  private contents = '';
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly noteTexts: NoteTexts;
  private readonly lines: (box: XmlElement) => string;

  /** `lines` reads the paragraphs of a text box. */
  constructor(styles: ReadonlyMap<string, Style>, noteTexts: NoteTexts, lines: (box: XmlElement) => string) {
    this.styles = styles;
    this.noteTexts = noteTexts;
    this.lines = lines;
  }

  note(kind: Note['kind'], words: string): void {
    const short = words.replace(/\s+/g, ' ').trim();
    if (short !== '') this.notes.push({ kind, words: short });
  }

  /** What stands in an element: of two forms of the same the first that can be read, and nothing of a field nobody has filled in. */
  inside(parent: XmlElement): XmlElement[] {
    const children = elementsOf(parent);
    if (parent.name === 'AlternateContent')
      return elementsOf(children.find((one) => has(one, READABLE)) ?? EMPTY);
    if (parent.name !== 'sdt') return children;
    const properties = find(parent, 'sdtPr');
    const isContents = /table of contents/i.test(valueIn(properties, 'docPartObj', 'docPartGallery') ?? '');
    const isEmpty = isSet(properties, 'showingPlcHdr') === true;
    if (!isContents && !isEmpty) return children;
    this.note(isContents ? 'contents' : 'empty', wordsOf(parent));
    return [];
  }

  /** Notes a tracked change of words: those inserted are text, those deleted are not. */
  noteChange(element: XmlElement): void {
    const kind = CHANGES[element.name];
    if (kind !== undefined) this.note(kind, textOf(element));
  }

  inline(parent: XmlElement, outer: Look): string {
    return this.inside(parent)
      .map((child) => this.part(child, outer))
      .join('');
  }

  private run(run: XmlElement, outer: Look): string {
    const properties = find(run, 'rPr');
    const style = this.styles.get(valueIn(properties, 'rStyle') ?? '');
    const look: Look = {
      hidden: isSet(properties, 'vanish') ?? style?.hidden ?? outer.hidden,
      struck: isStruck(properties) ?? style?.struck ?? outer.struck,
      faint: isFaint(properties) ?? style?.faint ?? outer.faint,
      shaded: outer.shaded || style?.shaded === true || isShaded(properties),
    };
    const own = this.inline(run, look);
    const sign = valueIn(properties, 'vertAlign') === 'superscript' ? raised(own) : undefined;
    const words = sign ?? own;
    if (words.trim() !== '') this.fields.fill();
    if (this.fields.isContents) {
      this.contents += words;
      return '';
    }
    if (look.hidden) {
      this.note('hidden', words);
      return '';
    }
    if (sign !== undefined) this.note('raised', sign);
    if (look.struck) this.note('struck', words);
    if (look.faint && !look.shaded) this.note('faint', words);
    const font = find(properties, 'rFonts')?.attributes.get('ascii') ?? '';
    // Chinese characters have another font.
    const signs = SIGN_FONTS.test(font) ? words.replace(/[^!-\u00ff\uf000-\uf0ff]/g, '') : '';
    if (signs !== '') this.note('unknown', `signs of the font ${font}: ${signs}`);
    return words;
  }

  private part(part: XmlElement, outer: Look): string {
    switch (part.name) {
      case 'r':
        return this.run(part, outer);
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
      case 'fldChar':
      case 'instrText':
        return this.fields.take(part, textOf(part));
      case 'fldSimple':
        return this.fields.drawn(part.attributes.get('instr') ?? '') ?? this.inline(part, outer);
      case 'oMath':
      case 'oMathPara':
        this.note('unknown', `an equation: ${textOf(part)}`);
        return textOf(part);
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
        this.noteChange(part);
        return LEFT_OUT.has(part.name) ? '' : this.inline(part, outer);
    }
  }

  /** A character of a font for symbols, which has no meaning of its own. */
  private symbol(symbol: XmlElement): string {
    const code = Number.parseInt(symbol.attributes.get('char') ?? '', 16);
    const font = symbol.attributes.get('font') ?? '';
    const isOrdinary = code >= 0x20 && code < 0xe000 && !SIGN_FONTS.test(font);
    if (!isOrdinary)
      this.note('unknown', `the sign ${symbol.attributes.get('char') ?? ''} of the font ${font}`);
    return isOrdinary ? String.fromCodePoint(code) : '';
  }

  private ruby(ruby: XmlElement, outer: Look): string {
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

  /** What is to be said once all is read. */
  end(): void {
    this.note('contents', this.contents);
  }
}

/** Whether there is an element of some name in another. */
const has = (element: XmlElement, names: ReadonlySet<string>): boolean =>
  names.has(element.name) || elementsOf(element).some((child) => has(child, names));
