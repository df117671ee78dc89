/** Sentences are what people cite; their ids s1, s2, … run through the whole task. */
import type { Run, Sentence } from './model.ts';
import { shownOf } from './runs.ts';

const SENTENCE = /[^。！？]*(?:[。！？]+[”’』」）》]*|$)/g;

/** Offsets of the shown text at which sentences end, the last one included. */
export function sentenceEnds(shown: string): number[] {
  const ends: number[] = [];
  for (const match of shown.matchAll(SENTENCE)) {
    if (match[0] !== '') ends.push(match.index + match[0].length);
  }
  return ends;
}

/** Groups runs that were cut at the sentence ends into sentences, numbered from `first`. */
export function groupSentences(runs: Run[], first: number): Sentence[] {
  const ends = new Set(sentenceEnds(shownOf(runs)));
  const sentences: Sentence[] = [];
  let group: Run[] = [];
  let at = 0;
  for (const run of runs) {
    group.push(run);
    at += run.text.length;
    // What is not shown, such as blanks at the end of a line, ends nothing.
    if (run.text !== '' && ends.has(at)) {
      sentences.push({ id: `s${first + sentences.length}`, text: shownOf(group), runs: group });
      group = [];
    }
  }
  sentences.at(-1)?.runs.push(...group);
  return sentences;
}
