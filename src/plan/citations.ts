/** Where the text names a document: a title in 《》, or the words that promise one without a title. */
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

/** The stretches of shown text that name a registered document, in order. */
export function citationSpans(shown: string, documents: Known[]): (Span & { document: string })[] {
  const byTitle = new Map(
    documents.filter(({ words }) => words === undefined).map((one) => [one.title, one.id]),
  );
  const spans: (Span & { document: string })[] = [];
  for (const { title, start, end } of quotedTitles(shown)) {
    const document = byTitle.get(title);
    if (document !== undefined) spans.push({ start, end, document });
  }
  for (const { id, words } of documents) {
    if (words === undefined) continue;
    for (let start = shown.indexOf(words); start >= 0; start = shown.indexOf(words, start + words.length)) {
      spans.push({ start, end: start + words.length, document: id });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
