/** Full-width marks have their own room: no blank of the markup stands beside one in the middle of a sentence. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { attribute, elements, expectNone, pages } from '../../support/dist.ts';

const INLINE = new Set([
  'a',
  'span',
  'time',
  'q',
  'code',
  'small',
  'strong',
  'em',
  'mark',
  'wbr',
  'ins',
  'b',
  'i',
]);

/** The text of an element that holds text only, as it is shown: blanks collapsed, none at either end. */
function line(element: Tree.Element): string {
  const words = (node: Tree.Node): string => {
    if ('value' in node) return node.value;
    if ('tagName' in node && attribute(node, 'data-voice') === 'source') return '原文';
    return 'childNodes' in node ? node.childNodes.map(words).join('') : '';
  };
  return words(element).replace(/\s+/g, ' ').trim();
}

const isLine = (element: Tree.Element) =>
  ['p', 'li', 'dd', 'td', 'th', 'summary', 'label', 'h1', 'h2', 'h3'].includes(element.tagName) &&
  attribute(element, 'data-voice') !== 'source' &&
  [...elements(element)].slice(1).every(({ tagName }) => INLINE.has(tagName));

const gapIn = (text: string) => /\S{0,8}(?: [，。；：、）]|[，。；：、（] )\S{0,8}/u.exec(text)?.[0];

test('a gap is found', () => {
  expect(gapIn('本页数据：JSON 。')).toContain('JSON 。');
  expect(gapIn('本页数据： JSON。')).toContain('： JSON');
  expect(gapIn('本页数据：JSON、Markdown。')).toBe(undefined);
});

test('no sentence of the site has a gap beside a mark', () => {
  expectNone(
    pages.flatMap(({ address, document }) =>
      [...elements(document)]
        .filter(isLine)
        .map((element) => gapIn(line(element)))
        .filter((gap) => gap !== undefined)
        .map((gap) => ({ address, problem: `has a gap: ${gap}` })),
    ),
  );
});
