/** Pieces of the seed as they are shown. */
import { documentSpans } from '../plan/document-mentions.ts';
import { toShown } from '../text/punctuation.ts';
import type { Passage, Verbatim } from '../plan/model.ts';
import { shownLine } from '../content-files/interpret.ts';
import { sourceOf, splitRuns } from '../plan/text-runs.ts';
import type { Content } from '../content-files/schema.ts';

/** Reads one line of a piece, cut where documents stand and at the offsets that `cuts` names. */
export function passageOf(
  piece: Verbatim,
  content: Content,
  cuts: (shown: string) => number[] = () => [],
): Passage {
  const { runs: whole, shown } = shownLine(piece, content);
  const runs = splitRuns(whole, documentSpans(shown, content.documents), cuts(shown));
  return {
    line: piece.line,
    ...(piece.at !== undefined && { at: piece.at }),
    source: sourceOf(runs),
    shown,
    runs,
  };
}

/** The words that a fact rests on, as shown. */
export const shownQuote = <T extends { words: string }>(evidence: T | undefined): T | undefined =>
  evidence && { ...evidence, words: toShown(evidence.words) };
