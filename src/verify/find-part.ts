/** Finds the place of the plan that a stretch of a text comes from, if it is like enough to be a quotation. */
import type { Range } from '../search/query.ts';
import { bestMatch, exactPlaces, goesOnFrom, widened, type Match } from './align.ts';
import { compareTokens, countSame, isSame, type Piece } from './compare.ts';
import type { Passage, Quoted } from './passages.ts';
import { isInClause, passageAt, type Source } from './source.ts';
import { textOf, type Token, type Tokenizer } from './tokens.ts';

/**
 * Fewer letters are no quotation, unless they are a whole sentence or go on where the one before ended; nor are few that
 * stand in many places: 2017年底前完成.
 */
const [FEWEST, FEW] = [8, 14];
const FEWEST_BEHIND = 5;
const MANY_PLACES = 3;
/** So much of a quotation has to be the same. */
const SHARE = 0.6;
/** What differs needs so many letters that are the same, unless it goes on where the one before ended. */
const FEWEST_DIFFERING = 12;
/** Where nothing but figures differs, a whole sentence needs so many beside them, which stand in one place: 打通断头路28条 for 18条. */
const FEWEST_BESIDE_FIGURES = 5;
/** Clauses are alike: one is recognised by so many of its units, unless it stands there word for word. */
const FEWEST_UNITS = 2;
/** Names of units are hardly longer. */
const LONGEST_TOKEN = 20;

/** What a text is compared with, and how. */
export interface Comparison {
  quoted: Quoted;
  source: Source;
  tokens: Tokenizer;
}

/** The place that was found for a part, and how the part differs from it. */
export interface Found {
  sourceFrom: number;
  sourceTo: number;
  pieces: Piece[];
}

/** Letters [from, to) of the text with the place of the plan that was found for them, and how they differ from it. */
export interface Part {
  from: number;
  to: number;
  found?: Found;
  /** Of what was not found: a place in the same sentence. */
  near?: number | undefined;
  joined?: boolean;
}

/** What was found before a stretch, or around it in its sentence. */
export interface Context {
  /** Where the part before it ended in the source. */
  after: number | undefined;
  /** The passage that the words around it come from: a clause is first compared with its own. */
  near: Passage | undefined;
  /** Whether that is known from the same sentence. */
  sure: boolean;
}

/** The part of a stretch that is most like a place of the plan; a clause, like that of the passage around it. */
export function partIn(range: Range, comparison: Comparison, context: Context): Part | undefined {
  const { quoted, source } = comparison;
  const find = (where?: (place: number) => boolean) => {
    const match = bestMatch(quoted.letters, range, source, { after: context.after, where });
    return match && accepted(match, range, comparison, context.after);
  };
  const best = find();
  if (!best?.found || !isClause(best.found, source)) return best;
  const { near, sure } = context;
  const own = near && find((place) => passageAt(source, place).url === near.url);
  if (own) return own;
  const units = best.found.pieces
    .filter(({ kind }) => kind === 'same')
    .flatMap((piece) => piece.quoted.filter(({ kind }) => kind === 'unit'));
  const isOthers = isClauseOfAnother(best.found.sourceFrom, near, source);
  if ((isSame(best.found.pieces) && !isOthers) || (!sure && units.length >= FEWEST_UNITS)) return best;
  return find((place) => !isInClause(passageAt(source, place), place));
}

/** Whether a place stands in the clause of another task than the one that is quoted: who and by when are said of that one. */
export function isClauseOfAnother(place: number, near: Passage | undefined, source: Source): boolean {
  const passage = passageAt(source, place);
  return (
    near?.kind === 'task' && passage.url !== near.url && passage.kind === 'task' && isInClause(passage, place)
  );
}

/** Whether what is the same stands in a responsibility clause, save for few letters. */
function isClause({ sourceFrom, pieces }: Found, source: Source): boolean {
  const passage = passageAt(source, sourceFrom);
  let [at, outside] = [sourceFrom, 0];
  for (const piece of pieces) {
    const length = textOf(piece.source).length;
    for (let letter = at; piece.kind === 'same' && letter < at + length; letter++) {
      if (!isInClause(passage, letter)) outside++;
    }
    at += length;
  }
  return outside < FEWEST;
}

/** A match as a part, if it is long and similar enough to be a quotation. */
function accepted(
  found: Match,
  range: Range,
  comparison: Comparison,
  after: number | undefined,
): Part | undefined {
  const match = withWholeNames(found, range, comparison);
  const { quoted, source } = comparison;
  const follows = goesOnFrom(after, match.sourceFrom, source);
  const inFigures = otherInFigures(match, range, comparison);
  if (inFigures) return inFigures;
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

/** A short match as a part, if it is all of the stretch and differs in figures alone. */
function otherInFigures(match: Match, range: Range, comparison: Comparison): Part | undefined {
  const { quoted, source } = comparison;
  const whole = widened(match, range, quoted, source);
  if (whole.from !== range[0] || whole.to !== range[1]) return undefined;
  const part = partAt(whole, comparison);
  const pieces = part.found?.pieces ?? [];
  const areFigures = (tokens: readonly Token[]) =>
    tokens.length > 0 && tokens.every(({ kind }) => kind === 'number' || kind === 'date');
  const isAlone = pieces.every(
    (piece) => piece.kind === 'same' || (areFigures(piece.quoted) && areFigures(piece.source)),
  );
  const isKnown = pieces.some(({ kind, quoted: own }) => {
    const letters = kind === 'same' ? textOf(own) : '';
    return letters.length >= FEWEST_BESIDE_FIGURES && exactPlaces(letters, source, undefined).length === 1;
  });
  return isAlone && isKnown && !isSame(pieces) ? part : undefined;
}

/** Compares the letters of a match; a quotation may begin and end anywhere, so nothing is missing at its ends. */
export function partAt(
  { from, to, sourceFrom, sourceTo }: Omit<Match, 'same'>,
  { quoted, source, tokens }: Comparison,
): Part {
  const passage = passageAt(source, sourceFrom);
  const tokensFrom = (begin: number, end = sourceTo) =>
    tokens(
      source.letters.slice(begin, end),
      passage.ranges.slice(begin - passage.start, end - passage.start),
    );
  let end = sourceFrom;
  const behind = Math.min(passage.start + passage.ranges.length, sourceTo + LONGEST_TOKEN);
  for (const { text, kind } of tokensFrom(sourceFrom, behind)) {
    if (kind === 'unit' && end < sourceTo && end + text.length > sourceTo) sourceTo = end + text.length;
    end += text.length;
  }
  sourceFrom = wholeToken(tokensFrom, Math.max(passage.start, sourceFrom - LONGEST_TOKEN), sourceFrom);
  const pieces = compareTokens(
    tokensFrom(sourceFrom),
    tokens(quoted.letters.slice(from, to), quoted.ranges.slice(from, to)),
  );
  const start = pieces[0]?.kind === 'missing' ? textOf(pieces.shift()?.source ?? []).length : 0;
  const last = pieces[pieces.length - 1];
  const leftOut = last?.kind === 'missing' ? textOf(pieces.pop()?.source ?? []).length : 0;
  return { from, to, found: { sourceFrom: sourceFrom + start, sourceTo: sourceTo - leftOut, pieces } };
}

/** A match without the letters at its ends that are only a part of a unit's name in the quotation. */
function withWholeNames(match: Match, [first, last]: Range, { quoted, tokens }: Comparison): Match {
  const whole = { ...match };
  let at = first;
  for (const { text, kind } of tokens(quoted.letters.slice(first, last), quoted.ranges.slice(first, last))) {
    const [start, end] = [at, (at += text.length)];
    if (kind !== 'unit') continue;
    if (start < match.from && match.from < end)
      [whole.from, whole.sourceFrom] = [end, match.sourceFrom + end - match.from];
    if (start < match.to && match.to < end)
      [whole.to, whole.sourceTo] = [start, match.sourceTo - (match.to - start)];
  }
  return { ...whole, same: match.same - (whole.from - match.from) - (match.to - whole.to) };
}

/** Where the token begins that a place of the source stands in, if it begins behind `from`. */
function wholeToken(tokensFrom: (begin: number) => Token[], from: number, place: number): number {
  let at = from;
  for (const token of tokensFrom(from)) {
    if (at + token.text.length > place) return at;
    at += token.text.length;
  }
  return place;
}
