/** Finds the numbered items of a text: at the head of lines, glued to the end of a paragraph, or in a text without line breaks. */
import type { Marker, Style } from '../../text/list-numbers.ts';
import { markersIn, STYLES } from '../../text/list-numbers.ts';
import type { Item, Line } from './lines.ts';

/** How an item is set off from what stands before it. */
type Border = 'start' | 'stop' | 'blank' | 'heading' | 'none';
type Candidate = Item & { border: Border };

/** The items in order; `lost` where the text has lost its line breaks. */
export function findItems(lines: Line[]): { items: Item[]; lost: boolean } {
  const candidates = lines.flatMap(candidatesOf);
  const starts = candidates.filter(({ border }) => border === 'start');
  const stops = candidates.filter(({ border }) => border === 'stop' || border === 'blank');
  const lost = stops.length >= 4 && starts.length * 3 < stops.length;
  return { items: lost ? inSequence(candidates) : withGlued(candidates, starts), lost };
}

function candidatesOf({ line, folded, clauses }: Line): Candidate[] {
  const clauseEnds = new Set(clauses.map(({ end }) => end));
  const found: Candidate[] = [];
  let last: Candidate | undefined;
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

function borderOf(folded: string, marker: Marker, clauseEnds: Set<number>, last: Marker | undefined): Border {
  let at = marker.start;
  while (at > 0 && folded[at - 1] === ' ') at--;
  if (at === 0) return 'start';
  if (clauseEnds.has(at) || /[。;!?！？]$|措施 *:$/.test(folded.slice(Math.max(0, at - 6), at)))
    return 'stop';
  const heading = last && at - last.end <= 40 ? folded.slice(last.end, at) : '';
  if (heading !== '' && !/[。,;:!?！？“”《》()]/.test(heading)) return 'heading';
  return at < marker.start ? 'blank' : 'none';
}

/** Items at the head of lines, and those inside lines that are the very next ones of a numbering in use. */
function withGlued(candidates: Candidate[], starts: Candidate[]): Item[] {
  const ahead = Map.groupBy(starts.toReversed(), ({ style }) => style);
  const last = new Map<Style, number>();
  return candidates.filter((one) => {
    const later = ahead.get(one.style);
    if (one.border === 'start') {
      later?.pop();
      last.set(one.style, one.value);
      return true;
    }
    if (one.border === 'none' || one.border === 'blank' || !later) return false;
    const next = later.at(-1)?.value;
    const goesOn = one.value === (last.get(one.style) ?? 0) + 1 && next !== one.value;
    const beginsAnew = one.value === 1 && next === 2;
    if (!goesOn && !beginsAnew) return false;
    last.set(one.style, one.value);
    return true;
  });
}

/** In a text without line breaks an item is what goes on with a numbering, or begins an inner one. */
function inSequence(candidates: Candidate[]): Item[] {
  const stack: { style: Style; value: number }[] = [];
  const last = new Map<Style, number>();
  return candidates.filter((one) => {
    const depth = stack.findIndex(({ style }) => style === one.style);
    const goesOn = depth >= 0 && one.value === (stack[depth]?.value ?? 0) + 1;
    const inner = depth < 0 && STYLES.indexOf(one.style) > STYLES.indexOf(stack.at(-1)?.style ?? '第一章');
    const begins = (depth < 0 && stack.length === 0) || inner || one.style === '第一条';
    const fits =
      goesOn || (begins && depth < 0 && (one.value === 1 || one.value === (last.get(one.style) ?? 0) + 1));
    if (one.border === 'none' || (!fits && one.border !== 'start')) return false;
    if (one.border === 'heading' && !(depth < 0 && fits)) return false;
    stack.length = depth >= 0 ? depth : stack.length;
    stack.push({ style: one.style, value: one.value });
    last.set(one.style, one.value);
    return true;
  });
}
