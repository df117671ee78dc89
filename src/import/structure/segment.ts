/** Segments that belong together, and what can be said of one. */
import type { Segment } from './lines.ts';

/** Cuts segments before each that begins a group. */
export function groupsOf(segments: Segment[], begins: (segment: Segment) => boolean): Segment[][] {
  const starts = segments.flatMap((one, index) => (index === 0 || begins(one) ? [index] : []));
  return starts.map((start, index) => segments.slice(start, starts[index + 1] ?? segments.length));
}

export const hasClause = ({ clauses }: Segment) => clauses.some(({ unread }) => unread === undefined);

/** Gives a text that has no number of its own an empty one. */
export function withNumber([first, ...lines]: Segment[], value: number): Segment[] {
  if (!first) return [];
  const marker = first.marker ?? { style: '1.' as const, start: 0, end: 0 };
  return [{ ...first, marker: { ...marker, value } }, ...lines];
}

/** A line that is nothing but a clause. */
export function isOwnClause({ folded, clauses }: Segment): boolean {
  const [one, ...more] = clauses;
  if (!one || more.length > 0 || one.unread !== undefined) return false;
  return folded.slice(0, one.start).trim() === '' && /^[\s。;]*$/.test(folded.slice(one.end));
}
