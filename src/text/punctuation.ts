/**
 * The declared normalisation: the seed has ASCII punctuation throughout, readers are shown the full-width forms of
 * GB/T 15834, ordinary characters for radicals, and a blank for the tab between two cells of a table. No other character is
 * changed here, and no text becomes longer or shorter.
 */
import { withoutRadicals } from './radicals.ts';

/** ASCII punctuation → full-width punctuation. */
export const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
]);

/** An address on the web or of mail, whose signs stay as they are; signs at its end belong to the sentence. */
const ADDRESS =
  /(?<![\w+.-])(?:(?:[A-Za-z][A-Za-z0-9+.-]{0,12}:\/\/|www\.)[\w\-.~:/?#[\]@!$&'*+,;=%]*[\w/#=&]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/g;
/** Figures whose hyphens are no dashes of a range: a telephone number, a date or a number of several groups, 附件1-1. */
const HYPHENATED = '(?<!\\d)(?:\\d{3,4}-\\d{7,8}(?!\\d)|\\d+(?:-\\d+){2,})|(?<=附[件表图录] ?)\\d+-\\d+';
/** Between two digits a comma or a colon belongs to the number (1,000; 11:07), and a hyphen is the dash of a range. */
const PUNCTUATION = new RegExp(`${HYPHENATED}|(?<=\\d)([,:-])(?=\\d)|[,:;()]`, 'g');

/** The seed's characters as shown. */
export function toShown(source: string): string {
  let at = 0;
  let shown = '';
  if (!/:\/\/|www\.|@/.test(source)) return withoutRadicals(punctuated(source));
  for (const { 0: address, index } of source.matchAll(ADDRESS)) {
    shown += punctuated(source.slice(at, index)) + address;
    at = index + address.length;
  }
  return withoutRadicals(shown + punctuated(source.slice(at)));
}

/** A copy of the same length in which addresses have no marks. */
export const withoutAddresses = (text: string) =>
  text.replace(ADDRESS, (address) => 'x'.repeat(address.length));

const punctuated = (source: string) =>
  source
    .replaceAll('\t', ' ')
    .replace(PUNCTUATION, (character, inNumber?: string) =>
      inNumber === undefined ? (FULL_WIDTH.get(character) ?? character) : inNumber.replace('-', '—'),
    );
