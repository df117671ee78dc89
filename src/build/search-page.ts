import { defaultTreeAdapter as tree, parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { BLANK, BREAK, spacing } from '../plan/query.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Text = DefaultTreeAdapterTypes.TextNode;

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const SKIPPED = new Set('script style template noscript svg nav form label button footer'.split(' '));

/**
 * Prepares a built page for Pagefind: every letter of the indexed text becomes a word of its own.
 *
 * Nothing for pages without [data-pagefind-body]. Text runs on from block to block; around an element marked
 * data-search-break, and between two bodies, stands a break that no phrase crosses.
 */
export function pageForIndex(html: string, url: string): string | undefined {
  const document = parse(html);
  const bodies = [...elements(document)].filter((element) => has(element, 'data-pagefind-body'));
  if (bodies.length === 0) return undefined;
  if (
    ![...elements(document)].some((element) => attribute(element, 'data-pagefind-sort')?.startsWith('order['))
  ) {
    throw new Error(
      `Search index: ${url} has a data-pagefind-body but no <SearchMeta>: put one into its main.`,
    );
  }
  nameFromText(document);
  const write = writer();
  for (const body of bodies) write.block(body, true);
  write.end();
  return serialize(document);
}

/** A title that is the text of an element is put into an attribute, before blanks are put into the text. */
function nameFromText(document: Node): void {
  const all = [...elements(document)];
  const titled = all.find((element) => attribute(element, 'data-pagefind-meta')?.startsWith('title'));
  const named = titled ?? all.find((element) => element.tagName === 'h1');
  if (!named || attribute(named, 'data-pagefind-meta')?.includes('[')) return;
  named.attrs = named.attrs.filter(({ name }) => name !== 'data-pagefind-meta');
  named.attrs.push({ name: 'data-pagefind-meta', value: 'title[data-title]' });
  named.attrs.push({ name: 'data-title', value: textOf(named).replace(/\s+/gu, ' ').trim() });
}

function writer() {
  const space = spacing();
  let last: Text | undefined;
  let due = '';

  // What stands between two blocks is written where the first of them ends, glued to its last letter.
  function edge(broken: boolean): void {
    space.edge();
    if (last) due = broken || due.includes(BREAK) ? `${BLANK} ${BREAK}` : BLANK;
  }

  function text(node: Text): void {
    node.value = space.text(node.value);
    if (node.value === '') return;
    if (last) last.value += due;
    due = '';
    last = node;
  }

  function visit(node: Node): void {
    if (tree.isTextNode(node)) text(node);
    else if (!tree.isElementNode(node)) return;
    else if (has(node, 'data-pagefind-ignore')) return;
    else if (SKIPPED.has(node.tagName)) node.attrs.push({ name: 'data-pagefind-ignore', value: 'all' });
    else if (has(node, 'data-search-break') || !INLINE.has(node.tagName))
      block(node, has(node, 'data-search-break'));
    else node.childNodes.forEach(visit);
  }

  function block(element: Element, broken: boolean): void {
    edge(broken);
    element.childNodes.forEach(visit);
    edge(broken);
  }

  return {
    block,
    // Without it Pagefind would end the last block with a full stop.
    end() {
      if (last) last.value += BLANK;
    },
  };
}

function* elements(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function has(element: Element, name: string): boolean {
  return attribute(element, name) !== undefined;
}

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (tree.isElementNode(node) && has(node, 'data-pagefind-ignore')) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
