/**
 * Encodes texts for the Pagefind index: each letter is a word of its own, so that a phrase finds any string of the text,
 * without word boundaries.
 */
import type { Block } from './text-pages.ts';

/** Separates two blocks; no phrase crosses it. */
export const BREAK = '␞';
/** Separates a block from one that continues it; phrases may cross it. */
const JOIN = '␟';
/** A blank of the text. */
const BLANK = '␣';

// A character with its combining marks: the smallest unit of normalisation.
const cluster = /\P{M}\p{M}*|\p{M}+/gu;
const letter = /[\p{L}\p{N}]/u;

/** Separates the letters of a phrase by blanks, as in the index. */
export function lettersApart(phrase: string): string {
  return Array.from(phrase).join(' ');
}

/** Encodes the blocks of a page. */
export function writeBlocks(blocks: Block[]): string {
  const written = blocks.map(({ text, on }, at) => (at === 0 ? '' : on ? JOIN : ` ${BREAK}`) + spaced(text));
  return written.join('');
}

/** Decodes the texts of blocks, in order, each with whether it continues the one before. */
export function readBlocks(content: string): { text: string; on: boolean }[] {
  const blocks: { text: string; on: boolean }[] = [];
  let on = false;
  for (const piece of content.replace(/\s+/gu, '').split(/([␞␟])/u)) {
    if (piece === BREAK || piece === JOIN) on = piece === JOIN;
    else blocks.push({ text: piece.replaceAll(BLANK, ' '), on });
  }
  return blocks;
}

/**
 * Inserts a blank before every letter of a text.
 *
 * Punctuation is attached to the letter before it or, at the beginning, to the one after it: by itself Pagefind would take
 * it for a word, which no phrase could cross.
 */
export function spaced(text: string): string {
  let out = ' ';
  let begun = false;
  let blank = false;
  const add = (piece: string) => {
    const isLetter = letter.test(piece);
    if (blank && out !== ' ') out += BLANK;
    if (isLetter && begun) out += ' ';
    begun ||= isLetter;
    blank = false;
    out += piece;
  };
  for (const [piece] of text.matchAll(cluster)) {
    // Pagefind takes connecting punctuation such as _ for letters.
    if (/[\s\p{Pc}␞␟␣]/u.test(piece)) blank = true;
    else if (/^\p{C}/u.test(piece)) continue;
    else if (!letter.test(piece.normalize('NFKC'))) add(piece);
    else for (const [part] of piece.normalize('NFKC').matchAll(cluster)) add(part);
  }
  return out;
}
