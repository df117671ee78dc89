import { shownLines } from '../content-files/interpret.ts';
import type { Content } from '../content-files/schema.ts';
import { verbatimPieces } from '../content-files/verbatim.ts';
import { memoize } from '../text/memoize.ts';

/** Every published line as shown, with the file and the path of keys where an editor finds it. */
export const publishedLines = memoize((content: Content) =>
  verbatimPieces(content)
    .filter(({ at }) => at[0] !== 'chrome')
    .flatMap(({ file, at, ...piece }) => shownLines(piece, content).map((shown) => ({ file, at, shown }))),
);
