/** Assembles a task: its paragraphs, sentences, clauses and deadlines. */
import { linkTerms } from '../plan/terms.ts';
import { toShown } from '../text/punctuation.ts';
import type { Clause, InlineClause, Paragraph, Progress, Sentence, Task } from '../plan/model.ts';
import { memoize } from '../text/memoize.ts';
import type { Content, TaskEntry } from '../content-files/schema.ts';
import { groupSentences, sentenceEnds } from '../plan/sentences.ts';
import { byDate } from '../plan/calendar-days.ts';
import { groupRuns, shownOf } from '../plan/text-runs.ts';
import { clauseKey } from '../content-files/interpret.ts';
import { lineOfText } from '../content-files/verbatim.ts';
import { uniqueUnits } from './clauses.ts';
import { assembleCells } from './cells.ts';
import { passageOf, shownQuote } from './passages.ts';
import { mayHaveRule, unitReading } from './readings.ts';
import { sentenceAt, sentenceEndsOf, taskTimes, type SentenceEnd } from './deadlines.ts';

const sectionsOfMeasures = memoize(
  ({ sections }: Content['outline']) =>
    new Map(sections.flatMap(({ number, measures }) => measures.map((measure) => [measure.number, number]))),
);

/** `clauses` are those of the whole plan. */
export function assembleTask(task: TaskEntry, content: Content, clauses: ReadonlyMap<string, Clause>): Task {
  const lines = task.text.split('\n');
  const paragraphs = paragraphsOf(task, lines, content);
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const text = paragraphs.map(({ shown }) => shown).join('\n');
  const ends = sentenceEndsOf(paragraphs);
  const row = task.text + task.duty + (task.cells ? (task.tail ?? '') : '');
  const count = task.clauses?.length ?? 0;
  const inline = inlineClauses(
    Array.from({ length: count }, (_, index) => clauses.get(clauseKey(task, index))),
    text,
    ends,
  );
  const last: Clause = clauses.get(clauseKey(task, count)) ?? {
    ...passageOf({ line: lineOfText(task) + lines.length - 1, text: '' }, content),
    ...{ parts: [], units: [], openEnded: false },
  };
  const cells = assembleCells(task, content, clauses);
  const all = [...inline, ...cells, last];
  const units = uniqueUnits(all.flatMap((one) => one.units));
  const times = taskTimes(
    { text, ends, clauses: inline, duty: last, cells },
    shownQuote(content.plan.generalDeadline),
  );
  const deadline =
    times.readings.deadline === 'none' && mayHaveRule(content) ? 'unread' : times.readings.deadline;
  return {
    number: task.number,
    marker: toShown(task.marker ?? `${task.number})`).trim(),
    title: toShown(task.title),
    section: sectionsOfMeasures(content.outline).get(task.measure) ?? 0,
    measure: task.measure,
    sourceLines: [task.line, lineOfText(task) + row.split('\n').length - 1],
    sourceText: task.text + task.duty,
    text,
    paragraphs,
    duty: {
      ...last,
      units,
      openEnded: all.some(({ openEnded }) => openEnded),
    },
    tail: toShown(task.tail ?? ''),
    clauses: inline,
    cells,
    ...times,
    readings: { deadline, units: unitReading(units, { text, clauses: [last], cells }) },
    citations: sentences.flatMap(citationsIn),
    note: task.note,
    progress: progressOf(task, content),
  };
}

/** The lines of a task that are not blank. */
function paragraphsOf(task: TaskEntry, lines: string[], content: Content): Paragraph[] {
  const linked = new Set<string>();
  let count = 0;
  const marker = (task.marker ?? '').split('\n');
  return lines.flatMap((text, index) => {
    const at =
      index === 0 && task.at !== undefined && marker.length === 1
        ? task.at + (marker[0] ?? '').length
        : undefined;
    const plain = passageOf({ line: lineOfText(task) + index, at, text }, content, sentenceEnds);
    if (plain.shown.trim() === '') return [];
    const passage = { ...plain, runs: linkTerms(plain.runs, content.glossary, linked) };
    const sentences = groupSentences(passage.runs, count + 1);
    count += sentences.length;
    return [{ ...passage, sentences }];
  });
}

/** The clauses inside of the text, each with the sentence in which it begins. */
function inlineClauses(clauses: (Clause | undefined)[], text: string, ends: SentenceEnd[]): InlineClause[] {
  let from = 0;
  return clauses.flatMap((clause) => {
    if (!clause) return [];
    const start = text.indexOf(clause.shown, from);
    from = start + clause.shown.length;
    return [{ ...clause, sentence: sentenceAt(ends, start) ?? 's1' }];
  });
}

function progressOf({ number }: TaskEntry, { progress }: Content): Progress[] {
  return progress
    .filter((entry) => entry.task === number)
    .map(({ date, statement, source }) => ({ date, statement, source }))
    .sort(byDate);
}

/** The citations in a sentence: the words of neighbouring runs that name the same document. */
const citationsIn = ({ id, runs }: Sentence): Task['citations'] =>
  groupRuns(runs).flatMap((group) =>
    group.document === undefined
      ? []
      : [{ document: group.document, words: shownOf(group.runs), sentence: id }],
  );
