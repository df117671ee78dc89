import { phrases } from '../text/breaks/phrases.ts';
import { element } from './dom.ts';
import { rangeOf, textNodes } from './text-nodes.ts';

/** Lets the lines of a title that a script made break between words, as in titles from the build; older browsers break anywhere. */
export function withLineBreaks(title: HTMLElement): HTMLElement {
  if (!('Segmenter' in Intl)) return title;
  title.classList.add('phrases');
  let end = 0;
  const ends = phrases(title.textContent)
    .slice(0, -1)
    .map((piece) => (end += piece.length));
  for (const at of ends.reverse())
    rangeOf(
      textNodes(title, () => false),
      at,
      at + 1,
    ).insertNode(element('wbr', {}));
  return title;
}
