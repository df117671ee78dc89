import { defaultTreeAdapter as tree, parse } from 'parse5';
import { kinds, normalize, type Kind } from '../../search/query.ts';
import type { Block, Field, TextPage } from '../../search/text-pages.ts';
import { attribute, elements, has, textOf, type Element, type Node } from '../../text/html.ts';

/** What SearchMeta says of a page. */
interface Meta {
  kind: Kind;
  order: number;
  filters?: Record<string, string[]>;
  facts?: string;
}

/** A page or an entry with its place among all of them: comparing two places puts tasks first, then as `kinds` says. */
export interface Indexed {
  place: [kind: number, order: number, entry: number];
  page: TextPage;
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
const SKIPPED = new Set('script style template noscript svg nav form label button footer'.split(' '));

/**
 * Reads what a built page has to be found by: the text in its elements with data-pagefind-body.
 *
 * Text runs on from block to block; around a heading, an element marked data-search-break and between two bodies
 * stands a break that no phrase crosses. An element with data-search-entry is a result of its own, with that title or
 * the page's, and perhaps another data-search-kind; data-search-field says what the text in an element is, data-head which
 * column the cell of a table stands in. Nothing for pages without a body.
 */
export function searchPages(html: string, url: string): Indexed[] {
  // Nothing outside of main is searched, and in the head of a page stands most of its text.
  const from = html.indexOf('<main');
  const to = html.lastIndexOf('</main>');
  const searched = html.slice(Math.max(from, 0), Math.max(to, 0));
  if (!searched.includes('data-pagefind-body')) return [];
  const all = [...elements(parse(searched))];
  const main = all.find(({ tagName }) => tagName === 'main');
  if (!main || !all.some((element) => has(element, 'data-pagefind-body'))) return [];
  const meta = all.flatMap((element) => attribute(element, 'data-search-meta') ?? [])[0];
  if (meta === undefined) {
    throw new Error(
      `Search index: ${url} has a data-pagefind-body but no <SearchMeta>: put one into its main.`,
    );
  }
  const { kind, order, filters, facts } = JSON.parse(meta) as Meta;
  const heading = all.find(({ tagName }) => tagName === 'h1');
  const title = heading ? (attribute(heading, 'data-title') ?? plain(textOf(heading, isIgnored))) : '';
  const pages: TextPage[] = [
    { url, kind, title, blocks: [], ...(filters && { filters }), ...(facts !== undefined && { facts }) },
  ];
  collect(main, pages);
  return pages
    .map((page, entry): Indexed => ({ place: [kinds.indexOf(page.kind), order, entry], page }))
    .filter(({ page }) => page.blocks.length > 0);
}

const isIgnored = (element: Element) => has(element, 'data-pagefind-ignore');

/** A text as it is read: one blank for any number of them. */
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** The head of the column of a cell, and the words that a ditto mark stands for. */
function cellOf(element: Element): Pick<Block, 'head' | 'held'> | undefined {
  const [head, held] = [attribute(element, 'data-head'), attribute(element, 'data-held')];
  return head === undefined ? undefined : { head, ...(held !== undefined && { held }) };
}

/** Walks through a page and adds its blocks to the first of `pages`, and entries as further ones. */
function collect(main: Element, pages: TextPage[]): void {
  let page = pages[0];
  let id: string | undefined;
  let field: Field = 'text';
  let cell: Pick<Block, 'head' | 'held'> | undefined;
  let before: string | undefined;
  let body = false;
  let broken = true;
  let text = '';

  function end(breaks = false): void {
    const own = plain(text);
    const last = page?.blocks.at(-1);
    // A ditto mark has no letters.
    if (normalize(own) !== '' || (own !== '' && cell?.held !== undefined)) {
      const block: Block = { text: own, ...cell };
      if (before !== undefined) block.before = before;
      before = undefined;
      if (id !== undefined) block.id = id;
      if (field !== 'text') block.field = field;
      if (!broken) block.on = true;
      page?.blocks.push(block);
      broken = false;
      text = '';
    } else if (last && !broken) {
      // Marks alone are no block: they belong to the one before.
      last.text += own;
      text = '';
    }
    if (breaks) {
      broken = true;
      text = '';
    }
  }

  function inside(element: Element): void {
    const outer = { page, field, cell, body };
    const entry = attribute(element, 'data-search-entry');
    if (entry !== undefined && page) {
      const kind = (attribute(element, 'data-search-kind') as Kind | undefined) ?? page.kind;
      const url = `${page.url.replace(/#.*$/, '')}#${id ?? ''}`;
      page = { url, kind, title: entry || page.title, blocks: [] };
      pages.push(page);
      id = undefined;
    }
    if (HEADING.test(element.tagName) && field === 'text') field = 'title';
    field = (attribute(element, 'data-search-field') as Field | undefined) ?? field;
    cell = cellOf(element) ?? cell;
    before = attribute(element, 'data-before') ?? before;
    body ||= has(element, 'data-pagefind-body');
    element.childNodes.forEach(visit);
    end();
    ({ page, field, cell, body } = outer);
  }

  function visit(node: Node): void {
    if (tree.isTextNode(node)) {
      if (body) text += node.value;
      return;
    }
    if (!tree.isElementNode(node) || SKIPPED.has(node.tagName) || isIgnored(node)) return;
    const own = attribute(node, 'id');
    const breaks =
      has(node, 'data-search-break') ||
      has(node, 'data-search-entry') ||
      HEADING.test(node.tagName) ||
      (!body && has(node, 'data-pagefind-body'));
    if (INLINE.has(node.tagName) && !breaks && own === undefined && !has(node, 'data-search-field')) {
      node.childNodes.forEach(visit);
      return;
    }
    end(breaks);
    if (own !== undefined) id = own;
    inside(node);
    end(breaks);
  }

  main.childNodes.forEach(visit);
}
