/** The times that a task names in its clauses and its text: its deadlines, and words of time without a date. */
import { timesIn, type Time } from '../clauses/dates.ts';
import type {
  Cell,
  Clause,
  ClausePart,
  Deadline,
  InlineClause,
  Paragraph,
  SourceQuote,
  Task,
} from '../plan/model.ts';
import { startsOf } from '../text/lists.ts';
import { fallsUnderRule, timeReading } from './readings.ts';
import { statementIn, statementOf } from './statements.ts';

/** A sentence and the offset at which it ends in the task's text. */
export interface SentenceEnd {
  id: string;
  end: number;
}

/** The ends of a task's sentences in its text, whose lines are joined by line breaks. */
export function sentenceEndsOf(paragraphs: Paragraph[]): SentenceEnd[] {
  let end = 0;
  return paragraphs.flatMap(({ sentences }) => {
    const ends = sentences.map(({ id, text }) => ({ id, end: (end += text.length) }));
    end += 1;
    return ends;
  });
}

/** The sentence at an offset of the text; undefined for the clause at its end. */
export const sentenceAt = (ends: SentenceEnd[], offset: number): string | undefined =>
  ends.find(({ end }) => offset < end)?.id;

/** What the times of a task are read from: its text, the clauses inside of it, and the clause at its end. */
interface TimeSource {
  text: string;
  ends: SentenceEnd[];
  clauses: InlineClause[];
  duty: Clause;
  cells: Cell[];
}

const overlaps = (a: Time, b: Time) => a.start < b.end && b.start < a.end;

/** The deadlines and standing times of a task; one that mentions neither falls under the plan's general rule. */
export function taskTimes(
  { text, ends, clauses, duty, cells }: TimeSource,
  general: (SourceQuote & { date: string }) | undefined,
): Pick<Task, 'deadline' | 'deadlines' | 'standing'> & { readings: Pick<Task['readings'], 'deadline'> } {
  const whole = `${text}\n${duty.shown}`;
  let from = 0;
  const inClauses = [...clauses, duty].flatMap((clause) => {
    const start = clause === duty ? text.length + 1 : whole.indexOf(clause.shown, from);
    from = start + clause.shown.length;
    return timesInParts(clause.parts, start);
  });
  const ofCells = cells.flatMap((cell) => timesInParts(cell.parts, 0));
  const inText = timesIn(whole);
  // A clause may name a month whose year is named before it: only the whole text has its date.
  const kept = inClauses.filter(
    (time) => time.date !== undefined || !inText.some((one) => one.date !== undefined && overlaps(time, one)),
  );
  const times = [...kept, ...inText.filter((one) => !kept.some((time) => overlaps(time, one)))]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, date, words }) => ({
      ...{ date, words, sentence: sentenceAt(ends, start) },
      statement: kept.some((time) => time.start === start)
        ? statementOf(words)
        : statementIn(whole, { start, end }),
    }))
    .concat(
      ofCells.map(({ date, words }) => ({ date, words, sentence: undefined, statement: statementOf(words) })),
    );
  const own = times.flatMap(({ date, ...time }): Deadline[] =>
    date === undefined ? [] : [{ date, basis: 'own', ...time }],
  );
  const source = { text, clauses: [...clauses, duty], cells };
  const ofRule: Deadline[] =
    general && times.length === 0 && fallsUnderRule(source)
      ? [{ date: general.date, basis: 'general', words: general.words }]
      : [];
  const deadlines = [...own, ...ofRule];
  const standing = times.flatMap(({ date, words, sentence }) =>
    date === undefined ? [{ words, sentence }] : [],
  );
  const reading = timeReading({ deadlines, standing }, source);
  return { deadline: latest(deadlines), deadlines, standing, readings: { deadline: reading } };
}

/** The times among the parts of a clause that begins at `start`. */
function timesInParts(parts: ClausePart[], start: number): Time[] {
  const starts = startsOf(parts.map(({ text }) => text.length));
  return parts.flatMap((part, index) => {
    const at = start + (starts[index] ?? 0);
    const time = { start: at, end: at + part.text.length, words: part.text };
    if (part.kind === 'deadline') return [{ ...time, date: part.date }];
    return part.kind === 'standing' ? [time] : [];
  });
}

const latest = (deadlines: Deadline[]): Deadline | undefined =>
  deadlines.reduce<Deadline | undefined>(
    (last, one) => (last === undefined || last.date < one.date ? one : last),
    undefined,
  );
