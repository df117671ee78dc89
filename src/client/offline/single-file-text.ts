/** The source's words in the single-file edition, without what the site put among them. */
import { textNodes } from '../text-nodes.ts';

export const NOT_TEXT = '[data-voice=source] [data-voice=site], .suspicion, .number';

/** The text nodes that hold them. */
export const nodesOf = (root: Element): Text[] =>
  root.matches(NOT_TEXT) ? [] : textNodes(root, (one) => one.matches(NOT_TEXT));

export const textOf = (root: Element): string =>
  nodesOf(root)
    .map(({ data }) => data)
    .join('');
