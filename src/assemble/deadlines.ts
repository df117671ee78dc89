/** The times that a task names, in its clauses and in its text, each with the place it was read from. */
import { timesIn } from '../clauses/dates.ts';
import type {
  Deadline,
  Clause,
  ClausePart,
  SourceQuote,
  InlineClause,
  Paragraph,
  Task,
} from '../plan/model.ts';

/** A segment of a task's shown text, the clause at its end included, that says something of time. */
interface Time {
  start: number;
  end: number;
  words: string;
  date?: string | undefined;
}

/** A sentence with the place in the task's text where it ends. */
export interface SentencePlace {
  id: string;
  end: number;
}

/** Where the sentences of a task end in its text, whose lines are joined by line breaks. */
export function placesOf(paragraphs: Paragraph[]): SentencePlace[] {
  let end = 0;
  return paragraphs.flatMap(({ sentences }) => {
    const places = sentences.map(({ id, text }) => ({ id, end: (end += text.length) }));
    end += 1;
    return places;
  });
}

/** The sentence in which a place of the text lies; none for the clause at its end. */
export const sentenceAt = (places: SentencePlace[], place: number): string | undefined =>
  places.find(({ end }) => place < end)?.id;

/** Deadlines and words without a day; the plan's general rule stands where a task has neither. */
export function taskTimes(
  {
    text,
    places,
    clauses,
    duty,
  }: { text: string; places: SentencePlace[]; clauses: InlineClause[]; duty: Clause },
  general: (SourceQuote & { date: string }) | undefined,
): Pick<Task, 'deadline' | 'deadlines' | 'standing'> {
  const whole = `${text}\n${duty.shown}`;
  let from = 0;
  const inClauses = [...clauses, duty].flatMap((clause) => {
    const start = clause === duty ? text.length + 1 : whole.indexOf(clause.shown, from);
    from = start + clause.shown.length;
    return timesInParts(clause.parts, start);
  });
  const read = timesIn(whole);
  const overlaps = (a: Time, b: Time) => a.start < b.end && b.start < a.end;
  // A clause may name a month whose year stands before it: only the whole task tells which day that is.
  const parts = inClauses.filter(
    (part) => part.date !== undefined || !read.some((one) => one.date !== undefined && overlaps(part, one)),
  );
  const times = [...parts, ...read.filter((one) => !parts.some((part) => overlaps(part, one)))].sort(
    (a, b) => a.start - b.start,
  );
  const placed = times.map(({ start, date, words }) => {
    const sentence = sentenceAt(places, start);
    return { date, words, ...(sentence !== undefined && { sentence }) };
  });
  const own = placed.flatMap(({ date, ...time }): Deadline[] =>
    date === undefined ? [] : [{ date, basis: 'own', ...time }],
  );
  const standing = placed.flatMap(({ date, ...time }) => (date === undefined ? [time] : []));
  const ofRule: Deadline[] =
    general && placed.length === 0 ? [{ date: general.date, basis: 'general', words: general.words }] : [];
  const deadlines = [...own, ...ofRule];
  return { deadline: lastOf(deadlines), deadlines, standing };
}

/** What the parts of a clause say of time; its first character stands at `start`. */
function timesInParts(parts: ClausePart[], start: number): Time[] {
  let at = start;
  return parts.flatMap((part) => {
    const place = { start: at, end: (at += part.text.length), words: part.text };
    if (part.kind === 'deadline') return [{ ...place, date: part.date }];
    return part.kind === 'standing' ? [place] : [];
  });
}

const lastOf = (deadlines: Deadline[]): Deadline | undefined =>
  deadlines.reduce<Deadline | undefined>(
    (last, one) => (last === undefined || last.date < one.date ? one : last),
    undefined,
  );
