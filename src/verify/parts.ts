/** Cuts a text into parts that come from a place of the plan, and parts that are not found. */
import { lettersOf, type Range } from '../search/query.ts';
import { exactPlaces } from './align.ts';
import { isSame } from './compare.ts';
import { partAt, partIn, type Comparison, type Context, type Part, type Quoted } from './find-part.ts';
import { passageAt, taskNamed, type Lettered, type Passage, type Source } from './source.ts';

/** Fewer letters between two quotations only connect them. */
const FEWEST_MISSING = 3;
const SENTENCE_END = /[。！？!?\n]/;
/** A clause in brackets belongs to the sentence before it; a number in brackets begins another. */
const CLAUSE_BEHIND = /^[^\p{L}\p{N}]*[（(](?![0-9一二三四五六七八九十]{1,4}[)）])/u;
/** The number of an item, with what stands behind it. */
const ITEM_NUMBER = /^([0-9]{1,3}|[一二三四五六七八九十]{1,4})[.．、)）](?![0-9])/;

/** The parts of a text, in order; a few letters between two parts only connect them. */
export function partsOfText(comparison: Comparison): Part[] {
  const parts: Part[] = [];
  for (const sentence of sentencesOf(comparison.quoted)) {
    const before = parts[parts.length - 1];
    const named = taskNamed(comparison.source, wordsOf(sentence, comparison.quoted));
    const own = partsOf(sentence, comparison, contextOf(before, named?.passage, comparison.source));
    const near = named?.passage.start ?? own.find(({ found }) => found)?.found?.sourceFrom;
    own.forEach((part, index) => {
      const next = own[index + 1];
      if (next && isJoined(part, next, comparison.source)) part.joined = next.joined = true;
      part.near = near;
    });
    const [only] = own;
    if (own.length === 1 && only && before && goesOn(before, only)) lengthen(before, only);
    else parts.push(...own);
  }
  return parts;
}

const contextOf = (before: Part | undefined, named: Passage | undefined, source: Source): Context => ({
  after: before?.found?.sourceTo,
  near: named ?? (before?.found && passageAt(source, before.found.sourceFrom)),
  sure: named !== undefined,
});

const wordsOf = ([from, to]: Range, { text, ranges }: Lettered) =>
  text.slice(ranges[from]?.[0], ranges[to - 1]?.[1]);

/** Whether a sentence runs from one place of the plan straight into another that does not come later in the same passage. */
function isJoined({ found }: Part, next: Part, source: Source): boolean {
  if (!found || !next.found) return false;
  const [place, other] = [found.sourceTo, next.found.sourceFrom];
  return other < place || passageAt(source, place - 1) !== passageAt(source, other);
}

/** Reads the letters of a text. */
export function quotedOf(text: string, source: Source): Quoted {
  const { chars, ranges } = lettersOf(text);
  const simple = source.simplify(chars);
  return { text, ranges, letters: simple.length === chars.length ? simple : chars };
}

/** The sentences, as ranges of letters. */
function sentencesOf({ text, ranges }: Lettered): Range[] {
  const sentences: Range[] = [];
  let from = 0;
  for (let at = 1; at <= ranges.length; at++) {
    const [end, next] = [ranges[at - 1]?.[1] ?? 0, ranges[at]?.[0]];
    if (next !== undefined) {
      const isEnd = SENTENCE_END.test(text.slice(end, next));
      if (!isEnd || CLAUSE_BEHIND.test(text.slice(end, next + 5))) continue;
    }
    sentences.push([from, at]);
    from = at;
  }
  return sentences;
}

/** A sentence as one part where it stands in the plan, otherwise cut into what was found and the rest. */
function partsOf([from, to]: Range, comparison: Comparison, context: Context): Part[] {
  const { quoted, source } = comparison;
  const [place] = exactPlaces(quoted.letters.slice(from, to), source, context.after);
  if (place !== undefined) {
    return [partAt({ from, to, sourceFrom: place, sourceTo: place + to - from }, comparison)];
  }
  const [, number = ''] = ITEM_NUMBER.exec(quoted.text.slice(quoted.ranges[from]?.[0])) ?? [];
  if (number !== '' && from + number.length < to)
    return partsOf([from + number.length, to], comparison, context);
  return withRests(cut([from, to], comparison, context, true), [from, to], comparison);
}

/** The few letters around what was found belong to it where no mark stands between: 不得深化改革, 500号 for 50号, 98.5 for 98. */
function withRests(parts: Part[], [first, last]: Range, comparison: Comparison): Part[] {
  let end = first;
  return parts.map((part, index) => {
    const [least, most] = [end, parts[index + 1]?.from ?? last];
    let { from, to } = part;
    if (part.found) {
      while (from > least && isRunOn(comparison.quoted, from)) from--;
      while (to < most && isRunOn(comparison.quoted, to)) to++;
    }
    end = to;
    return part.found && (from < part.from || to > part.to)
      ? { ...part, ...partAt({ ...part.found, from, to }, comparison) }
      : part;
  });
}

/** Whether nothing stands before a letter that ends words: a blank, a decimal point or a sign of percent does not. */
const isRunOn = ({ text, ranges }: Lettered, letter: number) =>
  /^[\s.．%％‰]*$/.test(text.slice(ranges[letter - 1]?.[1], ranges[letter]?.[0]));

function cut(range: Range, comparison: Comparison, context: Context, isSentence = false): Part[] {
  const [from, to] = range;
  const part = partIn(range, comparison, context);
  if (!part?.found) return to - from < FEWEST_MISSING && !isSentence ? [] : [{ from, to }];
  const near = passageAt(comparison.source, part.found.sourceFrom);
  return [
    ...cut([from, part.from], comparison, { near, after: context.after, sure: true }),
    part,
    ...cut([part.to, to], comparison, { near, after: part.found.sourceTo, sure: true }),
  ];
}

/** Whether a sentence follows another in the plan as it does in the text, both word for word. */
const goesOn = (before: Part, { found }: Part) =>
  before.found !== undefined &&
  found !== undefined &&
  before.joined !== true &&
  isSame(before.found.pieces) &&
  isSame(found.pieces) &&
  before.found.sourceTo === found.sourceFrom;

function lengthen(before: Part, { to, found }: Part): void {
  if (!before.found || !found) return;
  before.to = to;
  const pieces = [...before.found.pieces, ...found.pieces];
  before.found = { ...before.found, sourceTo: found.sourceTo, pieces };
}
