/** Cuts a text into parts that come from a place of the plan, and parts that are not found. */
import type { Range } from '../search/query.ts';
import { clauseBorder, exactPlaces } from './align.ts';
import { isSame } from './compare.ts';
import { numberAt } from './lines.ts';
import { isClauseOfAnother, partAt, partIn, type Comparison, type Context, type Part } from './find-part.ts';
import { BREAK, type Lettered, type Passage, type Quoted } from './passages.ts';
import { passageAt, taskNamed, type Source } from './source.ts';
import { sentencesOf } from './sentences.ts';

/** Fewer letters between two quotations only connect them. */
const FEWEST_MISSING = 3;
/** Fewer letters in a sentence are no heading of the plan. */
const FEWEST_OF_HEADING = 4;
/** A number in figures is no quotation, unless it is a line of the plan. */
const ONLY_FIGURES = /^[0-9]{1,3}$/;

/** The parts of a text, in order; a few letters between two parts only connect them. */
export function partsOfText(comparison: Comparison): Part[] {
  const parts: Part[] = [];
  for (const sentence of sentencesOf(comparison)) {
    const before = parts[parts.length - 1];
    const named = taskNamed(comparison.source, wordsOf(sentence, comparison.quoted));
    const own = partsOf(sentence, comparison, contextOf(before, named?.passage, comparison));
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

function contextOf(
  before: Part | undefined,
  named: Passage | undefined,
  { quoted, source }: Comparison,
): Context {
  const places = before?.found
    ? exactPlaces(quoted.letters.slice(before.from, before.to), source, undefined)
    : [];
  const isOnePage = new Set(places.map((place) => passageAt(source, place).url)).size < 2;
  return {
    after: before?.found?.sourceTo,
    // Words of many tasks say nothing of which is quoted.
    near: named ?? (before?.found && isOnePage ? passageAt(source, before.found.sourceFrom) : undefined),
    sure: named !== undefined,
  };
}

const wordsOf = ([from, to]: Range, { text, ranges }: Lettered) =>
  text.slice(ranges[from]?.[0], ranges[to - 1]?.[1]);

/** Whether a sentence runs from one place of the plan straight into another that does not come later in the same passage. */
function isJoined({ found }: Part, next: Part, source: Source): boolean {
  if (!found || !next.found) return false;
  const [place, other] = [found.sourceTo, next.found.sourceFrom];
  const [here, there] = [passageAt(source, place - 1), passageAt(source, other)];
  return here === there ? other < place : here.url !== there.url;
}

/** A sentence as one part where it stands in the plan, otherwise cut into what was found and the rest. */
function partsOf([from, to]: Range, comparison: Comparison, context: Context): Part[] {
  const { quoted, source } = comparison;
  const letters = quoted.letters.slice(from, to);
  if (ONLY_FIGURES.test(letters) && !isSigned(to - 1, quoted)) {
    const line = source.letters.indexOf(BREAK + letters + BREAK) + BREAK.length;
    return line < BREAK.length
      ? [{ from, to }]
      : [partAt({ from, to, sourceFrom: line, sourceTo: line + to - from }, comparison)];
  }
  const [place] = exactPlaces(letters, source, context.after).filter(
    (one) => !isClauseOfAnother(one, context.near, source),
  );
  if (place !== undefined) {
    return [partAt({ from, to, sourceFrom: place, sourceTo: place + to - from }, comparison)];
  }
  const number = numberAt(quoted, from, source.lines);
  if (number > 0 && from + number < to) return partsOf([from + number, to], comparison, context);
  return withRests(cut([from, to], comparison, context, true), [from, to], comparison);
}

const isSigned = (letter: number, { text, ranges }: Quoted) =>
  /^[%％‰]/.test(text.slice(ranges[letter]?.[1]));

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
  const part = partIn(range, comparison, context) ?? headingIn(range, comparison);
  if (!part?.found) return to - from < FEWEST_MISSING && !isSentence ? [] : [{ from, to }];
  const near = passageAt(comparison.source, part.found.sourceFrom);
  return [
    ...cut([from, part.from], comparison, { near, after: context.after, sure: true }),
    part,
    ...cut([part.to, to], comparison, { near, after: part.found.sourceTo, sure: true }),
  ];
}

/** The first clause of a range that is a heading of the plan, however short. */
function headingIn([from, to]: Range, comparison: Comparison): Part | undefined {
  const { quoted, source } = comparison;
  for (let begin = from, end; begin < to; begin = end) {
    end = Math.min(to, clauseBorder(quoted, begin + 1, 1));
    const letters = quoted.letters.slice(begin, end);
    if (letters.length < FEWEST_OF_HEADING || !source.lines.headings.has(letters)) continue;
    const [place = 0] = exactPlaces(letters, source, undefined);
    return partAt({ from: begin, to: end, sourceFrom: place, sourceTo: place + letters.length }, comparison);
  }
  return undefined;
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
