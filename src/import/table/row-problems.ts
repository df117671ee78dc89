/** Reports rows whose cells do not stand below the heads of their table. */
import { DITTO } from '../../content-files/table/rows.ts';
import { hasOwnNumber, type TableRow } from '../../content-files/table/table-row.ts';
import type { Report } from '../report.ts';

/** Stops the import where it would have to guess below which head a cell stands, or what the task of a row is. */
export function reportRows(rows: TableRow[], report: Report): void {
  for (const row of rows) {
    if (row.kind === 'other' && hasWords(row)) reportNoTask(row, report);
  }
}

/** Whether a row with its own number says anything besides. */
const hasWords = ({ cells, columns }: TableRow) =>
  hasOwnNumber({ cells }, columns) &&
  cells.some(({ text }, index) => columns[index]?.says !== 'number' && text !== '' && !DITTO.test(text));

function reportNoTask({ line, cells, columns }: TableRow, report: Report): void {
  const numberOf = cells[columns.findIndex(({ says }) => says === 'number')]?.text ?? '';
  const head = columns.find(({ says }) => says === 'task')?.head ?? '';
  const problem = `the row “${numberOf}” has a number of its own, but no words below “${head}”`;
  report.error(line, problem, 'in a copy of the file, write there what the published table says of it');
}
