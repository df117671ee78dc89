/** A first title for each task, which an editor may replace by better words of the same text. */

const LONGEST_TITLE = 30;
/** A first clause that only says on what ground something is done names no task. */
const PREAMBLE_CLAUSE = /^(?:根据|按照|以及|在.*(?:下|中|上)$|坚持从)/;

/** The first sentence of a task, or of a long one its first clause that says what is done. */
export function proposeTitle(text: string): string {
  const sentence = /^[^。;\n]*/.exec(text)?.[0] ?? text;
  if (sentence.length <= LONGEST_TITLE) return sentence;
  const clauses = sentence.split(',');
  return clauses.find((clause) => !PREAMBLE_CLAUSE.test(clause)) ?? sentence;
}
