import { sentenceEnds } from '../../plan/sentences.ts';

/** What is spoken in one go, and where it stands. */
export interface Spoken {
  text: string;
  range: Range;
  block: HTMLElement;
}

// What leads elsewhere, works only by hand, is a sign, or is the same once more.
const SILENT =
  'nav, form, button, svg, figure, table, pre, [aria-hidden="true"], .visually-hidden, .print-only';
const INLINE = /^(inline|contents)/;

/** Cuts the visible text under an element into sentences; a sentence never runs from one block into the next. */
export function spokenIn(root: HTMLElement): Spoken[] {
  return blocks(root).flatMap(({ block, nodes }) => {
    const text = nodes.map(({ data }) => data).join('');
    let from = 0;
    return sentenceEnds(text).flatMap((to) => {
      const range = document.createRange();
      range.setStart(...position(nodes, from, false));
      range.setEnd(...position(nodes, to, true));
      const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
      from = to;
      return /[\p{L}\p{N}]/u.test(words) ? [{ text: words, range, block }] : [];
    });
  });
}

function blocks(root: HTMLElement): { block: HTMLElement; nodes: Text[] }[] {
  const found: { block: HTMLElement; nodes: Text[] }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    const silent = node instanceof Element && (node.matches(SILENT) || !node.checkVisibility());
    return silent ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const block = blockOf(node);
    const last = found.at(-1);
    if (last?.block === block) last.nodes.push(node);
    else found.push({ block, nodes: [node] });
  }
  return found;
}

function blockOf(node: Text): HTMLElement {
  let element = node.parentElement;
  while (element?.parentElement && INLINE.test(getComputedStyle(element).display))
    element = element.parentElement;
  return element ?? document.body;
}

/** The place of an offset of the joined text; at a border between two nodes, `end` asks for the one before it. */
function position(nodes: Text[], offset: number, end: boolean): [Text, number] {
  let left = offset;
  for (const node of nodes) {
    if (left < node.length || (end && left === node.length)) return [node, left];
    left -= node.length;
  }
  throw new RangeError(`No text at ${offset}.`);
}
