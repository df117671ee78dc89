/** Where a clause is cut into segments. */
import { fold } from './fold.ts';
import { labelsIn, rulesIn } from './vocabulary.ts';

/** A segment and the signs that end it. */
export interface Segment {
  source: string;
  folded: string;
  sign: string;
}

/** Signs between segments; a 、 behind a role, and the blank behind 牵头 that was a line break in the cell of a table. */
const SIGNS =
  /[,;。]|(?<=牵头|负责|配合|参与|协助|(?<!政)协办)、|(?<=牵头(?:负责)?)\s+(?=[^\s()负组落实做抓])/g;

/** The borders of segments: commas and stops outside of inner brackets and rules, and the beginnings of labels and rules. */
function borders(folded: string): { start: number; end: number }[] {
  const rules = rulesIn(folded);
  const inner = innerBrackets(folded);
  const isInBracket = (at: number) => inner.some(({ start, end }) => start < at && at < end);
  const labels = labelsIn(folded).filter(({ start }) => !isInBracket(start));
  const isInside = (at: number) => [...rules, ...labels].some(({ start, end }) => start < at && at < end);
  const found = [...labels.map(({ start }) => start), ...rules.flatMap(({ start, end }) => [start, end])]
    .filter((at) => at > 0 && at < folded.length)
    .filter(
      (at) =>
        !/[,;。、]\s*$/.test(folded.slice(Math.max(0, at - 8), at)) && !/^[,;。]/.test(folded.slice(at)),
    )
    .map((at) => ({ start: at, end: at }));
  for (const { start } of labels)
    if (folded[start - 1] === '、') found.push({ start: start - 1, end: start });
  for (const { 0: text, index } of folded.matchAll(SIGNS))
    if (!isInBracket(index) && !isInside(index)) found.push({ start: index, end: index + text.length });
  return found.sort((a, b) => a.start - b.start);
}

/** The outermost brackets; one that is not closed reaches to the end. */
function innerBrackets(folded: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  for (const { 0: sign, index } of folded.matchAll(/[()]/g)) {
    if (sign === '(' && depth++ === 0) found.push({ start: index, end: folded.length });
    const last = found.at(-1);
    if (sign === ')' && depth > 0 && --depth === 0 && last) last.end = index + 1;
  }
  return found;
}

/** The segments of a clause without its brackets. */
export function segmentsOf(inner: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of [...borders(fold(inner)), { start: inner.length, end: inner.length }]) {
    const source = inner.slice(at, start);
    segments.push({ source, folded: fold(source), sign: inner.slice(start, end) });
    at = end;
  }
  return segments;
}
