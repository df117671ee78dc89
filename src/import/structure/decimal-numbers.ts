/** Numbers of two levels: 1.1, 1.2 below 1 or 一、. */
import type { Marker } from '../../text/list-numbers.ts';
import type { Report } from '../report.ts';
import type { Line } from './segment.ts';

/** Right before such a word 3.2 is a figure. */
const BEHIND = '(?:\\.? +|\\.|(?![亿万千百个米倍吨元年月亩项件人户]|平方|公[里顷]))(?=[\\p{Script=Han}“《])';
const TWO = new RegExp(`^ *([0-9]{1,2})\\.([0-9]{1,2})${BEHIND}`, 'u');
/** 1.3 2022年…: a number only where it is the next one. */
const BEFORE_FIGURE = /^ *([0-9]{1,2})\.([0-9]{1,2}) +(?=[0-9])/;
const THREE = new RegExp(`^ *([0-9]{1,2}\\.[0-9]{1,2})\\.([0-9]{1,2})${BEHIND}`, 'u');
/** The number of a heading above them: 2 重点任务. */
const ONE = /^ *([0-9]{1,2}) +(?=\p{Script=Han}[^。;]{1,40}$)/u;

/** Line → its number, in a text where 1.2 follows 1.1; elsewhere 1.1 may be item 1 that begins with a figure. */
export function decimalNumbers(lines: Line[]): ReadonlyMap<number, Marker> {
  const items = numbersAt(lines, TWO);
  if (!isList(items)) return new Map();
  const found = new Map<number, Marker>();
  let heading = 0;
  let last = '';
  for (const { line, folded } of lines) {
    const match = TWO.exec(folded) ?? BEFORE_FIGURE.exec(folded) ?? ONE.exec(folded);
    if (!match) continue;
    const [whole, first = '', second] = match;
    // A heading has the number of the items below it.
    const isHeading = () => items.find((one) => one.line > line)?.above === first;
    if (second === undefined && !(Number(first) === heading + 1 && isHeading())) continue;
    // Right before a word, or before another figure, it may be a figure, unless it is the next number.
    const isNext = second === '1' || last === `${first}.${Number(second) - 1}`;
    const isBeforeFigure = /[0-9]/.test(folded.charAt(whole.length));
    if (second !== undefined && !isNext && (isBeforeFigure || !/[ .]$/.test(whole))) continue;
    heading = Number(first);
    last = `${first}.${second ?? ''}`;
    const style = second === undefined ? '1.' : '1.1';
    found.set(line, {
      ...{ style, value: Number(second ?? first) },
      ...{ start: folded.search(/\S/), end: whole.length },
    });
  }
  return found;
}

interface Numbered {
  line: number;
  above: string;
  value: number;
}

const numbersAt = (lines: Line[], pattern: RegExp) =>
  lines.flatMap(({ line, folded }): Numbered[] => {
    const [, above, value] = pattern.exec(folded) ?? [];
    return above === undefined ? [] : [{ line, above, value: Number(value) }];
  });

/** Whether some number 2 comes right after the number 1 of the same list. */
const isList = (items: Numbered[]) =>
  items.some(({ above, value }, index) => {
    const next = items[index + 1];
    return value === 1 && next?.value === 2 && next.above === above;
  });

/** Stops the import of a text with numbers of three levels. */
export function reportThreeLevels(lines: Line[], report: Report): void {
  const items = numbersAt(lines, THREE);
  if (!isList(items)) return;
  const problem = 'numbers of three levels such as 1.1.1 are not read';
  report.error(
    items[0]?.line,
    problem,
    'in a copy of the file, number the items of the last level as (1), (2)',
  );
}
