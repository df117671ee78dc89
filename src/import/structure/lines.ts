/** The lines of a text with their shadows, and the pieces they are cut into. */
import { foldWidth } from '../../text/width.ts';
import type { Marker } from '../../text/list-numbers.ts';
import type { ClauseSpan } from './clause-spans.ts';
import { clauseSpans } from './clause-spans.ts';

export interface Line {
  /** From 1. */
  line: number;
  text: string;
  folded: string;
  clauses: ClauseSpan[];
}

/** What an item is in the plan; `inner` items belong to the text of a task or to prose. */
export type ItemRole = 'part' | 'section' | 'measure' | 'heading' | 'task' | 'inner';

/** A numbered item: its number and where the line says it. */
export interface Item extends Marker {
  line: number;
}

/** A line, or the segment of a line from one item to the next. Offsets of marker and clauses count from `at`. */
export interface Segment extends Line {
  at: number;
  marker?: Marker | undefined;
  role?: ItemRole | undefined;
}

export const isBlank = ({ folded }: Pick<Line, 'folded'>) => folded.trim() === '';

export function readLines(text: string): Line[] {
  const seen = new Map<string, Pick<ClauseSpan, 'unread'>>();
  return text.split('\n').map((one, index) => {
    if (one === '') return { line: index + 1, text: '', folded: '', clauses: [] };
    const folded = foldWidth(one);
    return { line: index + 1, text: one, folded, clauses: clauseSpans(folded, seen) };
  });
}

/** Cuts lines at the given items; what stands before the first item of a line is a segment of its own. */
export function cutAtItems(lines: Line[], items: (Item & { role: ItemRole })[]): Segment[] {
  const byLine = Map.groupBy(items, ({ line }) => line);
  return lines.flatMap((line): Segment[] => {
    const here = byLine.get(line.line) ?? [];
    const first = here[0];
    const starts: { at: number; item?: Item & { role: ItemRole } }[] = here.map((item) => ({
      at: item.start,
      item,
    }));
    // Blanks before the first number belong to it.
    if (first && line.folded.slice(0, first.start).trim() === '') starts[0] = { at: 0, item: first };
    else starts.unshift({ at: 0 });
    let next = 0;
    return starts.map(({ at, item }, index) => {
      const end = starts[index + 1]?.at ?? line.text.length;
      const first = next;
      while ((line.clauses[next]?.end ?? Infinity) <= end) next++;
      return slice({ ...line, clauses: line.clauses.slice(first, next) }, at, end, item);
    });
  });
}

/** A segment of a line as a segment. */
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
    ...(item && { role: item.role, marker: { ...item, start: item.start - from, end: item.end - from } }),
  };
}
