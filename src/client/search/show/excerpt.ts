import type { Range } from '../../../search/query.ts';
import { last } from '../../../text/lists.ts';
import { element } from '../../dom.ts';

/** A part of a text, marked where it matches the query; or the head of a column before a cell. */
export interface Piece {
  text: string;
  marked: boolean;
  head?: boolean;
}

/** The head of a column, and where its cell begins. */
export interface Head {
  at: number;
  text: string;
}

const EXCERPT_LENGTH = 120;
const LENGTH_BEFORE = 40;
const SENTENCE_END = /[。！？；]/u;
const CLOSING = /[”’」』）》〉]/u;

/** The text around a match as marked and unmarked pieces, cut at sentence ends where these are near enough. */
export function excerpt(
  text: string,
  matches: Range[],
  match = densest(matches),
  heads: readonly Head[] = [],
): Piece[] {
  const merged = merge(matches);
  const [from, to] = window(text, match);
  const pieces = cut(text, merged, from, to, heads);
  if (from > 0 && !startsSentence(text, from)) pieces.unshift({ text: '…', marked: false });
  if (to < text.length && !startsSentence(text, to)) pieces.push({ text: '…', marked: false });
  return pieces;
}

/** A piece as it is put into the page. */
export function toNode({ text, marked, head = false }: Piece): Node | string {
  if (head) return element('span', { class: 'result-head', 'data-voice': 'site' }, ` ${text}：`);
  return marked ? element('mark', {}, text) : text;
}

/** Cuts a text into marked and unmarked pieces, with the heads of columns before cells. */
export function cut(
  text: string,
  ranges: Range[],
  from = 0,
  to = text.length,
  heads: readonly Head[] = [],
): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (start >= end) return;
    const inside = heads.filter((head) => head.at >= start && head.at < end);
    let begin = start;
    for (const head of inside) {
      if (head.at > begin) pieces.push({ text: text.slice(begin, head.at), marked });
      pieces.push({ text: head.text, marked: false, head: true });
      begin = head.at;
    }
    pieces.push({ text: text.slice(begin, end), marked });
  };
  let at = from;
  for (const [start, end] of merge(ranges)) {
    if (end <= at || start >= to) continue;
    add(at, Math.max(at, start), false);
    add(Math.max(at, start), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  return pieces;
}

function window(text: string, first: Range | undefined): Range {
  if (!first) return [0, endNear(text, 0, 0)];
  const from = startNear(text, first[0]);
  return [from, endNear(text, from, Math.max(first[1], from))];
}

/** The match from which an excerpt shows the most matched text. */
export function densest(ranges: Range[]): Range | undefined {
  let best: Range | undefined;
  let most = 0;
  for (const range of ranges) {
    const near = ranges.filter(
      ([start]) => start >= range[0] && start < range[0] + EXCERPT_LENGTH - LENGTH_BEFORE,
    );
    const marked = near.reduce((sum, [start, end]) => sum + end - start, 0);
    if (marked > most) [best, most] = [range, marked];
  }
  return best;
}

function startNear(text: string, match: number): number {
  for (let at = match; at > 0 && at > match - LENGTH_BEFORE; at--) if (startsSentence(text, at)) return at;
  if (match <= LENGTH_BEFORE) return 0;
  return whole(text, match - LENGTH_BEFORE / 2);
}

function endNear(text: string, from: number, match: number): number {
  let end = from;
  const limit = Math.min(
    text.length,
    Math.max(from + EXCERPT_LENGTH, Math.min(match, from + 2 * EXCERPT_LENGTH)),
  );
  for (let at = from + 1; at <= limit; at++) if (startsSentence(text, at) || at === text.length) end = at;
  return end >= match && end > from ? end : whole(text, limit);
}

function startsSentence(text: string, at: number): boolean {
  let before = at - 1;
  if (CLOSING.test(text[at] ?? '')) return false;
  while (before > 0 && /\s/u.test(text[before] ?? '')) before--;
  while (before > 0 && CLOSING.test(text[before] ?? '')) before--;
  return at === 0 || SENTENCE_END.test(text[before] ?? '');
}

/** Keeps a cut from falling between the two code units of one character. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = last(merged);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
