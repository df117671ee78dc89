/** Cuts a text into its sentences and lines. */
import { lettersOf, type Range } from '../search/query.ts';
import { numberAt, splitLines, type Lines } from './lines.ts';
import type { Quoted } from './passages.ts';
import type { Source } from './source.ts';

/** A dot between blanks parts facts in a list. */
const SENTENCE_END = /[。！？!?\n]| · /;
/** A clause in brackets belongs to the sentence before it; a number in brackets begins another. */
const CLAUSE_BEHIND = /^[^\p{L}\p{N}]*[（(](?![0-9一二三四五六七八九十]{1,4}[)）])/u;

/** Reads the letters of a text. */
export function quotedOf(text: string, source: Source): Quoted {
  const { chars, ranges } = lettersOf(text);
  const simple = source.simplify(chars);
  return { text, ranges, letters: simple.length === chars.length ? simple : chars };
}

/** The sentences and lines, as ranges of letters. */
export function sentencesOf({ quoted, source }: { quoted: Quoted; source: Source }): Range[] {
  return sentenceRanges(quoted, source.lines).flatMap((range) =>
    source.letters.includes(quoted.letters.slice(...range)) ? [range] : splitLines(range, quoted, source),
  );
}

function sentenceRanges(quoted: Quoted, lines: Lines): Range[] {
  const { text, ranges } = quoted;
  const sentences: Range[] = [];
  let from = 0;
  for (let at = 1; at <= ranges.length; at++) {
    const [end, next] = [ranges[at - 1]?.[1] ?? 0, ranges[at]?.[0]];
    if (next !== undefined) {
      const isEnd = SENTENCE_END.test(text.slice(end, next));
      if (!isEnd || CLAUSE_BEHIND.test(text.slice(end, next + 5))) continue;
      // The number of an item on a line of its own.
      if (numberAt(quoted, from, lines) === at - from) continue;
    }
    sentences.push([from, at]);
    from = at;
  }
  return sentences;
}
