/** A task's file → the task as shown: paragraphs and sentences, its clauses, what they say of time. */
import { linkTerms } from '../plan/terms.ts';
import { toShown } from '../text/punctuation.ts';
import type { Clause, InlineClause, Paragraph, Progress, Run, Sentence, Task } from '../plan/model.ts';
import { memoize } from '../text/memoize.ts';
import type { Content, TaskEntry } from '../content-files/schema.ts';
import { groupSentences, sentenceEnds } from '../plan/sentences.ts';
import { clauseKey } from '../content-files/interpret.ts';
import { uniqueUnits } from './clauses.ts';
import { passageOf, shownQuote } from './passages.ts';
import { placesOf, sentenceAt, taskTimes, type SentencePlace } from './deadlines.ts';

const sectionsOfMeasures = memoize(
  ({ sections }: Content['outline']) =>
    new Map(sections.flatMap(({ number, measures }) => measures.map((measure) => [measure.number, number]))),
);

/** Builds a task; `clauses` are those of the whole plan. */
export function assembleTask(task: TaskEntry, content: Content, clauses: ReadonlyMap<string, Clause>): Task {
  const lines = task.text.split('\n');
  const paragraphs = paragraphsOf(task, lines, content);
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const text = paragraphs.map(({ shown }) => shown).join('\n');
  const places = placesOf(paragraphs);
  const count = task.clauses?.length ?? 0;
  const inline = inlineClauses(
    Array.from({ length: count }, (_, index) => clauses.get(clauseKey(task, index))),
    text,
    places,
  );
  const last: Clause = clauses.get(clauseKey(task, count)) ?? {
    ...passageOf({ line: task.line + lines.length - 1, text: '' }, content),
    ...{ parts: [], units: [], openEnded: false },
  };
  const all = [...inline, last];
  return {
    number: task.number,
    marker: toShown(task.marker ?? `${task.number})`).trim(),
    title: toShown(task.title),
    section: sectionsOfMeasures(content.outline).get(task.measure) ?? 0,
    measure: task.measure,
    sourceLines: [task.line, task.line + lines.length - 1],
    sourceText: task.text + task.duty,
    text,
    paragraphs,
    duty: {
      ...last,
      units: uniqueUnits(all.flatMap(({ units }) => units)),
      openEnded: all.some(({ openEnded }) => openEnded),
    },
    tail: toShown(task.tail ?? ''),
    clauses: inline,
    ...taskTimes({ text, places, clauses: inline, duty: last }, shownQuote(content.plan.generalDeadline)),
    citations: sentences.flatMap(({ id, runs }) => wordsByDocument(runs, id)),
    note: task.note,
    progress: progressOf(task, content),
  };
}

/** The lines of a task that have something to show. */
function paragraphsOf(task: TaskEntry, lines: string[], content: Content): Paragraph[] {
  const linked = new Set<string>();
  let count = 0;
  return lines.flatMap((text, index) => {
    const at = index === 0 && task.at !== undefined ? task.at + (task.marker ?? '').length : undefined;
    const plain = passageOf({ line: task.line + index, at, text }, content, sentenceEnds);
    if (plain.shown.trim() === '') return [];
    const passage = { ...plain, runs: linkTerms(plain.runs, content.glossary, linked) };
    const sentences = groupSentences(passage.runs, count + 1);
    count += sentences.length;
    return [{ ...passage, sentences }];
  });
}

/** Clauses inside the text, each with the sentence it stands in, or begins in. */
function inlineClauses(
  clauses: (Clause | undefined)[],
  text: string,
  places: SentencePlace[],
): InlineClause[] {
  let from = 0;
  return clauses.flatMap((clause) => {
    if (!clause) return [];
    const start = text.indexOf(clause.shown, from);
    from = start + clause.shown.length;
    return [{ ...clause, sentence: sentenceAt(places, start) ?? 's1' }];
  });
}

function progressOf({ number }: TaskEntry, { progress }: Content): Progress[] {
  return progress
    .filter((entry) => entry.task === number)
    .map(({ date, statement, source }) => ({ date, statement, source }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The words of each segment of neighbouring runs that name the same document. */
function wordsByDocument(runs: Run[], sentence: Sentence['id']): Task['citations'] {
  const found: Task['citations'] = [];
  let last: string | undefined;
  for (const { document, text } of runs) {
    const open = found.at(-1);
    if (document !== undefined && document === last && open) open.words += text;
    else if (document !== undefined) found.push({ document, words: text, sentence });
    last = document;
  }
  return found;
}
