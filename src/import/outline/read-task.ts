/** One numbered item with its lines → a task: its text, the clauses inside it, the clause at its end. */
import { markersIn } from '../../text/list-numbers.ts';
import { reportBrackets, reportMissing, reportUnread } from './task-problems.ts';
import type { Segment } from '../structure/lines.ts';
import { isBlank } from '../structure/lines.ts';
import type { Report } from '../report.ts';

/** A task as read, before it gets its number in the plan. */
export interface RawTask {
  value: number;
  line: number;
  at: number;
  marker: string;
  text: string;
  clauses: string[];
  duty: string;
  tail: string;
}

const TAIL = /^[\s。;,.!！]*$/;

/** What stands around a task: whether a sibling follows, and whether the heading above it has a clause of its own. */
interface Around {
  more: boolean;
  covered: boolean;
}

/**
 * Reads the lines of one item. What follows its last clause belongs to it where its next sibling follows (`more`);
 * at the end of a section it is `rest`: nobody can tell whether it still speaks of this task.
 */
export function readTask(
  segments: Segment[],
  { more, covered }: Around,
  report: Report,
): { task: RawTask; rest: Segment[] } {
  const first = segments[0];
  if (!first?.marker) throw new Error('a task begins with its number');
  const { value, end } = first.marker;
  const lines = segments.map((segment, index) => (index === 0 ? dropMarker(segment, end) : segment));
  const marker = first.text.slice(0, end);
  const holder = lines.findLastIndex(({ clauses }) => clauses.some(({ unread }) => unread === undefined));
  const span = lines[holder]?.clauses.findLast(({ unread }) => unread === undefined);
  const body = trimEnd(lines);
  const name = { value, line: first.line };
  reportUnread(body, value, report);
  const clauses = body.flatMap(({ text, clauses: all }) =>
    all.filter(({ unread }) => unread === undefined).map(({ start, end: stop }) => text.slice(start, stop)),
  );
  const whole = (): { task: RawTask; rest: Segment[] } => ({
    task: { ...name, at: first.at, marker, text: joined(body), clauses, duty: '', tail: '' },
    rest: lines.slice(body.length),
  });
  const last = lines[holder];
  if (!span || !last) {
    if (!reportBrackets(body, value, report) && !covered) reportMissing(body, value, report);
    return whole();
  }
  const tail = last.folded.slice(span.end);
  const after = body.slice(holder + 1).some((one) => !isBlank(one));
  if (!TAIL.test(tail) || (after && more)) {
    const place = TAIL.test(tail) ? body.slice(holder + 1).find((one) => !isBlank(one)) : last;
    if (markersIn(tail)[0]?.start === 0) reportMissing(body, value, report);
    else
      report.open(
        place?.line ?? last.line,
        `item ${value}: words after its last clause`,
        'who they concern is not said; compare with the published page',
      );
    return whole();
  }
  const held = [
    ...lines.slice(0, holder),
    { ...last, text: last.text.slice(0, span.start), folded: last.folded.slice(0, span.start) },
  ];
  reportBrackets(held, value, report);
  return {
    task: {
      ...name,
      at: first.at,
      marker,
      text: joined(held),
      clauses: clauses.slice(0, -1),
      duty: last.text.slice(span.start, span.end),
      tail: last.text.slice(span.end),
    },
    rest: lines.slice(holder + 1),
  };
}

function dropMarker(segment: Segment, end: number): Segment {
  const clauses = segment.clauses.map((one) => ({ ...one, start: one.start - end, end: one.end - end }));
  return {
    ...segment,
    at: segment.at + end,
    text: segment.text.slice(end),
    folded: segment.folded.slice(end),
    clauses,
  };
}

const joined = (lines: Segment[]) => lines.map(({ text }) => text).join('\n');

function trimEnd(lines: Segment[]): Segment[] {
  const last = lines.findLastIndex((one) => !isBlank(one));
  return lines.slice(0, Math.max(1, last + 1));
}
