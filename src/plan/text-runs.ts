/** Runs of text: cut at offsets, joined to text, grouped by what they link to. */
import type { Run } from './model.ts';

/** A span of shown text, [start, end), that names a document or a term of the glossary. */
export interface Span {
  start: number;
  end: number;
  document?: string;
  term?: string;
}

/**
 * Cuts runs at the given offsets of the shown text and at both ends of the spans, and sets document or term in each.
 * A corrected run is never cut: an offset inside of one moves to its end.
 */
export function splitRuns(runs: Run[], spans: Span[], cuts: number[] = []): Run[] {
  const borders = [...new Set([...cuts, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    const inside = run.correction ? [] : borders.filter((border) => border > at && border < end);
    let from = at;
    for (const border of [...inside, end]) {
      const { document = run.document, term = run.term } =
        spans.find((span) => span.start <= from && from < span.end) ?? {};
      const text = run.text.slice(from - at, border - at);
      const source = inside.length > 0 ? run.source.slice(from - at, border - at) : run.source;
      pieces.push({ ...run, text, source, document, term });
      from = border;
    }
    at = end;
  }
  return pieces;
}

export const shownOf = (runs: Run[]) => runs.map(({ text }) => text).join('');
export const sourceOf = (runs: Run[]) => runs.map(({ source }) => source).join('');

/** Neighbouring runs that become one link, or that link to nothing. */
interface RunGroup {
  document: string | undefined;
  term: string | undefined;
  runs: Run[];
}

/**
 * Groups neighbouring runs that name the same document or term. Outside of links a corrected run ends its group, so that
 * the reference to its correction can follow it.
 */
export function groupRuns(runs: Run[]): RunGroup[] {
  const groups: RunGroup[] = [];
  for (const run of runs) {
    const { document, term } = run;
    const last = groups.at(-1);
    const linked = last?.document !== undefined || last?.term !== undefined;
    const ended = !linked && last?.runs.at(-1)?.correction !== undefined;
    if (last && !ended && last.document === document && last.term === term) last.runs.push(run);
    else groups.push({ document, term, runs: [run] });
  }
  return groups;
}
