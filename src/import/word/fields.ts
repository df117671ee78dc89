/** Complex fields of a Word file: what Word computes stands between marks, perhaps in different paragraphs. */
import { elementsOf, find, valueIn, type XmlElement } from './xml.ts';

const CONTENTS = /^\s*TOC\b/;

/** Knows at each place which fields are open there. */
export class Fields {
  private readonly open: { instruction: string; isResult: boolean }[] = [];

  /** Takes a mark of a field (`fldChar`), or a piece of its instruction. */
  take(part: XmlElement, words: string): void {
    const type = part.attributes.get('fldCharType');
    const last = this.open.at(-1);
    if (type === 'begin') this.open.push({ instruction: '', isResult: false });
    else if (type === 'end') this.open.pop();
    else if (last && type === 'separate') last.isResult = true;
    else if (last) last.instruction += words;
  }

  /** Whether a table of contents stands here. */
  get isContents(): boolean {
    return this.open.some(({ instruction, isResult }) => isResult && CONTENTS.test(instruction));
  }
}

/** What was chosen in a list of a form; undefined for any other mark. */
export function chosenIn(mark: XmlElement): string | undefined {
  const list = find(mark, 'ffData', 'ddList');
  const entries = list && elementsOf(list).filter(({ name }) => name === 'listEntry');
  return entries?.[Number(valueIn(list, 'result') ?? valueIn(list, 'default') ?? 0)]?.attributes.get('val');
}
