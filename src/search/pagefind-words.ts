/**
 * How texts stand in the Pagefind index, and how they are asked for: each letter or digit is indexed together with the
 * next one (法治政府 → 法治 治政 政府), so that a quoted sequence of pairs finds exactly the strings of the text, wherever
 * they are cut. Runs are kept apart by a word that no query holds.
 */
import { preparePage } from './exact-search.ts';
import type { Entry } from './text-pages.ts';

/** What part of a page is searched: all of it, the names of the plan on it, a task's first sentence, or what the site added. */
export type Zone = 'text' | 'title' | 'purpose' | 'added';

/**
 * Words of a zone begin with its sign, words of single letters with the sign twice. All of them are longer than a pair, and
 * the signs are letters (Pagefind drops punctuation) of a script that no plan is written in.
 */
const SIGNS: Record<Zone, string> = { text: '', title: 'ǃ', purpose: 'ǂ', added: 'ˀ' };
const LETTER = 'ǀ';
const WHOLE = 'ǁ';

/** The words of a record. */
export function recordWords({ page, notes }: Omit<Entry, 'id'>): string {
  const words: string[] = [];
  const letters = new Set<string>();
  const add = (chars: string, zone: Zone) => {
    words.push(...pairs(chars).map((pair) => SIGNS[zone] + pair), LETTER);
    for (const letter of chars) letters.add(letterWord(letter, zone));
  };
  const { runs, names, titles, purpose } = preparePage(page);
  for (const { chars } of runs) add(chars, 'text');
  for (const name of names) words.push(WHOLE + WHOLE + name);
  for (const title of titles) add(title, 'title');
  if (purpose !== '') add(purpose, 'purpose');
  for (const { chars } of notes.flatMap((note) => preparePage(note).runs)) add(chars, 'added');
  return [...words, ...[...letters].sort()].join(' ');
}

/** The query for letters that stand next to each other; they are normalised. */
export function phraseQuery(letters: string, zone: Zone = 'text'): string {
  const words =
    Array.from(letters).length === 1
      ? [letterWord(letters, zone)]
      : pairs(letters).map((pair) => SIGNS[zone] + pair);
  return `"${words.join(' ')}"`;
}

/** The query for what is called exactly so. */
export const nameQuery = (letters: string) => `"${WHOLE}${WHOLE}${letters}"`;

/** Neighbouring letters, in order. */
export function pairs(letters: string): string[] {
  const all = Array.from(letters);
  return all.slice(1).map((letter, at) => `${all[at] ?? ''}${letter}`);
}

const letterWord = (letter: string, zone: Zone) => (SIGNS[zone] || LETTER).repeat(2) + letter;
