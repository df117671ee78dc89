/** Assembles pieces of the seed as shown. */
import { documentSpans } from '../plan/document-mentions.ts';
import { toShown } from '../text/punctuation.ts';
import type { Passage, Verbatim } from '../plan/model.ts';
import { shownLine } from '../content-files/interpret.ts';
import { sourceOf, splitRuns } from '../plan/text-runs.ts';
import type { Content } from '../content-files/schema.ts';

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
