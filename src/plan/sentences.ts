/** Sentences are what people cite; their ids s1, s2, … run through the whole task. */
import type { Run, Sentence, InlineClause } from './model.ts';
import { shownOf, splitRuns } from './runs.ts';

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

export type SentencePart = { runs: Run[] } | { clause: InlineClause };

/** Cuts a sentence; a clause that reaches beyond it stays text. */
export function sentenceParts({ id, text, runs }: Sentence, clauses: InlineClause[]): SentencePart[] {
  let end = 0;
  const places = clauses.flatMap((clause) => {
    const start = clause.sentence === id ? text.indexOf(clause.shown, end) : -1;
    if (start < 0) return [];
    end = start + clause.shown.length;
    return [{ clause, start, end }];
  });
  const parts: SentencePart[] = [];
  let at = 0;
  for (const run of splitRuns(
    runs,
    [],
    places.flatMap((place) => [place.start, place.end]),
  )) {
    const from = at;
    at += run.text.length;
    const inside = places.find((place) => place.start <= from && at <= place.end && run.text !== '');
    const last = parts.at(-1);
    if (inside) {
      if (inside.start === from) parts.push({ clause: inside.clause });
    } else if (last && 'runs' in last) last.runs.push(run);
    else parts.push({ runs: [run] });
  }
  return parts;
}
