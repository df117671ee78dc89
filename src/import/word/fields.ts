/** Complex fields of a Word file: what Word computes stands between marks, perhaps in different paragraphs. */
import { elementsOf, find, valueIn, type XmlElement } from './xml.ts';

const CONTENTS = /^\s*TOC\b/;
/** Drawn from its instruction alone: a number in a circle, a fraction. */
const DRAWN = /^\s*EQ\b/i;
const IN_CIRCLE = /^\s*EQ\s*\\o\s*(?:\\a[clr])?\s*\(\s*[○〇◯]\s*[,;，]\s*(\d{1,2})\s*\)\s*$/i;

interface Field {
  instruction: string;
  isResult: boolean;
  /** Whether words stand in its result. */
  isFilled: boolean;
  /** What a field of a form holds as long as nothing else was entered. */
  given: string | undefined;
}

/** Knows at each place which fields are open there. */
export class Fields {
  private readonly open: Field[] = [];
  private readonly onDrawn: (instruction: string) => void;

  /** `onDrawn` is told of what Word draws and cannot be written. */
  constructor(onDrawn: (instruction: string) => void) {
    this.onDrawn = onDrawn;
  }

  /** Takes a mark of a field (`fldChar`), or a piece of its instruction; returns the words that Word shows for it. */
  take(part: XmlElement, words: string): string {
    const type = part.attributes.get('fldCharType');
    const last = this.open.at(-1);
    if (type === 'begin') {
      const given = valueIn(part, 'ffData', 'textInput', 'default');
      this.open.push({ instruction: '', isResult: false, isFilled: false, given });
      return chosenIn(part) ?? '';
    }
    if (type === 'end') {
      this.open.pop();
      return last ? (this.drawn(last.instruction) ?? (last.isFilled ? '' : (last.given ?? ''))) : '';
    }
    if (last && type === 'separate') last.isResult = true;
    else if (last) last.instruction += words;
    return '';
  }

  /** What Word draws for an instruction; undefined for one that has a result of its own. */
  drawn(instruction: string): string | undefined {
    if (!DRAWN.test(instruction)) return undefined;
    const number = Number(IN_CIRCLE.exec(instruction)?.[1] ?? 0);
    if (number > 0 && number <= 20) return String.fromCodePoint(0x2460 + number - 1);
    this.onDrawn(instruction.trim());
    return '';
  }

  /** Words stand here. */
  fill(): void {
    for (const field of this.open) field.isFilled ||= field.isResult;
  }

  /** Whether a table of contents stands here. */
  get isContents(): boolean {
    return this.open.some(({ instruction, isResult }) => isResult && CONTENTS.test(instruction));
  }
}

/** What was chosen in a list of a form; undefined for any other mark. */
function chosenIn(mark: XmlElement): string | undefined {
  const list = find(mark, 'ffData', 'ddList');
  const entries = list && elementsOf(list).filter(({ name }) => name === 'listEntry');
  return entries?.[Number(valueIn(list, 'result') ?? valueIn(list, 'default') ?? 0)]?.attributes.get('val');
}
