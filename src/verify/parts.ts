/** Cuts a text into parts that come from a place of the plan, and parts that are not found. */
import { lettersOf, type Range } from '../search/query.ts';
import { bestMatch, exactPlaces, goesOnFrom, widened, type Match } from './align.ts';
import { compareTokens, countSame, isSame, type Piece } from './compare.ts';
import { passageAt, type Lettered, type Source } from './source.ts';
import { textOf, type Tokenizer } from './tokens.ts';

/**
 * Fewer letters are no quotation, unless they are a whole sentence or go on where the one before ended; nor are few that
 * stand in many places: 2017年底前完成.
 */
const [FEWEST, FEW] = [8, 14];
const FEWEST_BEHIND = 5;
const MANY_PLACES = 3;
/** Fewer letters between two quotations only connect them. */
const FEWEST_MISSING = 3;
/** So much of a quotation has to be the same. */
const SHARE = 0.6;
/** What differs needs so many letters that are the same, unless it goes on where the one before ended. */
const FEWEST_DIFFERING = 12;
const SENTENCE_END = /[。！？!?\n]/;
/** A clause in brackets belongs to the sentence before it; a number in brackets begins another. */
const CLAUSE_BEHIND = /^[^\p{L}\p{N}]*[（(](?![0-9一二三四五六七八九十]{1,4}[)）])/u;
/** The number of an item, with what stands behind it. */
const ITEM_NUMBER = /^([0-9]{1,3}|[一二三四五六七八九十]{1,4})[.．、)）](?![0-9])/;

/** The text whose letters are compared. */
export interface Quoted extends Lettered {
  letters: string;
}

/** What a text is compared with, and how. */
export interface Comparison {
  quoted: Quoted;
  source: Source;
  tokens: Tokenizer;
}

/** Letters [from, to) of the text with the place of the plan that was found for them, and how they differ from it. */
export interface Part {
  from: number;
  to: number;
  found?: { sourceFrom: number; sourceTo: number; pieces: Piece[] };
  /** Of what was not found: a place in the same sentence. */
  near?: number | undefined;
  joined?: boolean;
}

/** The parts of a text, in order; a few letters between two parts only connect them. */
export function partsOfText(comparison: Comparison): Part[] {
  const parts: Part[] = [];
  for (const sentence of sentencesOf(comparison.quoted)) {
    const before = parts[parts.length - 1];
    const own = partsOf(sentence, comparison, before?.found?.sourceTo);
    const near = own.find(({ found }) => found)?.found?.sourceFrom;
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
function partsOf([from, to]: Range, comparison: Comparison, after: number | undefined): Part[] {
  const { quoted, source } = comparison;
  const [place] = exactPlaces(quoted.letters.slice(from, to), source, after);
  if (place !== undefined) {
    return [partAt({ from, to, sourceFrom: place, sourceTo: place + to - from }, comparison)];
  }
  const [, number = ''] = ITEM_NUMBER.exec(quoted.text.slice(quoted.ranges[from]?.[0])) ?? [];
  if (number !== '' && from + number.length < to)
    return partsOf([from + number.length, to], comparison, after);
  return cut([from, to], comparison, after, true);
}

function cut(range: Range, comparison: Comparison, after: number | undefined, isSentence = false): Part[] {
  const [from, to] = range;
  const best = bestMatch(comparison.quoted.letters, range, comparison.source, after);
  const part = best && accepted(best, range, comparison, after);
  if (!part?.found) return to - from < FEWEST_MISSING && !isSentence ? [] : [{ from, to }];
  return [
    ...cut([from, part.from], comparison, after),
    part,
    ...cut([part.to, to], comparison, part.found.sourceTo),
  ];
}

/** A match as a part, if it is long and similar enough to be a quotation. */
function accepted(
  match: Match,
  range: Range,
  comparison: Comparison,
  after: number | undefined,
): Part | undefined {
  const { quoted, source } = comparison;
  const follows = goesOnFrom(after, match.sourceFrom, source);
  if (match.same < (follows ? FEWEST_BEHIND : FEWEST)) return undefined;
  if (!follows && match.same < FEW) {
    const letters = quoted.letters.slice(match.from, match.to);
    if (exactPlaces(letters, source, undefined).length >= MANY_PLACES) return undefined;
  }
  for (const one of [widened(match, range, quoted, source), match]) {
    const part = partAt(one, comparison);
    const pieces = part.found?.pieces ?? [];
    const same = countSame(pieces);
    const isLong = isSame(pieces) || follows || same >= FEWEST_DIFFERING;
    if (isLong && same >= SHARE * (one.to - one.from)) return part;
  }
  return undefined;
}

/** Compares the letters of a match; a quotation may begin and end anywhere, so nothing is missing at its ends. */
function partAt(
  { from, to, sourceFrom, sourceTo }: Omit<Match, 'same'>,
  { quoted, source, tokens }: Comparison,
): Part {
  const passage = passageAt(source, sourceFrom);
  const ranges = passage.ranges.slice(sourceFrom - passage.start, sourceTo - passage.start);
  const pieces = compareTokens(
    tokens(source.letters.slice(sourceFrom, sourceTo), ranges),
    tokens(quoted.letters.slice(from, to), quoted.ranges.slice(from, to)),
  );
  const start = pieces[0]?.kind === 'missing' ? textOf(pieces.shift()?.source ?? []).length : 0;
  const last = pieces[pieces.length - 1];
  const end = last?.kind === 'missing' ? textOf(pieces.pop()?.source ?? []).length : 0;
  return { from, to, found: { sourceFrom: sourceFrom + start, sourceTo: sourceTo - end, pieces } };
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
