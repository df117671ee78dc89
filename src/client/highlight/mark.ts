import { findMatches, question, type Question } from '../../search/query.ts';
import type { Texts } from '../../search/text-pages.ts';
import { path } from '../../urls.ts';
import { foundQuery } from './query.ts';

/** Marks a query in the texts of this page, without changing them. */
async function markFound(query: string): Promise<void> {
  let ranges = rangesOf(question(query));
  // The table of traditional characters is only needed where the query is not found as it is.
  if (ranges.length === 0) ranges = rangesOf(question(query, await variants().catch(() => '')));
  CSS.highlights.set('found', new Highlight(...ranges));
}

async function variants(): Promise<string> {
  const response = await fetch(path('/search/texts.json'));
  return ((await response.json()) as Texts).variants;
}

function rangesOf({ words, whole }: Question): Range[] {
  const bodies = [...document.querySelectorAll('[data-pagefind-body]')].map(nodesOf);
  const inOnePiece = bodies.flatMap((nodes) => find(nodes, whole));
  return inOnePiece.length > 0
    ? inOnePiece
    : words.flatMap((word) => bodies.flatMap((nodes) => find(nodes, word)));
}

/** The text nodes that the search knows too. */
function nodesOf(body: Element): Text[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.hasAttribute('data-pagefind-ignore')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

function find(nodes: Text[], word: string): Range[] {
  const matches = findMatches(nodes.map(({ data }) => data).join(''), word);
  return matches.map(([start, end]) => {
    const range = new Range();
    range.setStart(...placeIn(nodes, start));
    range.setEnd(...placeIn(nodes, end - 1));
    range.setEnd(range.endContainer, range.endOffset + 1);
    return range;
  });
}

/** The node in which a character of the joined texts stands, and where. */
function placeIn(nodes: Text[], at: number): [Text, number] {
  let before = 0;
  for (const node of nodes) {
    if (at < before + node.length) return [node, at - before];
    before += node.length;
  }
  throw new RangeError(`There is no character ${at}.`);
}

void markFound(foundQuery() ?? '');
