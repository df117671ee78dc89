/** The exact search: finds any string of the texts, without word boundaries. It needs nothing but the texts. */
import { findMatches, lettersOf, normalize, type Letters, type Question, type Range } from './query.ts';
import type { Field, TextPage } from './text-pages.ts';

/** A page prepared for any number of searches. */
export interface ReadPage extends Omit<TextPage, 'blocks'> {
  /** All blocks, with a `GAP` between blocks that a phrase must not cross. */
  text: string;
  /** The offset of each block. */
  parts: { start: number; id?: string | undefined; field: Field }[];
  /** The texts between gaps; a phrase is inside of one of them. */
  runs: { start: number; text: string; chars: string }[];
}

export const GAP = '\u2003';

/** Prepares a page. */
export function readPage({ blocks, ...page }: TextPage): ReadPage {
  const parts: ReadPage['parts'] = [];
  const runs: { start: number; text: string }[] = [];
  let text = '';
  for (const { text: own, id, field = 'text', on } of blocks) {
    const run = runs.at(-1);
    if (run && on) run.text += own;
    else {
      if (run) text += GAP;
      runs.push({ start: text.length, text: own });
    }
    parts.push({ start: text.length, id, field });
    text += own;
  }
  return { ...page, text, parts, runs: runs.map((run) => ({ ...run, chars: normalize(run.text) })) };
}

/** Whether a page contains each of the words. */
export function holds({ runs }: ReadPage, words: string[]): boolean {
  return words.every((word) => runs.some(({ chars }) => chars.includes(word)));
}

// Cached: the same runs are found by many queries.
const lettersOfRun = new WeakMap<object, Letters>();

/** The ranges of a word on a page. */
export function matchesOn({ runs }: ReadPage, word: string): Range[] {
  return runs.flatMap((run) => {
    if (!run.chars.includes(word)) return [];
    const letters = lettersOfRun.get(run) ?? lettersOf(run.text);
    lettersOfRun.set(run, letters);
    return findMatches(letters, word).map(([from, to]): Range => [run.start + from, run.start + to]);
  });
}

/** The ranges that match a query on a page, in order: those of the whole query if there are any, otherwise of its words. */
export function answersOn(page: ReadPage, { words, whole }: Question): Range[] {
  const phrases = holds(page, [whole]) ? [whole] : words;
  return phrases.flatMap((phrase) => matchesOn(page, phrase)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** The block at an offset of the page's text. */
export function partAt({ parts }: ReadPage, place: number): ReadPage['parts'][number] | undefined {
  return parts.findLast(({ start }) => start <= place);
}

/** The run at an offset of the page's text. */
export function runAt({ runs }: ReadPage, place: number): ReadPage['runs'][number] | undefined {
  return runs.findLast(({ start }) => start <= place);
}

/** The fields of the blocks that contain matches, each once, in order. */
export function fieldsOf({ parts }: ReadPage, matches: Range[]): Field[] {
  const touched = parts.filter(({ start }, at) => {
    const end = parts[at + 1]?.start ?? Infinity;
    return matches.some(([from, to]) => from < end && to > start);
  });
  return [...new Set(touched.map(({ field }) => field))];
}

const NAMES: Field[] = ['title', 'unit', 'alias', 'document'];

/** Whether a query is the name of a page, or of something on it. */
export function isNamed(page: ReadPage, whole: string): boolean {
  return page.runs.some(
    ({ chars, start }) => chars === whole && NAMES.includes(partAt(page, start)?.field ?? 'text'),
  );
}

/**
 * The exact search: the pages that contain every word; without words all pages.
 *
 * Pages with that name come first, then pages that contain the whole query, then the others, each in the given order.
 */
export function findPages(pages: ReadPage[], { whole, words }: Question): ReadPage[] {
  if (words.length === 0) return pages;
  const found = pages.filter((page) => holds(page, words));
  const rank = (page: ReadPage) => (isNamed(page, whole) ? 0 : holds(page, [whole]) ? 1 : 2);
  const ranks = new Map(found.map((page) => [page, rank(page)]));
  return [0, 1, 2].flatMap((one) => found.filter((page) => ranks.get(page) === one));
}
