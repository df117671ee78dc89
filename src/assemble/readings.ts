/** Decides for each fact whether the text names it, names none, or may name one that was not read. */
import {
  mentionsDate,
  mentionsDeadline,
  mentionsDeadlineOfAll,
  mentionsIssuer,
  mentionsTime,
  mentionsUnit,
  PUBLICATION_HINTS,
} from '../clauses/hints.ts';
import { fold } from '../clauses/fold.ts';
import { memoize } from '../text/memoize.ts';
import type { Content } from '../content-files/schema.ts';
import type { Cell, Clause, ClausePart, Deadline, MetadataName, Plan, Reading, Task } from '../plan/model.ts';

const readingOf = (isNamed: boolean, isMentioned: () => boolean): Reading =>
  isNamed ? 'named' : isMentioned() ? 'unread' : 'none';

/** The text of a task from which units and times may be read, its clauses included. */
interface Source {
  text: string;
  clauses: Clause[];
  cells?: Cell[];
}

const wholeText = ({ text, clauses, cells = [] }: Source) =>
  [text, ...clauses, ...cells].map((one) => (typeof one === 'string' ? one : one.shown)).join('\n');

/** Whether a task names units. */
export const unitReading = (units: Clause['units'], source: Source): Reading =>
  readingOf(units.length > 0, () => mayNameUnit(source));

/** An empty cell may be one that spans rows; the head of an unknown column may announce units. */
const mayNameUnit = ({ text, clauses, cells = [] }: Source) =>
  mentionsUnit(wholeText({ text, clauses })) ||
  cells.some(({ says, shown, head, parts }) =>
    says === 'people' || says === 'time'
      ? false
      : says === 'other'
        ? shown !== '' && mentionsUnit(`${head}：${shown}`)
        : shown === '' || parts.some(({ kind }) => kind === 'unread'),
  );

/** Whether a task names a time of its own. */
export const timeReading = (
  { deadlines, standing }: Pick<Task, 'deadlines' | 'standing'>,
  source: Source,
): Reading =>
  readingOf(standing.length > 0 || deadlines.some(isOwn), () =>
    // Where a rule sets the date, words that may be another deadline would have kept it from doing so.
    deadlines.length > 0
      ? false
      : mentionsTime(wholeText(source)) ||
        hasTimeInHead(source) ||
        source.clauses.some(({ parts }) => parts.some(mayBeTime)) ||
        (source.cells ?? []).some(({ says, shown }) => says === 'time' && shown === ''),
  );

/** Whether the head of a filled column speaks of time: 2021年目标, 第一季度. */
const hasTimeInHead = ({ cells = [] }: Source) =>
  cells.some(({ head, shown }) => shown !== '' && mentionsTime(head));

/** What was not read of a clause and names no unit. */
const mayBeTime = ({ kind, text }: ClausePart) => kind === 'unread' && !mentionsUnit(text);

const isOwn = ({ basis }: Deadline) => basis === 'own';

/** Whether a rule for tasks without a deadline applies to a task that names no time that could be read. */
export const fallsUnderRule = (source: Source): boolean =>
  !mentionsDeadline(wholeText(source)) &&
  !hasTimeInHead(source) &&
  !source.clauses.some(({ parts }) => parts.some(mayBeTime));

/** Whether the text names the day of its publication; that on which it was made is none. */
export function publicationDayReading({ plan, chapters, outline }: Content): Reading {
  const { published, publishedAs, metadata, chrome } = plan;
  const prose = [...chapters, ...outline.sections].flatMap((one) => one.prose ?? []);
  const lines = [...chrome, ...prose]
    .filter(({ line }) => line !== metadata?.dated?.line)
    .map(({ text }) => text)
    .join('\n');
  return readingOf(
    published !== undefined && publishedAs !== 'dated',
    () => PUBLICATION_HINTS.published.test(fold(lines)) || mentionsDate(lines),
  );
}

/** Whether the text outside of the tasks may set a deadline for all of them that was not read. */
export const mayHaveRule = memoize(
  ({ plan, chapters, outline }: Content): boolean =>
    plan.generalDeadline === undefined &&
    [...chapters, ...outline.sections]
      .flatMap((one) => one.prose ?? [])
      .some(({ text }) => mentionsDeadlineOfAll(text)),
);

/** Whether the text names its publisher, its date and its official numbers. */
export function publicationReadings({ plan, chapters, outline }: Content): Plan['readings'] {
  const { publisher, published, metadata = {}, title, chrome } = plan;
  const prose = [...chapters, ...outline.sections].flatMap((one) => one.prose ?? []);
  const lines = [...chrome, ...prose].map(({ text }) => text).join('\n');
  const hasLabel = (name: keyof typeof PUBLICATION_HINTS) => PUBLICATION_HINTS[name].test(fold(lines));
  const byIssuer = () => mentionsIssuer(lines, title.text);
  const byDate = () => mentionsDate(lines);
  const read = (name: MetadataName, isMentioned = () => false) =>
    readingOf(metadata[name] !== undefined, () => hasLabel(name) || isMentioned());
  return {
    publisher: readingOf(publisher !== undefined, () => hasLabel('publisher') || byIssuer()),
    published: readingOf(published !== undefined, () => hasLabel('published') || byDate()),
    indexNumber: read('indexNumber'),
    topic: read('topic'),
    issuer: read('issuer', byIssuer),
    dated: read('dated', byDate),
    documentNumber: read('documentNumber'),
  };
}
