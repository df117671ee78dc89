import { findMatches, question, type Phrases } from '../../search/query.ts';
import { foldForms } from '../../text/fold-forms.ts';
import type { Texts } from '../../search/text-pages.ts';
import { path } from '../../urls.ts';
import { rangeOf, textNodes } from '../text-nodes.ts';
import { foundQuery } from './query.ts';

/** Highlights a query in the text of this page, without changing the document. */
async function highlight(query: string): Promise<void> {
  let ranges = rangesOf(question(query), (text) => text);
  // The table of traditional characters is only needed where the query is not found as it is.
  if (ranges.length === 0)
    ranges = rangesOf(question(query, await variants().catch(() => '')).folded, foldForms);
  CSS.highlights.set('found', new Highlight(...ranges));
}

async function variants(): Promise<string> {
  const response = await fetch(path('/search/texts.json'));
  return ((await response.json()) as Texts).variants;
}

function rangesOf({ words, whole }: Phrases, fold: (text: string) => string): Range[] {
  const bodies = [...document.querySelectorAll('[data-pagefind-body]')].map(indexedNodes);
  const inOnePiece = bodies.flatMap((nodes) => find(nodes, whole, fold));
  return inOnePiece.length > 0
    ? inOnePiece
    : words.flatMap((word) => bodies.flatMap((nodes) => find(nodes, word, fold)));
}

/** The text nodes that the search index has, too. */
function indexedNodes(body: Element): Text[] {
  return textNodes(body, (element) => element.hasAttribute('data-pagefind-ignore'));
}

function find(nodes: Text[], word: string, fold: (text: string) => string): Range[] {
  const matches = findMatches(fold(nodes.map(({ data }) => data).join('')), word);
  return matches.map(([start, end]) => rangeOf(nodes, start, end));
}

void highlight(foundQuery() ?? '');
