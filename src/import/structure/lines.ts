/** Splits a text into lines, and lines at numbered items. */
import { fold } from '../../clauses/fold.ts';
import { clauseSpans, type SpanReading } from './clause-spans.ts';
import { slice, type Item, type ItemRole, type Line, type Segment } from './segment.ts';

export function readLines(text: string): Line[] {
  const seen = new Map<string, SpanReading>();
  return text.split('\n').map((one, index) => {
    const folded = fold(one);
    return { line: index + 1, text: one, folded, clauses: clauseSpans(folded, seen) };
  });
}

/** Cuts lines at the given items; the text before the first item of a line is a segment of its own, unless it is blank. */
export function cutAtItems(lines: Line[], items: (Item & { role: ItemRole })[]): Segment[] {
  const byLine = Map.groupBy(items, ({ line }) => line);
  return lines.flatMap((line): Segment[] => {
    const here = byLine.get(line.line) ?? [];
    const isItem = here[0] !== undefined && line.folded.slice(0, here[0].start).trim() === '';
    const starts = [
      ...(isItem ? [] : [{ at: 0, item: undefined }]),
      ...here.map((item) => ({ at: item.start, item })),
    ];
    let next = 0;
    return starts.map(({ at, item }, index) => {
      const end = starts[index + 1]?.at ?? line.text.length;
      // Only the clauses up to the end: a line may have thousands.
      const first = next;
      while ((line.clauses[next]?.end ?? Infinity) <= end) next++;
      return slice({ ...line, clauses: line.clauses.slice(first, next) }, index === 0 ? 0 : at, end, item);
    });
  });
}
