/** Headings without a number: a short line on its own between the end of one task and the next. */
import { timesOfSegment } from '../../clauses/dates.ts';
import type { Segment } from './lines.ts';
import { isBlank } from './lines.ts';

const LONGEST = 40;

/** Makes measures of such lines. */
export function markUnnumbered(segments: Segment[]): Segment[] {
  const full = segments.flatMap((one, index) => (isBlank(one) ? [] : [index]));
  const headings = new Set<number>();
  full.forEach((index, place) => {
    const [before, own, next] = [full[place - 1], segments[index], segments[full[place + 1] ?? -1]];
    if (before === undefined || !own || next?.role !== 'task' || !readsLikeHeading(own)) return;
    if (endsSomething(segments[before])) headings.add(index);
  });
  const found = [...headings].filter((index) => segments.slice(0, index).some(({ role }) => role === 'task'));
  // One line may be anything; the first of a section counts only where later ones stand between tasks.
  if (found.length === 0) return segments;
  return segments.map((one, index) => (headings.has(index) ? { ...one, role: 'measure' } : one));
}

function readsLikeHeading({ text, folded, role, marker, clauses }: Segment): boolean {
  if (role !== undefined || marker || clauses.length > 0 || text.length > LONGEST) return false;
  return (
    !/[。;,:!?！？()《》0-9]/.test(folded) &&
    /[\p{Script=Han}]{4}/u.test(text) &&
    timesOfSegment(text) === undefined
  );
}

/** A heading, a label, or a line that ends with a clause. */
function endsSomething(segment: Segment | undefined): boolean {
  if (!segment) return false;
  const { role, folded, clauses } = segment;
  const last = clauses.at(-1);
  if (last && last.unread === undefined && /^[\s。;]*$/.test(folded.slice(last.end))) return true;
  return role === 'part' || role === 'section' || /^ *(?:措施 *:? *$|目标 *:)/.test(folded);
}
