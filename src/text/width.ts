/**
 * A shadow of a text for patterns to run on: ASCII marks and digits, a blank for every kind of blank.
 * It has the same length, so that a place found in it is the place in the text itself.
 */

const FULL = '０１２３４５６７８９，：；（）．－～／';
const HALF = '0123456789,:;().-~/';

/** Characters that take no room on the page; a crawler leaves them between letters. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/** The shadow of a text, character by character. */
export function foldWidth(text: string): string {
  return text.replace(
    /[０-９，：；（）．－～／]|[^\S\n]|[\u00ad\u200b-\u200f\u2060\ufeff]/g,
    (character) => HALF[FULL.indexOf(character)] ?? ' ',
  );
}
