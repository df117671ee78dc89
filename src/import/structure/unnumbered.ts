/** Headings without a number: short lines of their own between the end of one task and the next. */
import { timesOfSegment } from '../../clauses/segment-times.ts';
import { LONGEST_HEADING } from './heading.ts';
import { endsWithClause, isBlank, type Segment } from './segment.ts';

/** Gives such lines the role of a measure. */
export function markUnnumbered(segments: Segment[]): Segment[] {
  const filled = segments.flatMap((one, index) => (isBlank(one) ? [] : [index]));
  const headings = new Set<number>();
  filled.forEach((index, place) => {
    const [before, own, next] = [filled[place - 1], segments[index], segments[filled[place + 1] ?? -1]];
    if (before === undefined || !own || next?.role !== 'task' || !looksLikeHeading(own)) return;
    if (endsBlock(segments[before])) headings.add(index);
  });
  // One line may be anything: before the first task it counts only if there are others between tasks.
  const firstTask = segments.findIndex(({ role }) => role === 'task');
  if (![...headings].some((index) => index > firstTask)) return segments;
  return segments.map((one, index) => (headings.has(index) ? { ...one, role: 'measure' } : one));
}

function looksLikeHeading({ text, folded, role, marker, clauses }: Segment): boolean {
  if (role !== undefined || marker || clauses.length > 0 || text.length > LONGEST_HEADING) return false;
  return (
    !/[。;,:!?！？()《》0-9]/.test(folded) &&
    /[\p{Script=Han}]{4}/u.test(text) &&
    timesOfSegment(text) === undefined
  );
}

/** Whether a segment is a heading, a label, or a line that ends with a clause. */
function endsBlock(segment: Segment | undefined): boolean {
  if (!segment) return false;
  const { role, folded } = segment;
  const isHeading = role === 'part' || role === 'section';
  return endsWithClause(segment) || isHeading || /^ *(?:措施 *:? *$|目标 *:)/.test(folded);
}
