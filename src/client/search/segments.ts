/** The words of a text as the browser's dictionary has them. */

// Firefox before 125 has none.
const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };

/** The words of a text, in order; none where the browser has no dictionary. */
export const segmentsOf = (text: string): { segment: string; index: number }[] =>
  Segmenter ? Array.from(new Segmenter('zh', { granularity: 'word' }).segment(text)) : [];

/** Whether a text has a word of its own at a place. */
export const isWord = (text: string, at: number, length: number): boolean =>
  segmentsOf(text).some(({ segment, index }) => index === at && segment.length === length);
