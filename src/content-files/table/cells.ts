/** Reads the cells of the rows of tables: the words of each column, and those that hold on from a row above. */
import type { TaskFile } from '../schema.ts';
import type { Column } from './columns.ts';
import type { TableRow } from './table-row.ts';
import { DITTO } from './rows.ts';

type Cells = NonNullable<TaskFile['cells']>;

/** A row that is a task, or more of the task above. */
interface ReadRow {
  /** The words of its task; undefined in a row that is more of the task above. */
  text?: string | undefined;
  /** Its cells besides those with number and task, in order. */
  cells: Cells;
}

/** The words of a column that still hold, with their line. */
interface Above {
  line: number;
  text: string;
}

/** First line of a row → what stands in it, for the rows of all tables of a text. */
export function readRows(rows: TableRow[]): Map<number, ReadRow> {
  const read = new Map<number, ReadRow>();
  let above: (Above | undefined)[] = [];
  for (const row of rows) {
    if (row.kind === 'heads' || row.kind === 'heading') above = [];
    else if (row.kind === 'task')
      read.set(row.line, { text: row.cells[row.task]?.text, cells: cellsOf(row, above) });
    else if (row.kind === 'more') {
      const cells = cellsOf(row, above).filter(({ text, of }) => text !== '' && of === undefined);
      read.set(row.line, { cells });
    }
  }
  return read;
}

/** The cells of a row besides its number and its task; the words of all of them are added to those above. */
function cellsOf({ columns, cells, line, text, task }: TableRow, all: (Above | undefined)[]): Cells {
  const count = Math.max(columns.length, cells.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index): Cells => {
    const { head, says }: Column = columns[index] ?? { head: '', says: 'other' };
    if (says === 'number') return [];
    const cell = cells[index];
    const words = cell?.text ?? '';
    const above = all[index];
    const isBefore = index < task;
    // Who, or by when, goes on only where the file says so: an empty cell may be empty.
    const mayGoOn = isBefore && (says === 'other' || says === 'task');
    const holds = above !== undefined && (DITTO.test(words) || (words === '' && mayGoOn));
    if (words !== '' && !DITTO.test(words)) {
      const ownLine = line + text.slice(0, cell?.start ?? 0).split('\n').length - 1;
      all[index] = { line: ownLine, text: words };
    }
    // The column of the tasks says something else only in a row whose task stands below another head.
    if (index === task || (task < 0 && says === 'task')) return [];
    return [
      {
        ...{ head, says: says === 'task' ? 'other' : says, text: holds ? above.text : words },
        ...(isBefore && { before: true as const }),
        ...(holds && { of: above.line }),
      },
    ];
  });
}
