/** Sentences, the smallest units that can be cited; their ids s1, s2, … are numbered through the whole task. */
import type { Run, Sentence, InlineClause } from './model.ts';
import { shownOf, splitRuns } from './text-runs.ts';

const SENTENCE = /[^。！？]*(?:[。！？]+[”’』」）》]*|$)/g;

/** The offsets at which the sentences of a shown text end, the last one included. */
export function sentenceEnds(shown: string): number[] {
  const ends: number[] = [];
  for (const match of shown.matchAll(SENTENCE)) {
    if (match[0] !== '') ends.push(match.index + match[0].length);
  }
  return ends;
}

/** Groups runs, cut at the ends of sentences, into sentences numbered from `first`. */
export function groupSentences(runs: Run[], first: number): Sentence[] {
  const ends = new Set(sentenceEnds(shownOf(runs)));
  const sentences: Sentence[] = [];
  let group: Run[] = [];
  let at = 0;
  for (const run of runs) {
    group.push(run);
    at += run.text.length;
    // Runs that are not shown, such as blanks at the end of a line, end no sentence.
    if (run.text !== '' && ends.has(at)) {
      sentences.push({ id: `s${first + sentences.length}`, text: shownOf(group), runs: group });
      group = [];
    }
  }
  sentences.at(-1)?.runs.push(...group);
  return sentences;
}

type SentencePart = { runs: Run[] } | { clause: InlineClause };

/** Splits a sentence at the clauses inside of it; a clause that extends beyond the sentence stays text. */
export function sentenceParts({ id, text, runs }: Sentence, clauses: InlineClause[]): SentencePart[] {
  let end = 0;
  const spans = clauses.flatMap((clause) => {
    const start = clause.sentence === id ? text.indexOf(clause.shown, end) : -1;
    if (start < 0) return [];
    end = start + clause.shown.length;
    return [{ clause, start, end }];
  });
  const parts: SentencePart[] = [];
  let at = 0;
  for (const run of splitRuns(runs, spans)) {
    const from = at;
    at += run.text.length;
    const inside = spans.find((span) => span.start <= from && at <= span.end && run.text !== '');
    const last = parts.at(-1);
    if (inside) {
      if (inside.start === from) parts.push({ clause: inside.clause });
    } else if (last && 'runs' in last) last.runs.push(run);
    else parts.push({ runs: [run] });
  }
  return parts;
}
