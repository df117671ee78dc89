/**
 * How text is compared in a search, and how it is written into the index.
 *
 * Only letters and digits count; marks, blanks, letter case and width do not. In the index each letter is a word of
 * its own, so that a query finds any string of the text, however it is cut.
 */

/** Kinds of pages in the index, in the order in which results are listed. */
export const kinds = ['task', 'unit', 'section', 'document', 'chapter', 'correction', 'page'] as const;
export type Kind = (typeof kinds)[number];

/** Stands in the index between two blocks; no phrase reaches across it. */
export const BREAK = '␞';
/** Stands in the index for a blank of the text, and between two blocks that belong together. */
export const BLANK = '␣';

/** A stretch of a text: from `start` up to, not including, `end`, in UTF-16 units. */
export type Range = [start: number, end: number];

/** The letters of a text as they are compared, each UTF-16 unit with the range it stands for in the text. */
export interface Letters {
  chars: string;
  ranges: Range[];
}

// A character with its combining marks: the smallest piece that can be normalised by itself.
const cluster = /\P{M}\p{M}*|\p{M}+/gu;
const letter = /[\p{L}\p{N}]/u;
const notLetters = /[^\p{L}\p{N}]+/gu;

/** Gives the letters and digits of a text in the form in which they are compared. */
export function normalize(text: string): string {
  let chars = '';
  for (const [piece] of text.matchAll(cluster)) chars += normalPiece(piece);
  return chars;
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

/** Puts a blank before every letter of a phrase: one word each, as in the index. */
export function lettersApart(phrase: string): string {
  return Array.from(phrase).join(' ');
}

/** Writes one text for the index, see `spacing`. */
export function spaced(text: string): string {
  return spacing().text(text);
}

/**
 * Writes the texts of a page, in order, for the index: every letter becomes a word.
 *
 * A mark never stands alone, because Pagefind would count it as a word and no phrase could reach across it: it is
 * glued to the letter before it or, at the edge of a block, to the one after it.
 */
export function spacing(): { text(value: string): string; edge(): void } {
  let place: 'edge' | 'opening' | 'inside' = 'edge';
  let blank = false;

  function add(piece: string): string {
    let out = '';
    if (place === 'edge') out = ' ';
    else if (place === 'inside' && blank) out = BLANK;
    if (place === 'edge') place = 'opening';
    blank = false;
    if (!letter.test(piece)) return out + piece;
    if (place === 'inside') out += ' ';
    place = 'inside';
    return out + piece;
  }

  return {
    text(value) {
      let out = '';
      for (const [piece] of value.matchAll(cluster)) {
        // Pagefind takes connecting marks such as _ for letters.
        if (/[\s\p{Pc}␞␣]/u.test(piece)) blank = true;
        else if (/^\p{C}/u.test(piece)) continue;
        else if (!letter.test(piece.normalize('NFKC'))) out += add(piece);
        else for (const [part] of piece.normalize('NFKC').matchAll(cluster)) out += add(part);
      }
      return out;
    },
    edge() {
      place = 'edge';
      blank = false;
    },
  };
}

/** Reads a text back from the index, with the place where each of its words begins. */
export function unspaced(content: string): { text: string; starts: number[] } {
  let text = '';
  const starts: number[] = [];
  for (const word of content.split(/\s+/u)) {
    if (word === '') continue;
    starts.push(text.length);
    text += word.replaceAll(BLANK, ' ');
  }
  return { text: text.trimEnd(), starts };
}
