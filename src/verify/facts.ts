/** In which units, dates and numbers a stretch of a quotation differs from its place in the source. */
import type { Range } from '../search/query.ts';
import type { Piece } from './compare.ts';
import { sameValue, type FactKind, type Token, type Tokenizer } from './tokens.ts';

/** A unit, a date or a number that differs. */
export interface Fact {
  kind: FactKind;
  quoted: string;
  /** Empty where the place says nothing of the kind. */
  source: string;
  /** True where only the figures are written otherwise. */
  sameValue?: boolean;
  /** True where both name the same units, in another order. */
  moved?: boolean;
}

/** The units named in the sentences that a stretch and its place belong to. */
export interface UnitsAround {
  quoted: string[];
  source: string[];
}

/** The units, dates and numbers in which pieces differ; units that both sentences name differ at most in their order. */
export function factsOf(pieces: Piece[], around: UnitsAround = { quoted: [], source: [] }): Fact[] {
  const units = (side: 'quoted' | 'source') => [
    ...around[side],
    ...pieces.flatMap((piece) => namesIn(piece[side], 'unit')),
  ];
  const [inQuoted, inSource] = [new Set(units('quoted')), new Set(units('source'))];
  const changed = pieces.filter(({ kind }) => kind !== 'same');
  const facts = changed.flatMap(({ quoted, source }) =>
    (['unit', 'date', 'number'] as const).flatMap((kind): Fact[] => {
      const isUnit = kind === 'unit';
      const there = namesIn(source, kind).filter((name) => !isUnit || !inQuoted.has(name));
      const own = namesIn(quoted, kind).filter((name) => !isUnit || !inSource.has(name));
      const here = isUnit && own.length < there.length ? unknownUnits(quoted, own) : own;
      return Array.from({ length: Math.max(there.length, here.length) }, (_, at) => ({
        kind,
        quoted: here[at] ?? '',
        source: there[at] ?? '',
      }))
        .filter((fact) => fact.quoted !== fact.source)
        .map((fact) => (sameValue(fact.quoted, fact.source) ? { ...fact, sameValue: true } : fact));
    }),
  );
  const moved = changed.some((piece) =>
    [...namesIn(piece.quoted, 'unit'), ...namesIn(piece.source, 'unit')].some(
      (name) => inQuoted.has(name) && inSource.has(name),
    ),
  );
  return moved ? [...facts, ...orderOf([...inQuoted], [...inSource])] : facts;
}

const namesIn = (tokens: readonly Token[], kind: FactKind) =>
  tokens.filter((token) => token.kind === kind).map(({ text }) => text);

const BODY = /^.{2,12}(?:[局办委部厅室院]|中心)$/u;

/** The units of a quotation with those that the plan does not name: letters between others that end as a name does. */
function unknownUnits(quoted: readonly Token[], known: string[]): string[] {
  const names: string[] = [];
  let letters = '';
  for (const { text, kind } of [...quoted, { text: '', kind: 'unit' as const }]) {
    if (kind === undefined) {
      letters += text;
      continue;
    }
    if (BODY.test(letters)) names.push(letters);
    if (known.includes(text)) names.push(text);
    letters = '';
  }
  return names;
}

/** The units that both name, from the first to the last that stands elsewhere. */
function orderOf(quoted: string[], source: string[]): Fact[] {
  const ours = quoted.filter((name) => source.includes(name));
  const theirs = source.filter((name) => quoted.includes(name));
  const differs = ours.map((name, at) => name !== theirs[at]);
  const [first, end] = [differs.indexOf(true), differs.lastIndexOf(true) + 1];
  if (first < 0) return [];
  const written = (names: string[]) => names.slice(first, end).join('、');
  return [{ kind: 'unit', quoted: written(ours), source: written(theirs), moved: true }];
}

/** The units, in order, in the sentences that letters [from, to) of a text stand in. */
export function unitsAround(
  [from, to]: Range,
  { text, ranges }: { text: string; ranges: Range[] },
  letters: string,
  tokens: Tokenizer,
): string[] {
  const isEnd = (at: number) => /[。！？!?\n]/.test(text.slice(ranges[at - 1]?.[1], ranges[at]?.[0]));
  let [start, end] = [from, to];
  while (start > 0 && !isEnd(start)) start--;
  while (end < ranges.length && !isEnd(end)) end++;
  return tokens(letters.slice(start, end), ranges.slice(start, end)).flatMap((token) =>
    token.kind === 'unit' ? [token.text] : [],
  );
}
