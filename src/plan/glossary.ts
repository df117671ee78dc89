/** Terms that the plan coins or explains: where the tasks write them, and where a reader is led from the text to the glossary. */
import type { Run, Task, Term } from './model.ts';
import type { Span } from './runs.ts';
import { shownOf, splitRuns } from './runs.ts';

/** What is needed to recognise a term in shown text. */
interface Known {
  id: string;
  term: string;
}

/** The places of terms in shown text, in order. Where one term is part of another, the longer one stands there. */
export function termPlaces(shown: string, known: Known[]): { term: string; start: number; end: number }[] {
  const longestFirst = [...known].sort((a, b) => b.term.length - a.term.length);
  const places: ReturnType<typeof termPlaces> = [];
  for (let at = 0; at < shown.length; at++) {
    const here = longestFirst.find(({ term }) => shown.startsWith(term, at));
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
  for (const place of termPlaces(shownOf(runs), known)) {
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
  return tasks.flatMap(({ number, paragraphs }) => {
    const first = paragraphs
      .flatMap(({ sentences }) => sentences)
      .find(({ text }) => termPlaces(text, known).some(({ term }) => term === id));
    return first ? [{ task: number, sentence: first.id }] : [];
  });
}

/** Where the words that explain a term stand. Expects content that passed check.ts. */
export function explanationOf(
  { task, words }: { task: number; words: string },
  tasks: Task[],
): Term['explained'] {
  const sentence = tasks
    .filter(({ number }) => number === task)
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences))
    .find(({ text }) => text.includes(words));
  return { task, sentence: sentence?.id ?? 's1', words };
}
