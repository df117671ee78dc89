/** Items whose mark was mistyped: 3、 or 3 ． among 1． 2． 4．. */
import { markersIn, type Marker, type Style } from '../../text/list-numbers.ts';
import type { Report } from '../report.ts';
import { hasClause, type Item, type Line } from './segment.ts';

/** The styles between which such slips occur. */
export const ALIKE: readonly Style[] = ['1.', '1、', '1)'];

/** 3 ．推进…, 3 推进…: a number at the beginning of a line whose mark is behind a blank, or missing. */
export function markerBeforeBlank(
  folded: string,
): (Marker & { unmarked: boolean; spaced: boolean }) | undefined {
  const [whole = '', digits = '', mark = ''] =
    /^ *([0-9]{1,3}) +([.、)] *)?(?=[^0-9 .、)])/.exec(folded) ?? [];
  const [own] = mark === '' ? [undefined] : markersIn(`${digits}${mark.trim()}`);
  if (whole === '' || Number(digits) === 0) return undefined;
  const place = { start: folded.search(/\S/), end: whole.length };
  return {
    ...{ style: own?.style ?? '1.', value: Number(digits) },
    ...place,
    unmarked: mark === '',
    spaced: mark !== '',
  };
}

/**
 * Gives such items the style of the list that they continue. An item of the other style is one where it has the next number
 * of the list, and no list of its own: the list goes on behind it, or both it and the item before end with their clauses.
 */
export function mendSlips(
  items: (Item & { unmarked?: boolean })[],
  lines: Line[],
): { items: Item[]; slips: Item[] } {
  const clauseLines = new Set(lines.filter(hasClause).map(({ line }) => line));
  const slips: Item[] = [];
  const last = new Map<Style, Item>();
  const mended = items.map((item, index): Item => {
    const style = ALIKE.find((other) => {
      const before = last.get(other);
      if (other === item.style || !before || before.value + 1 !== item.value) return false;
      if (!ALIKE.includes(item.style) || isAfter(last.get(item.style), before)) return false;
      const next = items.slice(index + 1).find((one) => one.style === other)?.value;
      const areWhole = clauseLines.has(before.line) && clauseLines.has(item.line);
      return next === item.value + 1 || (next !== item.value && areWhole);
    });
    const own = style === undefined ? item : { ...item, style };
    if (style !== undefined || item.unmarked === true) slips.push(own);
    last.set(own.style, own);
    return own;
  });
  return { items: mended, slips };
}

const isAfter = (one: Item | undefined, other: Item) =>
  one !== undefined && (one.line > other.line || (one.line === other.line && one.start > other.start));

/** Tells of each such item which mark it has. */
export function reportSlips(slips: Item[], lines: Line[], report: Report): void {
  for (const { line, start, end, style } of slips) {
    const mark = lines[line - 1]?.text.slice(start, end).trim() ?? '';
    const problem = `this item begins with “${mark}”, those before it as “${style}”: it is read as the next of them`;
    report.open(line, problem);
  }
}
