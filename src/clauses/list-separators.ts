/** Where a list of names is separated, and the numbers of its entries. */
import { LEVELS } from '../text/levels.ts';
import { wholeNames } from './collectives.ts';
import { COMPLETE } from './names.ts';

/** In a list after a label or in a cell blanks separate, but not from brackets and 等: a line break before them has become a blank. */
const LOOSE = /[()]|\s*[、/]\s*|\s+(?![\s(等])|(?<![\s、/])(?=[①-⑳])/g;
const STRICT = /[()]|[、/]|\s+|(?<![\s、/])(?=[①-⑳])/g;
/** The number of an entry: 1.甲局 2.乙局, 一、甲局. A count is none: 12 个乡镇. */
const NUMBER =
  /^(?:[0-9]{1,2}(?:[.、)]|(?= (?![个家所名])))|\([0-9]{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,3}、) *(?=\S)/;
const NUMBER_ALONE = /^\s*(?:[0-9]{1,2}[.)]?|\([0-9]{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,3})$/;
const LEVEL_FIRST = new RegExp(`^[${LEVELS}]`);

/** The length of the number before a name in a list. */
export const numberLength = (folded: string): number => NUMBER.exec(folded)?.[0].length ?? 0;

/** The separators of a list of names: 、 or / outside of brackets, and blanks in a loose list or between two bodies. */
export function separators(folded: string, loose: boolean): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  const whole = wholeNames(folded);
  for (const { 0: text, index } of folded.matchAll(loose ? LOOSE : STRICT)) {
    if (!loose && text !== '' && text.trim() === '' && !isBetweenBodies(folded, index, text.length)) continue;
    if (NUMBER_ALONE.test(folded.slice(found.at(-1)?.end ?? 0, index))) continue;
    if (whole.some(({ start, end }) => start < index && index < end)) continue;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (depth <= 0) found.push({ start: index, end: index + text.length });
  }
  return found.filter(
    ({ start, end }) => folded.slice(start, end).trim() !== '' || (start > 0 && end < folded.length),
  );
}

/** Whether a blank stands between two names that are complete (县水利局 县林业局), not within one (某某县 司法局, 县委 宣传部). */
function isBetweenBodies(folded: string, at: number, length: number): boolean {
  const [before] = /[^、/\s]+$/.exec(folded.slice(0, at)) ?? [''];
  const [after] = /^[^、/\s]+/.exec(folded.slice(at + length)) ?? [''];
  return (
    COMPLETE.test(before) && !/^.?委$|总局$/.test(before) && COMPLETE.test(after) && LEVEL_FIRST.test(after)
  );
}
