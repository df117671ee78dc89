/** One line of the seed → the runs of text that readers are shown: corrections applied, punctuation normalised. */
import { memoize } from '../text/memoize.ts';
import { toShown } from '../text/punctuation.ts';
import { foldWidth, INVISIBLE } from '../text/width.ts';
import type { Correction, Run, Verbatim } from './model.ts';

const byLine = memoize((corrections: Correction[]) => Map.groupBy(corrections, ({ line }) => line));

/** The characters that a correction changes, without those that both sides share. */
interface Difference {
  /** Offset of `source` in the line. */
  at: number;
  source: string;
  shown: string;
}

/** Finds the shortest span that a correction changes; of a suspected misprint it is the whole wording. */
export function difference(line: string, { kind, received, shown }: Correction): Difference {
  const at = line.indexOf(received);
  if (kind === 'suspected-misprint') return { at, source: received, shown };
  const before = toShown(received);
  let head = 0;
  while (head < before.length && before[head] === shown[head]) head++;
  const most = Math.min(before.length, shown.length) - head;
  let tail = 0;
  while (tail < most && before.at(-1 - tail) === shown.at(-1 - tail)) tail++;
  return {
    at: at + head,
    source: received.slice(head, received.length - tail),
    shown: shown.slice(head, shown.length - tail),
  };
}

/**
 * Reads one line of a verbatim piece: one run for each corrected span and one for the text between two of them.
 * Layout corrections concern the border between two pieces and change nothing inside of one.
 */
export function runsOfLine({ line, text }: Verbatim, corrections: Correction[]): Run[] {
  const changes = (byLine(corrections).get(line) ?? [])
    .filter(({ kind, received }) => kind !== 'layout' && text.includes(received))
    .map((correction) => ({ correction, ...difference(text, correction) }))
    .sort((a, b) => a.at - b.at);
  const runs: Run[] = [];
  let at = 0;
  const plain = plainRuns(text);
  for (const { at: start, source, shown, correction } of changes) {
    runs.push(...plain(at, start), { source, text: shown, correction });
    at = start + source.length;
  }
  return [...runs, ...plain(at, text.length)];
}

/** Cuts uncorrected spans of a line into runs. Blanks at either end of the line and invisible characters are kept but not shown. */
function plainRuns(line: string): (from: number, to: number) => Run[] {
  const shown = toShown(line);
  const folded = foldWidth(line);
  const head = folded.length - folded.trimStart().length;
  const tail = Math.max(head, folded.trimEnd().length);
  return (from, to) => {
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
  };
}
