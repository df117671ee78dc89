/** Assembles pieces of the seed as shown. */
import { documentSpans } from '../plan/document-mentions.ts';
import { toShown } from '../text/punctuation.ts';
import type { Passage, Verbatim } from '../plan/model.ts';
import { shownLine } from '../content-files/interpret.ts';
import { sourceOf, splitRuns } from '../plan/text-runs.ts';
import type { Content } from '../content-files/schema.ts';

/** A title of several lines as one: its line breaks are not shown. */
export function titlePassage(piece: Verbatim, content: Content): Passage {
  const [first, ...more] = piece.text.split('\n').map((text, index) => {
    const line = piece.line + index;
    return passageOf({ ...piece, line, text }, content);
  });
  if (!first) throw new Error('a text has at least one line');
  return more.reduce(
    (joined, { source, shown, runs }) => ({
      ...joined,
      source: `${joined.source}\n${source}`,
      shown: joined.shown + shown,
      runs: [...joined.runs, { source: '\n', text: '' }, ...runs],
    }),
    first,
  );
}

/** One line of a piece, its runs cut at the documents it names and at the offsets that `cuts` returns. */
export function passageOf(
  piece: Verbatim,
  content: Content,
  cuts: (shown: string) => number[] = () => [],
): Passage {
  const { runs: whole, shown } = shownLine(piece, content);
  const runs = splitRuns(whole, documentSpans(shown, content.documents), cuts(shown));
  return { line: piece.line, at: piece.at, source: sourceOf(runs), shown, runs };
}

/** The words from which a fact was read, as shown. */
export const shownQuote = <T extends { words: string }>(quote: T | undefined): T | undefined =>
  quote && { ...quote, words: toShown(quote.words) };
