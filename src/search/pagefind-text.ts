/**
 * How texts are written into the Pagefind index and read back: each letter is a word of its own there, so that a
 * phrase finds any string of the text, however it is cut.
 */
import type { Block } from './text-pages.ts';

/** Stands between two blocks; no phrase reaches across it. */
export const BREAK = '␞';
/** Ends a block that the next one goes on from; phrases reach across it. */
const JOIN = '␟';
/** Stands for a blank of the text. */
const BLANK = '␣';

// A character with its combining marks: the smallest piece that can be normalised by itself.
const cluster = /\P{M}\p{M}*|\p{M}+/gu;
const letter = /[\p{L}\p{N}]/u;

/** Puts a blank between the letters of a phrase: one word each, as in the index. */
export function lettersApart(phrase: string): string {
  return Array.from(phrase).join(' ');
}

/** Writes the blocks of a page. */
export function writeBlocks(blocks: Block[]): string {
  const written = blocks.map(({ text, on }, at) => (at === 0 ? '' : on ? JOIN : ` ${BREAK}`) + spaced(text));
  return written.join('');
}

/** Reads back the texts of blocks, in order, each with whether it goes on from the one before. */
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
 * Puts a blank before every letter of a text.
 *
 * A mark never stands alone, because Pagefind would count it as a word and no phrase could reach across it: it is
 * glued to the letter before it or, at the beginning, to the one after it.
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
    // Pagefind takes connecting marks such as _ for letters.
    if (/[\s\p{Pc}␞␟␣]/u.test(piece)) blank = true;
    else if (/^\p{C}/u.test(piece)) continue;
    else if (!letter.test(piece.normalize('NFKC'))) add(piece);
    else for (const [part] of piece.normalize('NFKC').matchAll(cluster)) add(part);
  }
  return out;
}
