/** From the seed's characters to what is shown: corrections applied, marks normalised, and every run still knowing its source. */
import { foldWidth, INVISIBLE } from '../text/width.ts';
import { toShown } from '../text/punctuation.ts';
import type { Correction, Run, Verbatim } from './model.ts';
import { memoize } from '../text/memoize.ts';

const ofLine = memoize((corrections: Correction[]) => Map.groupBy(corrections, ({ line }) => line));

/** Where a correction differs, with what the two sides share left out. */
interface Difference {
  /** Offset of `source` in the line. */
  at: number;
  source: string;
  shown: string;
}

/** Finds the smallest segment that a correction changes; a suspected misprint is its whole wording. */
export function difference(line: string, correction: Correction): Difference {
  const at = line.indexOf(correction.received);
  if (correction.kind === 'suspected-misprint') {
    return { at, source: correction.received, shown: correction.shown };
  }
  const received = toShown(correction.received);
  let head = 0;
  while (head < received.length && received[head] === correction.shown[head]) head++;
  const most = Math.min(received.length, correction.shown.length) - head;
  let tail = 0;
  while (tail < most && received.at(-1 - tail) === correction.shown.at(-1 - tail)) tail++;
  return {
    at: at + head,
    source: correction.received.slice(head, correction.received.length - tail),
    shown: correction.shown.slice(head, correction.shown.length - tail),
  };
}

/**
 * Reads one line of a verbatim piece into runs: one run for each corrected place and one for what lies between.
 * Layout corrections concern the border between pieces and change nothing inside one.
 */
export function runsOfLine(piece: Verbatim, corrections: Correction[]): Run[] {
  const changes = (ofLine(corrections).get(piece.line) ?? [])
    .filter(({ kind, received }) => kind !== 'layout' && piece.text.includes(received))
    .map((correction) => ({ correction, ...difference(piece.text, correction) }))
    .sort((a, b) => a.at - b.at);
  const runs: Run[] = [];
  let at = 0;
  const shownLine = toShown(piece.text);
  const edges = edgesOf(piece.text);
  const plain = (end: number) => {
    if (end > at) runs.push(...plainRuns(piece.text, shownLine, edges, at, end));
  };
  for (const change of changes) {
    plain(change.at);
    runs.push({ source: change.source, text: change.shown, correction: change.correction });
    at = change.at + change.source.length;
  }
  plain(piece.text.length);
  return runs;
}

/** Where a line begins and ends, blanks at its edges left out. */
function edgesOf(line: string): [head: number, tail: number] {
  const folded = foldWidth(line);
  const head = folded.length - folded.trimStart().length;
  return [head, Math.max(head, folded.trimEnd().length)];
}

/** A segment of a line in runs; blanks at the edges of the line, and what takes no room, are kept and not shown. */
function plainRuns(
  line: string,
  shown: string,
  [head, tail]: [number, number],
  from: number,
  to: number,
): Run[] {
  const runs: Run[] = [];
  let at = from;
  const add = (until: number, isShown: boolean) => {
    const end = Math.min(Math.max(until, from), to);
    if (end > at) runs.push({ source: line.slice(at, end), text: isShown ? shown.slice(at, end) : '' });
    at = Math.max(at, end);
  };
  add(head, false);
  for (const match of line.slice(at, Math.min(tail, to)).matchAll(INVISIBLE)) {
    const start = Math.max(from, head) + match.index;
    add(start, true);
    add(start + match[0].length, false);
  }
  add(tail, true);
  add(to, false);
  return runs;
}

/** A segment of the shown text, [start, end), that belongs to a document or is a term of the glossary. */
export interface Span {
  start: number;
  end: number;
  document?: string;
  term?: string;
}

/**
 * Cuts runs at the given offsets of the shown text and at the borders of the spans, and names document or term in each.
 * A corrected run is never cut: a border inside one moves to its end.
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
      const { document, term } = spans.find((span) => span.start <= from && from < span.end) ?? {};
      const text = run.text.slice(from - at, border - at);
      const source = inside.length > 0 ? run.source.slice(from - at, border - at) : run.source;
      pieces.push({ ...run, text, source, ...(document && { document }), ...(term && { term }) });
      from = border;
    }
    at = end;
  }
  return pieces;
}

export const shownOf = (runs: Run[]) => runs.map(({ text }) => text).join('');
export const sourceOf = (runs: Run[]) => runs.map(({ source }) => source).join('');

/**
 * Neighbouring runs that name the same document or term belong to one link. Outside of links a corrected run ends its group,
 * so that what is said of it can follow at once.
 */
export function groupRuns(runs: Run[]): Group[] {
  const groups: Group[] = [];
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

interface Group {
  document: string | undefined;
  term: string | undefined;
  runs: Run[];
}
