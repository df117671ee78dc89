/** Where a line of a title may break: between words, so that no word is torn and no character stands alone. */

/** A single character that belongs to the word after it; any other belongs to the word before. */
const LEADING =
  /^[一二三四五六七八九十两不与为于从以使全再分别副及可向和在如对将当必或把按据新无既最未本某次每比由用第给经而让该请被要诸跨非预]$/u;
const HAN = /\p{Script=Han}/u;

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Up to this length a title fits into any line. */
const SHORT = 6;

/** Titles are printed on many pages. */
const known = new Map<string, string[]>();

/**
 * Splits a text into the pieces between which a line may break; joined they are the text. Only places between two Chinese
 * characters are meant: after marks and blanks a browser breaks lines by itself.
 */
export function phrases(text: string): string[] {
  if (text.length <= SHORT) return [text];
  const found = known.get(text) ?? split(text);
  known.set(text, found);
  return found;
}

function split(text: string): string[] {
  const pieces = [''];
  const join = (word: string) => pieces.push((pieces.pop() ?? '') + word);
  let leads = false;
  for (const { segment } of segmenter?.segment(text) ?? [{ segment: text }]) {
    const isLeading = LEADING.test(segment);
    const isWord = segment.length > 1 || isLeading;
    const isBetween = HAN.test(pieces.at(-1)?.at(-1) ?? '') && HAN.test(segment.charAt(0));
    if (isBetween && isWord && !leads) pieces.push(segment);
    else join(segment);
    leads = isLeading;
  }
  // A single character at either end stays with its neighbour.
  const [first = '', second = '', ...rest] = pieces;
  const whole = first.length < 2 ? [first + second, ...rest] : pieces;
  const last = whole.pop() ?? '';
  return lettersIn(last) < 2 ? [...whole.slice(0, -1), (whole.at(-1) ?? '') + last] : [...whole, last];
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
