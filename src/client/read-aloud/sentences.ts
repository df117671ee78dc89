import { sentenceEnds } from '../../plan/sentences.ts';
import { rangeOf, textBlocks } from '../text-nodes.ts';

/** A sentence as it is spoken, and where it is on the page. */
export interface Spoken {
  text: string;
  range: Range;
  block: HTMLElement;
}

// Navigation, controls, signs, what stands on every page or repeats the text, and what is folded away.
const SILENT =
  'nav, form, button, .successor, svg, figure, table, pre, [aria-hidden="true"], .visually-hidden, .print-only, details:not([open]) > :not(summary)';

/** Splits the visible text under an element into sentences; a sentence never crosses from one block into the next. */
export function spokenIn(root: HTMLElement): Spoken[] {
  return textBlocks(root, SILENT).flatMap(({ block, nodes }) => {
    const text = nodes.map(({ data }) => data).join('');
    let from = 0;
    return sentenceEnds(text).flatMap((to) => {
      const range = rangeOf(nodes, from, to);
      const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
      from = to;
      return /[\p{L}\p{N}]/u.test(words) ? [{ text: words, range, block }] : [];
    });
  });
}
