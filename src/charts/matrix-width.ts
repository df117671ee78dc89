/** How wide the table of a matrix is at least. It is estimated: no style can ask whether columns have room. */
import { max, sum } from 'd3';
import { phrases } from '../text/breaks/phrases.ts';
import { widthOf } from './shapes.ts';
import type { Matrix } from './matrix-counts.ts';

/** In letters of the head of the table: a touch target, the space between columns, the two columns of sums. */
const [TARGET, GAP, SUMS] = [3, 0.6, 7.2];
/** Letters of names of units, in those of the head. */
const NAME = 1.1;
/** The room of the page at the least width at which it shows a table, and of half a printed page beside units and sums. */
const [PAGE, HALF] = [56, 26];

/** The widest piece of a text that no line break divides; lines also break after marks. */
const widest = (text: string) =>
  max(
    phrases(text).flatMap((piece) => piece.split(/(?<=[^\p{L}\p{N}])/u)),
    (piece) => widthOf(piece, 1),
  ) ?? 0;

const widthOfColumns = (names: readonly string[]) =>
  sum(names, (name) => Math.max(TARGET, widest(name)) + GAP);

/** Whether a matrix with these columns may be wider than the page: then it scrolls in a box of its own. */
export function isWide(names: readonly string[], { named, collective }: Matrix): boolean {
  const units = max([...named.rows, ...collective.rows], ({ unit }) => widest(unit.name)) ?? 0;
  return widthOfColumns(names) + units * NAME + GAP + SUMS > PAGE;
}

/** Whether two such tables stand side by side on paper. */
export const isHalfWide = (names: readonly string[]) => widthOfColumns(names) <= HALF;
