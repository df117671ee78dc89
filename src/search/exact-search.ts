/** The exact search in texts: whatever is written is found, wherever it is cut. Needs nothing but the file of texts. */
import { findMatches, lettersOf, normalize, type Letters, type Question, type Range } from './query.ts';
import type { Field, TextPage } from './text-pages.ts';

/** A page read for any number of searches. */
export interface ReadPage extends Omit<TextPage, 'blocks'> {
  /** All blocks; between those that no phrase crosses stands a `GAP`. */
  text: string;
  /** Where each block begins. */
  parts: { start: number; id?: string | undefined; field: Field }[];
  /** SegmentReader that no phrase leaves. */
  runs: { start: number; text: string; chars: string }[];
}

export const GAP = '\u2003';

/** Reads a page once. */
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

/** Says whether a page holds each of the words. */
export function holds({ runs }: ReadPage, words: string[]): boolean {
  return words.every((word) => runs.some(({ chars }) => chars.includes(word)));
}

// What is found again and again is read letter by letter once.
const lettersOfRun = new WeakMap<object, Letters>();

/** Finds where a word stands on a page. */
export function matchesOn({ runs }: ReadPage, word: string): Range[] {
  return runs.flatMap((run) => {
    if (!run.chars.includes(word)) return [];
    const letters = lettersOfRun.get(run) ?? lettersOf(run.text);
    lettersOfRun.set(run, letters);
    return findMatches(letters, word).map(([from, to]): Range => [run.start + from, run.start + to]);
  });
}

/** Finds what answers a question on a page, in order: the whole where it stands there, otherwise its words. */
export function answersOn(page: ReadPage, { words, whole }: Question): Range[] {
  const phrases = holds(page, [whole]) ? [whole] : words;
  return phrases.flatMap((phrase) => matchesOn(page, phrase)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** The block in which a place of the page's text lies. */
export function partAt({ parts }: ReadPage, place: number): ReadPage['parts'][number] | undefined {
  return parts.findLast(({ start }) => start <= place);
}

/** The segment in which a place of the page's text lies. */
export function runAt({ runs }: ReadPage, place: number): ReadPage['runs'][number] | undefined {
  return runs.findLast(({ start }) => start <= place);
}

/** What the pieces of text are that matches lie in, each once, in order. */
export function fieldsOf({ parts }: ReadPage, matches: Range[]): Field[] {
  const touched = parts.filter(({ start }, at) => {
    const end = parts[at + 1]?.start ?? Infinity;
    return matches.some(([from, to]) => from < end && to > start);
  });
  return [...new Set(touched.map(({ field }) => field))];
}

const NAMES: Field[] = ['title', 'unit', 'alias', 'document'];

/** Says whether a page, or something on it, is called so. */
export function isNamed(page: ReadPage, whole: string): boolean {
  return page.runs.some(
    ({ chars, start }) => chars === whole && NAMES.includes(partAt(page, start)?.field ?? 'text'),
  );
}

/**
 * The exact search: the pages that hold every word; all of them where there is none.
 *
 * First comes what bears the name, then pages with the whole in one piece, then the rest, each in the order given.
 */
export function findPages(pages: ReadPage[], { whole, words }: Question): ReadPage[] {
  if (words.length === 0) return pages;
  const found = pages.filter((page) => holds(page, words));
  const rank = (page: ReadPage) => (isNamed(page, whole) ? 0 : holds(page, [whole]) ? 1 : 2);
  const ranks = new Map(found.map((page) => [page, rank(page)]));
  return [0, 1, 2].flatMap((one) => found.filter((page) => ranks.get(page) === one));
}
