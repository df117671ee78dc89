/** Comparison of texts in a search: only letters and digits count, not punctuation, blanks, letter case or width. */
import { withoutRadicals } from '../text/radicals.ts';
import { foldForms } from '../text/fold-forms.ts';
import { datesInWords } from './question/written-dates.ts';
import { simplifier } from '../text/traditional.ts';

/** Kinds of results, in the order in which they are listed; `note`: what is not the plan's text on the page of a task. */
export const kinds = [
  'task',
  'unit',
  'section',
  'document',
  'chapter',
  'correction',
  'page',
  'note',
] as const;
export type Kind = (typeof kinds)[number];

/** A range of a text: [start, end), in UTF-16 units. */
export type Range = [start: number, end: number];

/** The normalised letters of a text, each UTF-16 unit with its range in the text. */
export interface Letters {
  chars: string;
  ranges: Range[];
}

// A character with its combining marks: the smallest unit of normalisation.
const cluster = /\P{M}\p{M}*|\p{M}+/gu;
const notLetters = /[^\p{L}\p{N}]+/gu;
const notIdeographs = /[^\u4e00-\u9fff]+/g;

/** The normalised letters and digits of a text. */
export function normalize(text: string): string {
  // Ideographs, which are most of a text, need no normalisation.
  return text.replace(notIdeographs, (segment) => {
    let chars = '';
    for (const [piece] of segment.matchAll(cluster)) chars += normalPiece(piece);
    return chars;
  });
}

function normalPiece(piece: string): string {
  return withoutRadicals(piece).normalize('NFKC').toLowerCase().normalize('NFKC').replace(notLetters, '');
}

/** Normalises a text with ranges, for any number of searches in it. */
export function lettersOf(text: string): Letters {
  const letters: Letters = { chars: '', ranges: [] };
  for (const match of text.matchAll(cluster)) {
    const chars = normalPiece(match[0]);
    const range: Range = [match.index, match.index + match[0].length];
    letters.chars += chars;
    letters.ranges.push(...Array<Range>(chars.length).fill(range));
  }
  return letters;
}

/** The words of a query, normalised, each once, without words that have no letters. */
export function phrases(query: string): string[] {
  const words = query.split(/\s+/u).map(normalize);
  return [...new Set(words)].filter((word) => word !== '');
}

/** The ranges of a phrase in a text; they do not overlap. */
export function findMatches(text: string | Letters, phrase: string): Range[] {
  const { chars, ranges } = typeof text === 'string' ? lettersOf(text) : text;
  const wanted = normalize(phrase);
  const found: Range[] = [];
  if (wanted === '') return found;
  for (let at = chars.indexOf(wanted); at >= 0; at = chars.indexOf(wanted, at + wanted.length)) {
    const start = ranges[at]?.[0];
    const end = ranges[at + wanted.length - 1]?.[1];
    if (start !== undefined && end !== undefined) found.push([start, end]);
  }
  return found;
}

/** What a query asks for, normalised. */
export interface Phrases {
  /** Each has to be found. */
  words: string[];
  /** The words without the blanks between them: a pasted sentence may have blanks that the text has not. */
  whole: string;
}

/** A parsed query. */
export interface Question extends Phrases {
  /** The same in the forms that texts are folded to; equal to it where it has no other forms. */
  folded: Phrases;
  /** `folded.whole` with dates in words: what is read of it beyond its letters. */
  read: string;
}

/** Parses a query; `variants` as in text/traditional.ts. */
export function question(query: string, variants = ''): Question {
  const simplified = simplifier(variants);
  const other = simplified(foldForms(query));
  return {
    words: phrases(query),
    whole: normalize(query),
    folded: { words: phrases(other), whole: normalize(other) },
    read: normalize(datesInWords(other)),
  };
}
