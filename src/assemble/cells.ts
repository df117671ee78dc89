/** Assembles the cells of a task that is a row of a table. */
import { cellKey, cellPlaces } from '../content-files/interpret.ts';
import type { Content, TaskEntry } from '../content-files/schema.ts';
import { lineOfText } from '../content-files/verbatim.ts';
import type { Cell, Clause } from '../plan/model.ts';
import { toShown } from '../text/punctuation.ts';
import { passageOf } from './passages.ts';

/** The cells of a row, each with the signs between it and the cell before. */
export function assembleCells(
  task: TaskEntry,
  content: Content,
  clauses: ReadonlyMap<string, Clause>,
): Cell[] {
  const { cells = [], text, duty, tail = '' } = task;
  const row = text + duty + tail;
  const places = cellPlaces(task);
  const ofRow = cells.flatMap(({ before }, index) => (before === true ? [] : [index]));
  return cells.map(({ head, says, text: words, before = false, of }, index): Cell => {
    const start = startOf(index);
    const next = ofRow[ofRow.indexOf(index) + 1];
    // What stands between this cell and the next, unless it is the words themselves.
    const own = before ? '' : row.slice(start, next === undefined ? row.length : startOf(next));
    const at = of === undefined ? Math.max(0, own.indexOf(words)) : signsBefore(own);
    const length = of === undefined ? words.length : own.slice(at).search(/[\s|｜│┃]|$/);
    const line = lineOfText(task) + row.slice(0, start + at).split('\n').length - 1;
    const clause = clauses.get(cellKey(task, index)) ?? {
      ...passageOf({ line, text: words }, content),
      ...{ parts: [], units: [], openEnded: false },
    };
    const [signs, mark, after] = [own.slice(0, at), own.slice(at, at + length), own.slice(at + length)].map(
      (one) => toShown(one).trim(),
    );
    return {
      ...{ ...clause, line, head: toShown(head), says, of, before },
      ...{ signs: signs ?? '', mark: mark ?? '', after: after ?? '' },
    };
  });

  /** Where the share of a cell in its row begins: behind the cell before. */
  function startOf(index: number): number {
    const before = ofRow[ofRow.indexOf(index) - 1];
    return before === undefined ? text.length + duty.length : (places[before]?.end ?? row.length);
  }
}

const signsBefore = (own: string) => /^[\s|｜│┃]*/.exec(own)?.[0].length ?? 0;
