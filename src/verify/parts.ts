/** Cuts a text into parts that come from a place of the plan, and parts that are not found. */
import { lettersOf, type Range } from '../search/query.ts';
import { bestMatch, exactPlaces, goesOnFrom, widened, type Match } from './align.ts';
import { passageAt, type Lettered, type Source } from './source.ts';

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
/** A clause in brackets belongs to the sentence before it. */
const SENTENCE_END = /[。！？!?\n](?![^]*[（(])/;

/** The text whose letters are compared. */
export interface Quoted extends Lettered {
  letters: string;
}

/** Letters [from, to) of the text, with the match that was found for them. */
export interface Part {
  from: number;
  to: number;
  match?: Match;
  /** Of what was not found: a match in the same sentence. */
  near?: Match | undefined;
  joined?: boolean;
}

/** The parts of a text, in order; a few letters between two parts only connect them. */
export function partsOfText(quoted: Quoted, source: Source): Part[] {
  const parts: Part[] = [];
  for (const sentence of sentencesOf(quoted)) {
    const before = parts[parts.length - 1];
    const own = partsOf(sentence, quoted, source, before?.match?.sourceTo);
    const near = own.find(({ match }) => match)?.match;
    own.forEach((part, index) => {
      const next = own[index + 1];
      if (next && isJoined(part, next, source)) part.joined = next.joined = true;
      part.near = near;
    });
    const [only] = own;
    if (own.length === 1 && only && before && goesOn(before, only)) lengthen(before, only);
    else parts.push(...own);
  }
  return parts;
}

/** Whether a sentence runs from one place of the plan straight into another that does not come later in the same passage. */
function isJoined({ match }: Part, next: Part, source: Source): boolean {
  if (!match || !next.match) return false;
  const [place, other] = [match.sourceTo, next.match.sourceFrom];
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
    const between = text.slice(ranges[at - 1]?.[1], ranges[at]?.[0]);
    if (at < ranges.length && !SENTENCE_END.test(between)) continue;
    sentences.push([from, at]);
    from = at;
  }
  return sentences;
}

/** A sentence as one part where it stands in the plan, otherwise cut into what was found and the rest. */
function partsOf([from, to]: Range, quoted: Quoted, source: Source, after: number | undefined): Part[] {
  const letters = quoted.letters.slice(from, to);
  const [place] = exactPlaces(letters, source, after);
  if (place === undefined) return cut([from, to], quoted, source, after, true);
  const match = { from, to, sourceFrom: place, sourceTo: place + to - from, same: to - from };
  return [{ from, to, match }];
}

function cut(
  range: Range,
  quoted: Quoted,
  source: Source,
  after: number | undefined,
  isSentence = false,
): Part[] {
  const [from, to] = range;
  const best = bestMatch(quoted.letters, range, source, after);
  const match = best && accepted(best, range, quoted, source, after);
  if (!match) return to - from < FEWEST_MISSING && !isSentence ? [] : [{ from, to }];
  return [
    ...cut([from, match.from], quoted, source, after),
    { from: match.from, to: match.to, match },
    ...cut([match.to, to], quoted, source, match.sourceTo),
  ];
}

function accepted(
  match: Match,
  range: Range,
  quoted: Quoted,
  source: Source,
  after: number | undefined,
): Match | undefined {
  const follows = goesOnFrom(after, match.sourceFrom, source);
  if (match.same < (follows ? FEWEST_BEHIND : FEWEST)) return undefined;
  if (!follows) {
    const letters = quoted.letters.slice(match.from, match.to);
    if (match.same < FEW && exactPlaces(letters, source, undefined).length >= MANY_PLACES) return undefined;
  }
  return [widened(match, range, quoted, source), match].find(
    ({ from, to, same }) => same >= SHARE * (to - from),
  );
}

const isExact = ({ from, to, sourceFrom, sourceTo, same }: Match) =>
  same === to - from && same === sourceTo - sourceFrom;

/** Whether a sentence follows another in the plan as it does in the text, both word for word. */
const goesOn = (before: Part, { match }: Part) =>
  before.match !== undefined &&
  match !== undefined &&
  before.joined !== true &&
  isExact(before.match) &&
  isExact(match) &&
  before.match.sourceTo === match.sourceFrom;

function lengthen(before: Part, { to, match }: Part): void {
  if (!before.match || !match) return;
  before.to = to;
  before.match = { ...before.match, to, sourceTo: match.sourceTo, same: before.match.same + match.same };
}
