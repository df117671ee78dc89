/** How text is compared in a search: only letters and digits count; marks, blanks, letter case and width do not. */
import { simplifier } from '../text/traditional.ts';

/** Kinds of results, in the order in which they are listed; a note is what others say on the page of a task. */
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

/** A segment of a text: from `start` up to, not including, `end`, in UTF-16 units. */
export type Range = [start: number, end: number];

/** The letters of a text as they are compared, each UTF-16 unit with the range it stands for in the text. */
export interface Letters {
  chars: string;
  ranges: Range[];
}

// A character with its combining marks: the smallest piece that can be normalised by itself.
const cluster = /\P{M}\p{M}*|\p{M}+/gu;
const notLetters = /[^\p{L}\p{N}]+/gu;
const notIdeographs = /[^\u4e00-\u9fff]+/g;

/** Gives the letters and digits of a text in the form in which they are compared. */
export function normalize(text: string): string {
  // Most of a text needs no second look.
  return text.replace(notIdeographs, (segment) => {
    let chars = '';
    for (const [piece] of segment.matchAll(cluster)) chars += normalPiece(piece);
    return chars;
  });
}

function normalPiece(piece: string): string {
  return piece.normalize('NFKC').toLowerCase().normalize('NFKC').replace(notLetters, '');
}

/** Reads a text once, for any number of searches in it. */
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

/** Splits a query into what has to be found: its words, normalised, each once; words without letters are left out. */
export function phrases(query: string): string[] {
  const words = query.split(/\s+/u).map(normalize);
  return [...new Set(words)].filter((word) => word !== '');
}

/** Finds where a phrase stands in a text; the ranges do not overlap. */
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

/** Says whether a text contains a phrase, marks, blanks, letter case and width aside. */
export function contains(text: string, phrase: string): boolean {
  const wanted = normalize(phrase);
  return wanted !== '' && normalize(text).includes(wanted);
}

/** What a query asks for. */
export interface Question {
  /** What has to be found, each for itself. */
  words: string[];
  /** The same without the blanks between them: a sentence may have been pasted with blanks that the text has not. */
  whole: string;
  /** True where letters were replaced by the ones that the texts write. */
  folded: boolean;
}

/** Reads a query; `variants` as in variants.ts. */
export function question(query: string, variants = ''): Question {
  const fold = simplifier(variants);
  const asked = normalize(query);
  const whole = fold(asked);
  return { words: phrases(query).map(fold), whole, folded: whole !== asked };
}
