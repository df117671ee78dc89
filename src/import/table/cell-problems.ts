/** Reports cells of units or times that could not be read. */
import { cellKey, type LocatedClause } from '../../content-files/interpret.ts';
import type { TaskEntry } from '../../content-files/schema.ts';
import type { ClauseReadings } from '../extract/units.ts';
import type { Report } from '../report.ts';

/** Lists the words of cells that could not be read, each once, although other cells of the row could. */
export function reportUnreadCells(
  tasks: TaskEntry[],
  clauses: LocatedClause[],
  { parts }: ClauseReadings,
  report: Report,
): void {
  const byKey = new Map(clauses.map((clause) => [clause.key, clause]));
  for (const task of tasks) {
    for (const [index, { head, of }] of (task.cells ?? []).entries()) {
      const clause = byKey.get(cellKey(task, index));
      if (!clause || of !== undefined) continue;
      for (const part of parts(clause)) {
        if (part.kind !== 'unread') continue;
        const problem = `task ${task.number}: cannot read “${part.source}” in the cell below “${head}”`;
        report.open(
          clause.piece.line,
          problem,
          'the rest of the row is read; these words are shown as they are',
        );
      }
    }
  }
}
