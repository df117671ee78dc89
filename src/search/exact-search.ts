/** The exact search: finds any string of the texts, without word boundaries. It needs nothing but the texts. */
import { last } from '../text/lists.ts';
import {
  findMatches,
  lettersOf,
  normalize,
  type Kind,
  type Letters,
  type Phrases,
  type Range,
} from './query.ts';
import { foldForms } from '../text/fold-forms.ts';
import type { Block, Field, TextPage } from './text-pages.ts';

/** A text that a phrase may be found in. */
export interface PreparedRun {
  start: number;
  text: string;
  /** Its letters, normalised. */
  chars: string;
  /** The same after `foldForms`; equal to `chars` in most texts. */
  folded: string;
}

/** The letters of a run as they are written, or as they are folded. */
export type Form = 'chars' | 'folded';

/** A block at its offset in the text of its page. */
interface Part extends Omit<Block, 'text' | 'on'> {
  start: number;
  field: Field;
}

/** A page prepared for any number of searches. */
export interface PreparedPage extends Omit<TextPage, 'blocks'> {
  /** All blocks, with a `GAP` between blocks that a phrase must not cross. */
  text: string;
  /** The offset of each block. */
  parts: Part[];
  /** The texts between gaps; a phrase is inside of one of them. */
  runs: PreparedRun[];
  /** What the page, or something on it, is called; normalised. */
  names: string[];
  /** The names in which words count more than in the text: those of the plan, not of this site's own pages. */
  titles: string[];
  /** The first sentence of a task, normalised: what is to be done. Empty for other pages. */
  purpose: string;
}

export const GAP = '\u2003';
const NAMES: Field[] = ['title', 'unit', 'document'];
const FIRST_SENTENCE = 's1';
/** Kinds of pages whose words are this site's own. */
export const OF_SITE: Kind[] = ['page', 'correction'];

/** Prepares a page. */
export function preparePage({ blocks, ...page }: TextPage): PreparedPage {
  const parts: PreparedPage['parts'] = [];
  const runs: { start: number; text: string }[] = [];
  let text = '';
  for (const { text: own, on, field = 'text', ...block } of blocks) {
    const run = last(runs);
    if (run && on) run.text += own;
    else {
      if (run) text += GAP;
      runs.push({ start: text.length, text: own });
    }
    parts.push({ ...block, start: text.length, field });
    text += own;
  }
  const read = runs.map((run): PreparedRun => {
    const [chars, other] = [normalize(run.text), foldForms(run.text)];
    return { ...run, chars, folded: other === run.text ? chars : normalize(other) };
  });
  const fieldAt = (at: number) => parts.find(({ start }) => start === at)?.field ?? 'text';
  const names = read.filter(({ start }) => NAMES.includes(fieldAt(start))).map(({ chars }) => chars);
  const purpose = page.kind === 'task' ? blocks.filter(({ id }) => id === FIRST_SENTENCE) : [];
  return {
    ...page,
    text,
    parts,
    runs: read,
    names,
    titles: OF_SITE.includes(page.kind) ? [] : names,
    purpose: purpose.map((block) => normalize(block.text)).join(''),
  };
}

/** Whether a page contains each of the words. */
export function holds({ runs }: PreparedPage, words: string[], form: Form = 'chars'): boolean {
  return words.every((word) => runs.some((run) => run[form].includes(word)));
}

// Cached: the same runs are found by many queries.
const lettersOfRun = { chars: new WeakMap<object, Letters>(), folded: new WeakMap<object, Letters>() };

/** The ranges of a word on a page. */
export function matchesOn({ runs }: PreparedPage, word: string, form: Form = 'chars'): Range[] {
  return runs.flatMap((run) => {
    if (!run[form].includes(word)) return [];
    const letters =
      lettersOfRun[form].get(run) ?? lettersOf(form === 'chars' ? run.text : foldForms(run.text));
    lettersOfRun[form].set(run, letters);
    return findMatches(letters, word).map(([from, to]): Range => [run.start + from, run.start + to]);
  });
}

/** The ranges that match a query on a page, in order: those of the whole query if there are any, otherwise of its words. */
export function answersOn(page: PreparedPage, { words, whole }: Phrases, form: Form = 'chars'): Range[] {
  const phrases = holds(page, [whole], form) ? [whole] : words;
  return phrases
    .flatMap((phrase) => matchesOn(page, phrase, form))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** The block at an offset of the page's text. */
export function partAt({ parts }: PreparedPage, place: number): PreparedPage['parts'][number] | undefined {
  return last(parts.filter(({ start }) => start <= place));
}

/** The run at an offset of the page's text. */
export function runAt({ runs }: PreparedPage, place: number): PreparedPage['runs'][number] | undefined {
  return last(runs.filter(({ start }) => start <= place));
}

/** The fields of the blocks that contain matches, each once, in order. */
export function fieldsOf({ parts }: PreparedPage, matches: Range[]): Field[] {
  const touched = parts.filter(({ start }, at) => {
    const end = parts[at + 1]?.start ?? Infinity;
    return matches.some(([from, to]) => from < end && to > start);
  });
  return [...new Set(touched.map(({ field }) => field))];
}

/**
 * How close a page is to a query, from 0: called so, words in its title, words in its first sentence, the query as it
 * is written, its words.
 */
function rank({ names, titles, purpose, runs }: PreparedPage, { whole, words }: Phrases, form: Form): number {
  if (names.includes(whole)) return 0;
  if (words.every((word) => titles.some((title) => title.includes(word)))) return 1;
  if (words.every((word) => purpose.includes(word))) return 2;
  return runs.some((run) => run[form].includes(whole)) ? 3 : 4;
}

/** The pages that contain every word, the closest first, otherwise in the given order; without words all pages. */
export function findPages(pages: PreparedPage[], asked: Phrases, form: Form = 'chars'): PreparedPage[] {
  if (asked.words.length === 0) return pages;
  return pages
    .filter((page) => holds(page, asked.words, form))
    .map((page) => ({ page, rank: rank(page, asked, form) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ page }) => page);
}
