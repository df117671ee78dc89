/**
 * The declared normalisation: the seed has ASCII marks throughout, readers are shown the full-width ones
 * of GB/T 15834. Nothing else about the characters changes here.
 */

/** ASCII mark → full-width mark. */
export const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
]);

/** Between two digits a comma or a colon belongs to the number (1,000; 11:07), a hyphen is the dash of a span. */
const BETWEEN_DIGITS: ReadonlyMap<string, string> = new Map([
  [',', ','],
  [':', ':'],
  ['-', '—'],
]);

const SOURCE_OF: ReadonlyMap<string, string> = new Map(
  [...FULL_WIDTH, ['-', '—'] as const].map(([ascii, full]) => [full, ascii]),
);

const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);

/** Shows one character of the seed; its neighbours decide whether a mark belongs to a number. */
function showCharacter(text: string, index: number): string {
  const character = text.charAt(index);
  const inNumber = isDigit(text[index - 1]) && isDigit(text[index + 1]);
  const shown = inNumber ? BETWEEN_DIGITS.get(character) : undefined;
  return shown ?? FULL_WIDTH.get(character) ?? character;
}

/** Gives the seed's characters full-width marks; the length never changes. */
export function toShown(source: string): string {
  return source.replace(/[,:;()-]/g, (_, index: number) => showCharacter(source, index));
}

/** Maps the marks of shown text back to the seed's ASCII marks; the inverse of `toShown` where the seed has no full-width marks. */
export function toSource(shown: string): string {
  return shown.replace(/[，：；（）—]/g, (mark) => SOURCE_OF.get(mark) ?? mark);
}
