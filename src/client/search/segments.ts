/** The words of a text as the browser's dictionary has them. */

// Firefox before 125 has none.
const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };

/** The words of a text, in order; none where the browser has no dictionary. */
export const segmentsOf = (text: string): { segment: string; index: number }[] =>
  Segmenter ? Array.from(new Segmenter('zh', { granularity: 'word' }).segment(text)) : [];

/** Whether a piece of a text is made of whole words: of one word if it has two letters. */
export function isWord(text: string, at: number, length: number): boolean {
  const segments = segmentsOf(text);
  if (segments.length === 0) return length > 2;
  const from = segments.find(({ index }) => index === at);
  const to = segments.find(({ segment, index }) => index + segment.length === at + length);
  return from !== undefined && to !== undefined && (length > 2 || from === to);
}
