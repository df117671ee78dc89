/** Reads the lines of one numbered item as a task: its text, the clauses inside of it, the clause at its end. */
import { markersIn } from '../../text/list-numbers.ts';
import type { TaskFile } from '../../content-files/schema.ts';
import type { Report } from '../report.ts';
import { isBlank, lastClause, type Segment } from '../structure/segment.ts';
import { reportBrackets, reportMissing, reportSeveral, reportUnread } from './task-problems.ts';

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
  /** Of a row of a table: its other cells. */
  cells?: TaskFile['cells'];
}

const TAIL = /^[\s。;,.!！]*$/;

/** What of the plan around a task matters to it. */
interface Context {
  /** Whether another task follows in the same group. */
  more: boolean;
  /** Whether the heading above has a clause of its own. */
  covered: boolean;
  /** A clause of another task. */
  example: string;
}

/**
 * Text after the last clause belongs to the task if another task follows (`more`). At the end of a section it is returned
 * as `rest`: it may concern more than this task.
 */
export function readTask(
  segments: Segment[],
  { more, covered, example }: Context,
  report: Report,
): { task: RawTask; rest: Segment[] } {
  const first = segments[0];
  if (!first?.marker) throw new Error('a task begins with its number');
  const { value, end } = first.marker;
  const lines = withLastSentence(segments).map((one, index) => (index === 0 ? dropMarker(one, end) : one));
  const body = lines.slice(0, Math.max(1, lines.findLastIndex((one) => !isBlank(one)) + 1));
  const clauses = body.flatMap(({ text, clauses: all }) =>
    all.filter(({ unread }) => unread === undefined).map((one) => text.slice(one.start, one.end)),
  );
  const task = { value, line: first.line, at: first.at, marker: first.text.slice(0, end) };
  const withoutLast = () => ({
    task: { ...task, text: textOf(body), clauses, duty: '', tail: '' },
    rest: lines.slice(body.length),
  });
  reportUnread(body, value, report);
  reportSeveral(body, value, report);

  const lastIndex = lines.findLastIndex((one) => lastClause(one) !== undefined);
  const last = lines[lastIndex];
  const clause = last && lastClause(last);
  if (!clause) {
    if (!reportBrackets(body, value, report) && !covered) reportMissing(body, { value, example }, report);
    return withoutLast();
  }
  const tail = last.folded.slice(clause.end);
  const after = body.slice(lastIndex + 1).find((one) => !isBlank(one));
  if (!TAIL.test(tail) || (after && more)) {
    if (markersIn(tail)[0]?.start === 0) reportMissing(body, { value, example }, report);
    else
      report.open(
        TAIL.test(tail) && after ? after.line : last.line,
        `item ${value}: words after its last clause`,
        'who they concern is not said; compare with the published page',
      );
    return withoutLast();
  }
  const [text, folded] = [last.text.slice(0, clause.start), last.folded.slice(0, clause.start)];
  const before = [...lines.slice(0, lastIndex), { ...last, text, folded }];
  reportBrackets(before, value, report);
  return {
    task: {
      ...task,
      text: textOf(before),
      clauses: clauses.slice(0, -1),
      duty: last.text.slice(clause.start, clause.end),
      tail: last.text.slice(clause.end),
    },
    rest: lines.slice(lastIndex + 1),
  };
}

/** The lines of a task, with its last sentence as a clause where it surely is one: 由甲局牵头，乙局配合。 */
function withLastSentence(segments: Segment[]): Segment[] {
  const last = segments.findLast((one) => !isBlank(one));
  const [span] = last?.clauses ?? [];
  if (span?.isSure !== true) return segments;
  const clause = { start: span.start, end: span.end };
  return segments.map((one) => (one === last ? { ...one, clauses: [clause] } : one));
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

/** The text of segments; those of one line are not separated. */
const textOf = (lines: Segment[]) =>
  lines
    .map(({ line, text }, index) => (index > 0 && lines[index - 1]?.line !== line ? `\n${text}` : text))
    .join('');
