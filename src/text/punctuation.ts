/**
 * The declared normalisation of punctuation: the seed has ASCII punctuation throughout, readers are shown the full-width
 * forms of GB/T 15834. No other character is changed here, and no text becomes longer or shorter.
 */

/** ASCII punctuation → full-width punctuation. */
export const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
]);

/** Between two digits a comma or a colon belongs to the number (1,000; 11:07), and a hyphen is the dash of a range. */
const PUNCTUATION = /(?<=\d)([,:-])(?=\d)|[,:;()]/g;

/** The seed's characters as shown. */
export function toShown(source: string): string {
  return source.replace(PUNCTUATION, (character, inNumber?: string) =>
    inNumber === undefined ? (FULL_WIDTH.get(character) ?? character) : inNumber.replace('-', '—'),
  );
}
