/**
 * How texts stand in the Pagefind index, and how they are asked for: each letter or digit is indexed together with the
 * next one (法治政府 → 法治 治政 政府), so that a quoted sequence of pairs finds exactly the strings of the text, wherever
 * they are cut. Runs are kept apart by a word that no query has.
 */
import { preparePage, type PreparedPage } from './exact-search.ts';
import type { Entry } from './text-pages.ts';

/**
 * What part of an entry is searched: its page, its page in the folded forms, the names of the plan on it, a task's first
 * sentence, or the notes on it.
 */
export type Zone = 'text' | 'folded' | 'title' | 'purpose' | 'notes';

/**
 * Signs are letters (Pagefind drops punctuation) of a script that no plan is written in, and words with signs are longer than
 * pairs: no text looks like one. Pagefind loads words by their first letters: signs at the end are loaded with the pair,
 * a sign at the beginning keeps a zone apart.
 */
const SIGNS: Record<Zone, [before: string, after: string]> = {
  text: ['', ''],
  // What is written in the folded forms already stands among `text`.
  folded: ['ˁ', ''],
  title: ['', 'ǃ'],
  purpose: ['', 'ǂ'],
  notes: ['ˀ', ''],
};
const BREAK = 'ǀ';
const LETTER = 'ǀǀ';
const WHOLE = 'ǁǁ';

/** The words of an entry in the index that answers every query. */
export function entryWords({ page, notes }: Omit<Entry, 'id'>): string {
  const { runs, names, titles, purpose } = preparePage(page);
  const texts: [Zone, string][] = [
    ...charsOf(runs).map((chars): [Zone, string] => ['text', chars]),
    ...runs
      .filter(({ chars, folded }) => folded !== chars)
      .map(({ folded }): [Zone, string] => ['folded', folded]),
    ...titles.map((chars): [Zone, string] => ['title', chars]),
    ...(purpose === '' ? [] : ([['purpose', purpose]] satisfies [Zone, string][])),
    ...notes
      .flatMap((note) => charsOf(preparePage(note).runs))
      .map((chars): [Zone, string] => ['notes', chars]),
  ];
  const letters = texts.flatMap(([zone, chars]) => Array.from(chars, (letter) => letterWord(letter, zone)));
  return [
    ...texts.flatMap(([zone, chars]) => pairWords(chars, zone)),
    ...names.map((name) => name + WHOLE),
    ...[...new Set(letters)].sort(),
  ].join(' ');
}

/**
 * The words of an entry where the file of texts answers exactly: Pagefind is asked for tasks that are alike and for
 * filters, so the words of tasks are kept apart from all others.
 */
export function rankingWords({ page, notes }: Omit<Entry, 'id'>): string {
  const { runs, titles } = preparePage(page);
  const isTask = page.kind === 'task';
  const words = (texts: string[], zone: Zone) => texts.flatMap((chars) => pairWords(chars, zone));
  return [
    ...words(charsOf(runs), isTask ? 'text' : 'notes'),
    // Words of a title count twice.
    ...words(isTask ? titles : [], 'text'),
    ...notes.flatMap((note) => words(charsOf(preparePage(note).runs), 'notes')),
  ].join(' ');
}

/** The query for letters that stand next to each other; they are normalised. */
export function phraseQuery(letters: string, zone: Zone = 'text'): string {
  const [first = '', ...others] = Array.from(letters);
  const words =
    others.length === 0 ? [letterWord(first, zone)] : pairs(letters).map((pair) => signed(pair, zone));
  return `"${words.join(' ')}"`;
}

/** The query for what is called exactly so. */
export const nameQuery = (letters: string) => `"${letters}${WHOLE}"`;

/** Neighbouring letters, in order. */
export function pairs(letters: string): string[] {
  const all = Array.from(letters);
  return all.slice(1).map((letter, at) => `${all[at] ?? ''}${letter}`);
}

const charsOf = (runs: PreparedPage['runs']) => runs.map(({ chars }) => chars);
const signed = (word: string, zone: Zone) => SIGNS[zone][0] + word + SIGNS[zone][1];
const letterWord = (letter: string, zone: Zone) => signed(letter + LETTER, zone);
const pairWords = (chars: string, zone: Zone) => [...pairs(chars).map((pair) => signed(pair, zone)), BREAK];
