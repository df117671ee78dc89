/** Text fragments (#:~:text=…): the part of an address that points at words of a page. */

/** Where a selection begins or ends: the text of its paragraph, and the place in it. */
export interface Edge {
  block: string;
  at: number;
}

// A longer selection is named by its first and its last words.
const LONGEST = 60;
const FEW = 12;
const MOST_CONTEXT = 24;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Browsers find whole words only: the places in a text at which their words begin and end. */
function borders(text: string): number[] {
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
}

const borderBefore = (text: string, at: number) => borders(text).findLast((border) => border <= at) ?? 0;
const borderAfter = (text: string, at: number) => borders(text).find((border) => border >= at) ?? text.length;

function isUnique(page: string, words: string): boolean {
  const first = page.indexOf(words);
  return first >= 0 && !page.includes(words, first + 1);
}

/** The words before a place, from the nearest border that makes them and `words` unique on the page; all of them at most. */
function contextBefore(block: string, at: number, words: string, page: string): string {
  for (const border of borders(block.slice(0, at)).reverse().slice(1)) {
    const context = block.slice(border, at);
    if (isUnique(page, context + words) || at - border >= MOST_CONTEXT) return context;
  }
  return block.slice(0, at);
}

function contextAfter(block: string, at: number, words: string, page: string): string {
  const rest = block.slice(at);
  for (const border of borders(rest).slice(1)) {
    const context = rest.slice(0, border);
    if (isUnique(page, words + context) || border >= MOST_CONTEXT) return context;
  }
  return rest;
}

const encode = (text: string) => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/**
 * Points at a selection, widened to whole words; what stands before or after it is added where the words alone
 * stand on the page more than once. Undefined where nothing is selected. Both edges share `block` where the
 * selection lies in one paragraph.
 */
export function textFragment(start: Edge, end: Edge, page: string): string | undefined {
  const from = borderBefore(start.block, start.at);
  const to = borderAfter(end.block, end.at);
  const single = start.block === end.block;
  const whole = single ? start.block.slice(from, to) : '';
  if (single && whole.trim() === '') return undefined;
  const exact = single && whole.length <= LONGEST;
  const head = exact ? whole : start.block.slice(from, borderAfter(start.block, from + FEW));
  const tail = exact ? '' : end.block.slice(borderBefore(end.block, Math.max(0, to - FEW)), to);
  const before = isUnique(page, head) ? '' : contextBefore(start.block, from, head, page);
  const known = isUnique(page, exact ? before + head : tail);
  const after = known ? '' : contextAfter(end.block, to, exact ? head : tail, page);
  const parts = [
    ...(before.trim() === '' ? [] : [`${encode(before)}-`]),
    encode(head),
    ...(tail === '' ? [] : [encode(tail)]),
    ...(after.trim() === '' ? [] : [`-${encode(after)}`]),
  ];
  return `:~:text=${parts.join(',')}`;
}
