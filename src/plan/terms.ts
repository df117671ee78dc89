/** Finds the terms of the glossary in the tasks: for links from the text, and for the list of their uses. */
import type { Run, Task, TaskNumber, Term } from './model.ts';
import { startsOf } from '../text/lists.ts';
import { memoize } from '../text/memoize.ts';
import { shownOf, splitRuns, type Span } from './text-runs.ts';

/** What a term is recognised by in shown text. */
interface Known {
  id: string;
  term: string;
}

/** The terms by their first character, the longest first. */
const byFirstCharacter = memoize((known: Known[]) =>
  Map.groupBy(
    [...known].sort((a, b) => b.term.length - a.term.length),
    ({ term }) => term.charAt(0),
  ),
);

/** The spans of terms in shown text, in order. Where one term is part of another, the longer one counts. */
export function termSpans(shown: string, known: Known[]): { term: string; start: number; end: number }[] {
  const candidates = byFirstCharacter(known);
  const spans: ReturnType<typeof termSpans> = [];
  for (let at = 0; at < shown.length; at++) {
    const here = candidates.get(shown.charAt(at))?.find(({ term }) => shown.startsWith(term, at));
    if (!here) continue;
    spans.push({ term: here.id, start: at, end: at + here.term.length });
    at += here.term.length - 1;
  }
  return spans;
}

/**
 * Links each term where it first occurs outside of a document's title. Linked terms are added to `linked`, so that they
 * are not linked again in the next line of the task.
 */
export function linkTerms(runs: Run[], known: Known[], linked: Set<string>): Run[] {
  const documents = linkedDocuments(runs);
  const spans: Span[] = [];
  for (const span of termSpans(shownOf(runs), known)) {
    const isInTitle = documents.some(({ start, end }) => start < span.end && span.start < end);
    if (isInTitle || linked.has(span.term)) continue;
    linked.add(span.term);
    spans.push(span);
  }
  return splitRuns(runs, spans);
}

function linkedDocuments(runs: Run[]): { start: number; end: number }[] {
  const starts = startsOf(runs.map(({ text }) => text.length));
  return runs.flatMap(({ text, document }, index) => {
    const start = starts[index] ?? 0;
    return document === undefined ? [] : [{ start, end: start + text.length }];
  });
}

/** The tasks that use a term, each with the first sentence that does, inside of a document's title as well. */
export function termUses(id: string, tasks: Task[], known: Known[]): Term['uses'] {
  return allUses(tasks)(known).get(id) ?? [];
}

/** Term → its uses; each sentence is read once for all terms. */
const allUses = memoize((tasks: Task[]) =>
  memoize((known: Known[]) => {
    const uses = new Map<string, Term['uses']>();
    for (const { number, paragraphs } of tasks) {
      for (const { id, text } of paragraphs.flatMap(({ sentences }) => sentences)) {
        for (const { term } of termSpans(text, known)) {
          const found = uses.get(term) ?? [];
          if (found.at(-1)?.task !== number) found.push({ task: number, sentence: id });
          uses.set(term, found);
        }
      }
    }
    return uses;
  }),
);

/** The sentence that contains the explanation of a term; expects checked content. */
export function explanationOf(
  { task, words }: { task: TaskNumber; words: string },
  tasks: Task[],
): Term['explained'] {
  const sentence = tasks
    .filter(({ number }) => number === task)
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences))
    .find(({ text }) => text.includes(words));
  return { task, sentence: sentence?.id ?? 's1', words };
}
