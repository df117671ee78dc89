/** Finds the numbered items of a text: at the beginning of lines, behind the end of a paragraph, or in a text without line breaks. */
import { markersIn, STYLES, type Marker, type Style } from '../../text/list-numbers.ts';
import { decimalNumbers } from './decimal-numbers.ts';
import type { Item, Line } from './segment.ts';
import { ALIKE, markerBeforeBlank, mendSlips } from './slipped-marks.ts';

/** What stands before the number of an item: nothing, a full stop, blanks, a short heading, or other text. */
type Border = 'start' | 'stop' | 'blank' | 'heading' | 'none';
type Candidate = Item & {
  border: Border;
  /** Right before a digit (3.2021年…, 11.121人才), or its mark behind a blank: a number only where it continues the list. */
  glued?: boolean;
  /** A number without any mark (3 推进…): one only where the list goes on behind it as well. */
  unmarked?: boolean;
  /** With its mark behind a blank (3 ．推进…): the next number also where the one before has another mark. */
  spaced?: boolean;
};

/** The items in order; `slips` are those with another mark than their list; `lost` if the text has lost its line breaks. */
export function findItems(lines: Line[]): { items: Item[]; slips: Item[]; lost: boolean } {
  const decimals = decimalNumbers(lines);
  const candidates = lines.flatMap((line) => candidatesOf(line, decimals));
  const starts = candidates.filter(({ border, unmarked }) => border === 'start' && unmarked !== true);
  const stops = candidates.filter(({ border }) => border === 'stop' || border === 'blank');
  const lost = stops.length >= 4 && starts.length * 3 < stops.length;
  return lost
    ? { items: inSequence(candidates.filter(({ glued }) => glued !== true)), slips: [], lost }
    : { ...mendSlips(withGlued(candidates, starts), lines), lost };
}

/** Every number in a line outside of clauses. */
function candidatesOf({ line, folded, clauses }: Line, decimals: ReadonlyMap<number, Marker>): Candidate[] {
  const clauseEnds = new Set(clauses.map(({ end }) => end));
  const decimal = decimals.get(line);
  const found: Candidate[] = decimal ? [{ ...decimal, line, border: 'start' }] : [];
  const glued = decimals.size > 0 ? undefined : (markerBeforeDigit(folded) ?? markerBeforeBlank(folded));
  if (glued && !(clauses[0] && clauses[0].start <= glued.start))
    found.push({ ...glued, line, border: 'start', glued: true });
  let last: Candidate | undefined = found[0]?.glued === true ? undefined : found[0];
  let clause = 0;
  for (const marker of markersIn(folded)) {
    if (last && marker.start < last.end) continue;
    while ((clauses[clause]?.end ?? Infinity) <= marker.start) clause++;
    if ((clauses[clause]?.start ?? Infinity) <= marker.start) continue;
    const border = borderOf(folded, marker, clauseEnds, last);
    const candidate = { ...marker, line, border };
    found.push(candidate);
    if (border !== 'none') last = candidate;
  }
  return found;
}

/** At the beginning of a line 3.2021年 may be the number 3. */
function markerBeforeDigit(folded: string): Marker | undefined {
  const [whole, digits = ''] = /^ *([0-9]{1,3})\.(?=[0-9])/.exec(folded) ?? [];
  if (whole === undefined || Number(digits) === 0) return undefined;
  return { style: '1.', value: Number(digits), start: whole.length - digits.length - 1, end: whole.length };
}

function borderOf(folded: string, marker: Marker, clauseEnds: Set<number>, last: Marker | undefined): Border {
  let at = marker.start;
  while (at > 0 && folded[at - 1] === ' ') at--;
  if (at === 0) return 'start';
  if (clauseEnds.has(at) || /[。;!?！？]$|措施 *:$/.test(folded.slice(Math.max(0, at - 6), at)))
    return 'stop';
  const heading = last && at - last.end <= 40 ? folded.slice(last.end, at) : '';
  // A heading may have a comma if a list begins behind it: 一、把甲和乙结合起来，提高实效（一）….
  const signs =
    marker.value === 1 && marker.style === '（一）' ? /[。;:!?！？“”《》()]/ : /[。,;:!?！？“”《》()]/;
  if (heading !== '' && !signs.test(heading)) return 'heading';
  return at < marker.start ? 'blank' : 'none';
}

/** Items at the beginning of lines, and those inside of lines that are exactly the next of a numbering in use. */
function withGlued(candidates: Candidate[], starts: Candidate[]): Item[] {
  const ahead = Map.groupBy(starts.toReversed(), ({ style }) => style);
  const last = new Map<Style, number>();
  /** The last number in one of the styles that are mistaken for each other. */
  let alike = Number.NaN;
  const isItem = ({ style, value, border, glued, unmarked, spaced }: Candidate) => {
    if (border === 'start' && glued !== true) return true;
    const next = ahead.get(style)?.at(-1)?.value;
    if (border === 'none' || border === 'blank' || (!ahead.has(style) && glued !== true)) return false;
    const continues = value === (last.get(style) ?? (glued === true ? Number.NaN : 0)) + 1 && next !== value;
    if (spaced === true && value === alike + 1 && next !== value) return true;
    const restarts = value === 1 && next === 2;
    if (unmarked === true) return continues && next === value + 1;
    return continues || restarts;
  };
  return candidates.filter((one) => {
    if (one.border === 'start' && one.unmarked !== true) ahead.get(one.style)?.pop();
    if (!isItem(one)) return false;
    last.set(one.style, one.value);
    if (ALIKE.includes(one.style)) alike = one.value;
    return true;
  });
}

/** In a text without line breaks an item is a number that continues a numbering, or begins one inside of it. */
function inSequence(candidates: Candidate[]): Item[] {
  const items: Item[] = [];
  /** The numberings that are not finished, from the outermost. */
  const open: { style: Style; value: number }[] = [];
  const last = new Map<Style, number>();
  for (const one of candidates) {
    const { style, value, border } = one;
    const depth = open.findIndex((numbering) => numbering.style === style);
    const innermost = open.at(-1)?.style;
    const isInner =
      innermost === undefined || style === '第一条' || STYLES.indexOf(style) > STYLES.indexOf(innermost);
    const continues = depth >= 0 && value === (open[depth]?.value ?? 0) + 1;
    const begins = depth < 0 && isInner && (value === 1 || value === (last.get(style) ?? 0) + 1);
    const isItem = {
      start: true,
      stop: continues || begins,
      blank: continues || begins,
      heading: begins,
      none: false,
    };
    if (!isItem[border]) continue;
    if (depth >= 0) open.length = depth;
    open.push({ style, value });
    last.set(style, value);
    items.push(one);
  }
  return items;
}
