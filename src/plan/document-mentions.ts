/** Finds the documents that a text names: by a title in 《》, or by the words that promise one without a title. */
import { memoize } from '../text/memoize.ts';
import type { Span } from './text-runs.ts';

/** What a document is recognised by in shown text. */
interface Known {
  id: string;
  title: string;
  words?: string | undefined;
}

/** The titles in 《》 of shown text, with their offsets; a title inside of another stands in 〈〉 and belongs to the outer one. */
export function quotedTitles(shown: string): { title: string; start: number; end: number }[] {
  return [...shown.matchAll(/《([^《》]+)》/g)].map((match) => ({
    title: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Length of the prefix by which promises are indexed; few begin with the same characters. */
const PREFIX_LENGTH = 6;

/** An index of the documents: by title, and of promises by prefix. */
const lookup = memoize((documents: Known[]) => {
  const promised = documents.flatMap(({ id, words }, order) =>
    words === undefined ? [] : [{ id, words, order }],
  );
  return {
    byTitle: new Map(documents.filter(({ words }) => words === undefined).map((one) => [one.title, one.id])),
    byPrefix: Map.groupBy(promised, ({ words }) => words.slice(0, PREFIX_LENGTH)),
    short: promised.filter(({ words }) => words.length < PREFIX_LENGTH),
  };
});

/** The promises that may occur in a text, in the order of the registry. */
function promisesIn(shown: string, { byPrefix, short }: ReturnType<typeof lookup>) {
  const found = new Set(short);
  for (let at = 0; at + PREFIX_LENGTH <= shown.length; at++) {
    for (const one of byPrefix.get(shown.slice(at, at + PREFIX_LENGTH)) ?? []) found.add(one);
  }
  return [...found].sort((a, b) => a.order - b.order);
}

/** The spans of shown text that name a registered document, in order. */
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
