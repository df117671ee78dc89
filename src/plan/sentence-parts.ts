/** A sentence cut at the clauses inside it, so that their units can be links. */
import type { InlineClause, Run, Sentence } from './model.ts';
import { splitRuns } from './runs.ts';

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
