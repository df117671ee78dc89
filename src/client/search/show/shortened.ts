const LONGEST_SHOWN = 40;

/** A query as it is repeated in a sentence. */
export function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : text;
}
