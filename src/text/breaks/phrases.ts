/** Where a line of a title may break: between words, so that no word is torn and no character stands alone. */

/** A single character that belongs to the word after it. */
const LEADING =
  /^[一二三四五六七八九十两不与为于从以使全再分别副及可向和在如对将当必或把按据新无既最未本某次每比由用第给经而让该请被要诸跨非预]$/u;
/** One that belongs to the word before it. Of all others two in a row are a word that the dictionary lacks. */
const TRAILING = /^[的了地得性化型权制法者等级率度员家区党]$/u;
/** The end of a place name that was taken apart: 某|某区. */
const PLACE = /^.[市区县旗镇乡]$/u;
/** What a document is: 实施方案, 工作要点. */
const GENRE = /^(?:方案|意见|计划|规划|纲要|要点|办法|规定|细则|条例)$/u;
const HAN = /\p{Script=Han}/u;

/** Shorter pieces are joined: one chance more to break a line is worth less than its bytes on every page. */
const PIECE = 3;
/** Up to this length a title fits into any line. */
const SHORT = 5;

// Firefox before 125 has none.
const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
const segmenter = Segmenter && new Segmenter('zh', { granularity: 'word' });

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
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  const words = segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [text];
  for (const [index, word] of words.entries()) {
    if (mayBreak(before, word, words[index + 1] ?? '') && lettersAtEnd(piece) >= PIECE) {
      pieces.push(piece);
      piece = '';
    }
    piece += word;
    before = word;
  }
  // A single character at the end stays with what is before it.
  return lettersAtEnd(piece.replace(/[^\p{L}\p{N}]+$/u, '')) < 2 && pieces.length > 0
    ? [...pieces.slice(0, -1), pieces.slice(-1).join('') + piece]
    : [...pieces, piece];
}

/** Whether a line may break between two words as the dictionary has them, before a third. */
function mayBreak(before: string, word: string, after: string): boolean {
  const isBetween = HAN.test(before.slice(-1)) && HAN.test(word.charAt(0));
  const isTorn = before.length === 1 ? LEADING.test(before) || PLACE.test(word) : GENRE.test(word);
  const isLone = (one: string) =>
    one.length === 1 && HAN.test(one) && !LEADING.test(one) && !TRAILING.test(one);
  const isWord = word.length > 1 || LEADING.test(word) || (isLone(word) && isLone(after) && !isLone(before));
  return isBetween && !isTorn && isWord;
}

/** The number of letters after the last mark, where a browser may break the line by itself. */
const lettersAtEnd = (text: string) => /[\p{L}\p{N}]*$/u.exec(text)?.[0].length ?? 0;
