/**
 * Width-folded copy of a text for regular expressions: ASCII punctuation and digits, a space for every kind of blank.
 * It has the same length, so that offsets in it are those of the original.
 */

const FULL = '０１２３４５６７８９，：；（）．－～／';
const HALF = '0123456789,:;().-~/';

/** Characters without width (soft hyphen, zero-width space, byte-order mark …), which crawlers leave between letters. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** Folds the width of a text, character by character. */
export function foldWidth(text: string): string {
  return text.replace(
    /[０-９，：；（）．－～／]|[^\S\n]|[\u00ad\u200b-\u200f\u2060\ufeff]/g,
    (character) => HALF[FULL.indexOf(character)] ?? ' ',
  );
}
