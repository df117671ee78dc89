/** Lines of a text, and the segments into which numbered items cut them. */
import type { Marker } from '../../text/list-numbers.ts';
import type { ClauseSpan } from './clause-spans.ts';

export interface Line {
  /** From 1. */
  line: number;
  text: string;
  folded: string;
  clauses: ClauseSpan[];
}

/** What an item is in the plan; `inner` items belong to the text of a task or to prose. */
export type ItemRole = 'part' | 'section' | 'measure' | 'heading' | 'task' | 'inner';

/** The number of an item and its line. */
export interface Item extends Marker {
  line: number;
}

/** A line, or the part of a line from one item to the next. Offsets of marker and clauses are relative to `at`. */
export interface Segment extends Line {
  at: number;
  marker?: Marker | undefined;
  role?: ItemRole | undefined;
}

export const isBlank = ({ folded }: Pick<Line, 'folded'>) => folded.trim() === '';

/** The last clause of a line that can be read. */
export const lastClause = ({ clauses }: Line): ClauseSpan | undefined =>
  clauses.findLast(({ unread }) => unread === undefined);

export const hasClause = (line: Line): boolean => lastClause(line) !== undefined;

/** Whether a line ends with a clause, a full stop after it aside. */
export function endsWithClause({ folded, clauses }: Line): boolean {
  const last = clauses.at(-1);
  if (!last || last.unread !== undefined) return false;
  return /^[\s。;]*$/.test(folded.slice(last.end));
}

/** Whether a line is nothing but one clause. */
export const isOwnClause = (line: Line): boolean =>
  line.clauses.length === 1 &&
  endsWithClause(line) &&
  line.folded.slice(0, line.clauses[0]?.start).trim() === '';

/** The part of a line from one offset to another, as a segment. */
export function slice(
  line: Line & { at?: number },
  from: number,
  to: number,
  item?: Item & { role: ItemRole },
): Segment {
  return {
    line: line.line,
    at: (line.at ?? 0) + from,
    text: line.text.slice(from, to),
    folded: line.folded.slice(from, to),
    clauses: line.clauses
      .filter(({ start, end }) => start >= from && end <= to)
      .map((one) => ({ ...one, start: one.start - from, end: one.end - from })),
    role: item?.role,
    marker: item && { ...item, start: item.start - from, end: item.end - from },
  };
}

/** Gives a number to segments; the first gets an empty marker if the text has none. */
export function withNumber([first, ...lines]: Segment[], value: number): Segment[] {
  if (!first) return [];
  const marker = first.marker ?? { style: '1.' as const, start: 0, end: 0 };
  return [{ ...first, marker: { ...marker, value } }, ...lines];
}
