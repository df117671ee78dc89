/** Where the text names a document: a title in 《》, or the words that promise one without a title. */
import { memoize } from '../text/memoize.ts';
import type { Span } from './runs.ts';

/** What is needed to recognise a document in shown text. */
interface Known {
  id: string;
  title: string;
  words?: string | undefined;
}

/** Titles in 《》 of shown text, with their place; a title inside another stands in 〈〉 and belongs to the outer one. */
export function quotedTitles(shown: string): { title: string; start: number; end: number }[] {
  return [...shown.matchAll(/《([^《》]+)》/g)].map((match) => ({
    title: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** So many characters of a promise are looked up at once; few promises begin alike. */
const HEAD = 6;

/** The documents by what a text is searched for: titles, and promises by their first characters. */
const lookup = memoize((documents: Known[]) => {
  const promised = documents.flatMap(({ id, words }, place) =>
    words === undefined ? [] : [{ id, words, place }],
  );
  return {
    byTitle: new Map(documents.filter(({ words }) => words === undefined).map((one) => [one.title, one.id])),
    byHead: Map.groupBy(promised, ({ words }) => words.slice(0, HEAD)),
    short: promised.filter(({ words }) => words.length < HEAD),
  };
});

/** The few promises that may stand in a text, in the order of the registry. */
function promisesIn(shown: string, { byHead, short }: ReturnType<typeof lookup>) {
  const found = new Set(short);
  for (let at = 0; at + HEAD <= shown.length; at++) {
    for (const one of byHead.get(shown.slice(at, at + HEAD)) ?? []) found.add(one);
  }
  return [...found].sort((a, b) => a.place - b.place);
}

/** The segments of shown text that name a registered document, in order. */
export function documentSpans(shown: string, documents: Known[]): (Span & { document: string })[] {
  const registered = lookup(documents);
  const spans: (Span & { document: string })[] = [];
  for (const { title, start, end } of quotedTitles(shown)) {
    const document = registered.byTitle.get(title);
    if (document !== undefined) spans.push({ start, end, document });
  }
  for (const { id, words } of promisesIn(shown, registered)) {
    for (let start = shown.indexOf(words); start >= 0; start = shown.indexOf(words, start + words.length)) {
      spans.push({ start, end: start + words.length, document: id });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
