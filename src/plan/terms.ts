/** Terms that the plan coins or explains: where the tasks write them, and where a reader is led from the text to the glossary. */
import type { Run, Task, TaskNumber, Term } from './model.ts';
import { memoize } from '../text/memoize.ts';
import type { Span } from './runs.ts';
import { shownOf, splitRuns } from './runs.ts';

/** What is needed to recognise a term in shown text. */
interface Known {
  id: string;
  term: string;
}

/** The terms by their first character, the longest first. */
const byFirst = memoize((known: Known[]) =>
  Map.groupBy(
    [...known].sort((a, b) => b.term.length - a.term.length),
    ({ term }) => term.charAt(0),
  ),
);

/** The places of terms in shown text, in order. Where one term is part of another, the longer one stands there. */
export function termSpans(shown: string, known: Known[]): { term: string; start: number; end: number }[] {
  const candidates = byFirst(known);
  const places: ReturnType<typeof termSpans> = [];
  for (let at = 0; at < shown.length; at++) {
    const here = candidates.get(shown.charAt(at))?.find(({ term }) => shown.startsWith(term, at));
    if (!here) continue;
    places.push({ term: here.id, start: at, end: at + here.term.length });
    at += here.term.length - 1;
  }
  return places;
}

/**
 * Marks each term where it stands for the first time. What is marked is added to `linked`, so that the next line of
 * the task leaves it alone. A place inside of a document's name stays the document's.
 */
export function linkTerms(runs: Run[], known: Known[], linked: Set<string>): Run[] {
  const taken = documentPlaces(runs);
  const spans: Span[] = [];
  for (const place of termSpans(shownOf(runs), known)) {
    const isTaken = taken.some(({ start, end }) => start < place.end && place.start < end);
    if (isTaken || linked.has(place.term)) continue;
    linked.add(place.term);
    spans.push(place);
  }
  return splitRuns(runs, spans);
}

function documentPlaces(runs: Run[]): { start: number; end: number }[] {
  let end = 0;
  return runs.flatMap(({ text, document }) => {
    const start = end;
    end += text.length;
    return document === undefined ? [] : [{ start, end }];
  });
}

/** The tasks that write a term, each with the first sentence that does, also where a document's name holds it. */
export function termUses(id: string, tasks: Task[], known: Known[]): Term['uses'] {
  return allUses(tasks)(known).get(id) ?? [];
}

/** Term → its uses: every sentence is read once for all terms. */
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

/** Where the words that explain a term stand. Expects content that passed check.ts. */
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
