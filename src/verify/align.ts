/** Finds the stretch of the source that a stretch of a quotation comes from. */
import type { Range } from '../search/query.ts';
import type { Lettered } from './passages.ts';
import { GRAM, passageAt, type Source } from './source.ts';

/** Letters [from, to) of the quotation that correspond to letters [sourceFrom, sourceTo) of the source. */
export interface Match {
  from: number;
  to: number;
  sourceFrom: number;
  sourceTo: number;
  /** Letters that are the same. */
  same: number;
}

/** A run of letters that are the same on both sides. */
interface Seed {
  at: number;
  source: number;
  length: number;
}

/** Letters that may be added or left out between two runs that still are one quotation. */
const MOST_ADDED = 30;
const MOST_LEFT_OUT = 80;
/** What a letter costs that is added, and one that is left out. */
const ADDED = 0.6;
const LEFT_OUT = 0.2;
/** Seeds before one that may precede it in a chain. */
const LOOK_BACK = 60;
/** Letters at the end of a stretch that may be other words than those of the source, or be added there. */
const [FEW_REPLACED, FEW_ADDED] = [12, 3];
/** What it is worth that a match goes on where the one before it ended. */
const FOLLOWING = 3;

/**
 * The best match of letters [from, to) of a quotation, in the whole source or only `where` it may begin and go on; `after`
 * is where the one before it ended in the source.
 */
export function bestMatch(
  quoted: string,
  [from, to]: Range,
  source: Source,
  {
    after,
    where = () => true,
  }: { after: number | undefined; where?: ((place: number) => boolean) | undefined },
): Match | undefined {
  const seeds = seedsOf(quoted, from, to, source)
    .filter((seed) => where(seed.source))
    .sort((a, b) => a.source - b.source || a.at - b.at);
  const chains: { score: number; match: Match }[] = [];
  let best: { score: number; match: Match } | undefined;
  for (let index = 0; index < seeds.length; index++) {
    const seed = seeds[index];
    if (!seed) continue;
    const { at, source: place, length } = seed;
    const follows = goesOnFrom(after, place, source) ? FOLLOWING : 0;
    let chain = {
      score: length + follows,
      match: { from: at, to: at + length, sourceFrom: place, sourceTo: place + length, same: length },
    };
    for (let back = index - 1; back >= Math.max(0, index - LOOK_BACK); back--) {
      const before = chains[back];
      if (!before || place - before.match.sourceTo > MOST_LEFT_OUT) continue;
      const longer = extend(before, seed, source);
      if (longer && longer.score > chain.score) chain = longer;
    }
    chains.push(chain);
    if (!best || chain.score > best.score) best = chain;
  }
  return best?.match;
}

/** Whether a place of the source is a little behind another, in the same passage. */
export function goesOnFrom(after: number | undefined, place: number, { letters }: Source): boolean {
  if (after === undefined || place < after || place - after > MOST_ADDED) return false;
  return !letters.slice(after, place).includes('\n');
}

/** A chain with one more seed behind it; undefined where the two do not belong together. */
function extend(
  { score, match }: { score: number; match: Match },
  { at, source: place, length }: Seed,
  source: Source,
): { score: number; match: Match } | undefined {
  if (at < match.from || place < match.sourceFrom) return undefined;
  const overlap = Math.max(0, match.to - at, match.sourceTo - place);
  const own = length - overlap;
  const added = at + overlap - match.to;
  const leftOut = place + overlap - match.sourceTo;
  if (own <= 0 || added > MOST_ADDED || leftOut > MOST_LEFT_OUT) return undefined;
  if (source.letters.slice(match.sourceTo, place).includes('\n')) return undefined;
  const cost = added * ADDED + Math.max(0, leftOut - added) * LEFT_OUT;
  return {
    score: score + own - cost,
    match: { ...match, to: at + length, sourceTo: place + length, same: match.same + own },
  };
}

/** All runs of equal letters that cannot be made longer. */
function seedsOf(quoted: string, from: number, to: number, { letters, grams }: Source): Seed[] {
  const seeds: Seed[] = [];
  for (let at = from; at + GRAM <= to; at++) {
    for (const place of grams.get(quoted.slice(at, at + GRAM)) ?? []) {
      if (at > from && quoted[at - 1] === letters[place - 1]) continue;
      let length = GRAM;
      while (at + length < to && quoted[at + length] === letters[place + length]) length++;
      seeds.push({ at, source: place, length });
    }
  }
  return seeds;
}

/** Every place where letters stand exactly so, those first that follow `after`. */
export function exactPlaces(letters: string, source: Source, after: number | undefined): number[] {
  const places: number[] = [];
  for (let at = source.letters.indexOf(letters); at >= 0; at = source.letters.indexOf(letters, at + 1))
    places.push(at);
  return places.sort((a, b) => Number(b === after) - Number(a === after) || a - b);
}

const CLAUSE_BORDER = /[，。；：！？,;:!?()（）“”"「」『』\n]/;

/** The letter at which the clause begins (step -1) or ends (step 1) that a letter stands in. */
export function clauseBorder({ text, ranges }: Lettered, letter: number, step: -1 | 1): number {
  let at = letter;
  while (at > 0 && at < ranges.length) {
    if (CLAUSE_BORDER.test(text.slice(ranges[at - 1]?.[1], ranges[at]?.[0]))) break;
    at += step;
  }
  return at;
}

/** A match with the words around it that stand in the same clauses on both sides, as long as they are few. */
export function widened(match: Match, [from, to]: Range, quoted: Lettered, source: Source): Match {
  const passage = passageAt(source, match.sourceFrom);
  const own = (step: -1 | 1) => {
    const at = step < 0 ? match.from : match.to;
    return Math.abs(Math.min(to, Math.max(from, clauseBorder(quoted, at, step))) - at);
  };
  const theirs = (step: -1 | 1) => {
    const at = (step < 0 ? match.sourceFrom : match.sourceTo) - passage.start;
    return Math.abs(clauseBorder(passage, at, step) - at);
  };
  const [before, after] = [more(own(-1), theirs(-1)), more(own(1), theirs(1))];
  return {
    ...match,
    from: match.from - before.quoted,
    to: match.to + after.quoted,
    sourceFrom: match.sourceFrom - before.source,
    sourceTo: match.sourceTo + after.source,
  };
}

/** How many letters of a rest of a clause belong to a match. */
function more(quoted: number, source: number): { quoted: number; source: number } {
  const most = source > 0 ? FEW_REPLACED : FEW_ADDED;
  if (quoted === 0 || quoted > most) return { quoted: 0, source: 0 };
  return { quoted, source: source <= quoted + FEW_ADDED ? source : quoted };
}
