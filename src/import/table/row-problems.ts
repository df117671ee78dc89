/** Reports rows whose cells do not stand below the heads of their table. */
import { timesOfSegment } from '../../clauses/segment-times.ts';
import { fold } from '../../clauses/fold.ts';
import { areBodies } from '../../clauses/names.ts';
import { bareWords, DITTO } from '../../content-files/table/rows.ts';
import { hasOwnNumber, isHeading, TOTAL, type TableRow } from '../../content-files/table/table-row.ts';
import { LEVELS } from '../../text/levels.ts';
import type { Report } from '../report.ts';
import type { Segment } from '../structure/segment.ts';

const ONE_LINE =
  'put each row on one line in a copy of the file, with a tab between its cells; or import the page as .html, the document as .docx';

/** Stops the import where it would have to guess below which head a cell stands, or what the task of a row is. */
export function reportRows(rows: TableRow[], body: Segment[], report: Report): void {
  for (const row of rows) {
    const isOther =
      row.kind === 'heads' ||
      row.kind === 'heading' ||
      TOTAL.test(bareWords(row.cells.find(({ text }) => text !== '')?.text ?? ''));
    const problem = isOther ? undefined : rowProblem(row);
    if (problem !== undefined) report.error(row.line, problem, ONE_LINE);
    else if (row.kind === 'other' && hasWords(row)) reportNoTask(row, report);
    else if (row.kind === 'task') reportMore(row, report);
  }
  reportRests(rows, body, report);
}

/** What shows that the cells of a row are not one to each head, in this order; undefined where nothing does. */
function rowProblem(row: TableRow): string | undefined {
  const { cells, columns, lines } = row;
  const open = cells.find(({ text }) => /^"[^"]*(?:""[^"]*)*$/.test(text));
  if (open && lines === 1) return `the cell “${open.text.slice(0, 20)}” goes on in the next line`;
  const isShort = cells.length < columns.length;
  const counts = `the row has ${cells.length} cells, its heads are ${columns.length}`;
  const first = cells[columns.findIndex(({ says }) => says === 'number')]?.text ?? '';
  if (lines > 1 && isShort) return `${counts}: a cell is empty, or lost`;
  if (lines > 1 && cells.length > columns.length) return `${counts}: a cell has several lines`;
  if (lines === 1 && !isShort) return undefined;
  if (isShort && /\p{Script=Han}{2}/u.test(first) && !/^[第(（]?[0-9一二三四五六七八九十]/.test(first))
    return `${counts}, and “${first.slice(0, 20)}” is no number: it may be the rest of the row above`;
  const wrong = columns.flatMap(({ head }, index) => {
    const text = cells[index]?.text ?? '';
    return isMisplaced(row, index) ? `“${text.slice(0, 20)}” stands below “${head}”` : [];
  });
  return wrong.length > 0 ? `${counts}, and ${wrong.join(', ')}` : undefined;
}

/** Whether a cell says by when where its head says who, or who where it says by when, or when where a task should stand. */
function isMisplaced({ cells, columns, task }: TableRow, index: number): boolean {
  const says = columns[index]?.says ?? 'other';
  const text = cells[index]?.text ?? '';
  if (text === '' || DITTO.test(text) || ['number', 'people'].includes(says)) return false;
  // Of what is to be done much ends like the name of a body: 新建县妇幼保健院.
  if (index === task) return isTime(text);
  if (says === 'other' || says === 'task') return false;
  return says === 'time' ? BODY_OF_LEVEL.test(fold(text)) : isTime(text);
}

/** Surely a body, and no words of time (同步进行, 按省统一部署). */
const BODY_OF_LEVEL = new RegExp(`[${LEVELS}各].*(?:局|厅|委|办|院|中心|公司|政府|委员会|办公室|镇|街道)$`);

const isTime = (text: string) => timesOfSegment(text) !== undefined;

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

/** A cell beyond the last head may have been moved there by another. */
function reportMore({ line, cells, columns }: TableRow, report: Report): void {
  const more = cells.slice(columns.length).find(({ text }) => text !== '');
  if (more)
    report.suspect('row', line, `the cell “${more.text.slice(0, 20)}” stands below no head`, ONE_LINE);
}

/** A line of nothing but bodies or a time right below a row may be a heading or a signature, or the rest of its last cell. */
function reportRests(rows: TableRow[], body: Segment[], report: Report): void {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const ends = new Set(
    rows.flatMap(({ kind, line, lines }) => (kind === 'task' || kind === 'more' ? line + lines : [])),
  );
  for (const { line, text, folded } of body) {
    const row = byLine.get(line);
    const words = text.trim();
    if (!ends.has(line) || (row && row.kind !== 'heading') || isHeading(folded)) continue;
    if (words === '' || !(isTime(words) || (!/[年月日季周旬]/.test(words) && areBodies(fold(words)))))
      continue;
    const problem = `“${words.slice(0, 20)}” stands on a line of its own below a row: it may be the rest of its cell`;
    report.suspect('row', line, problem, ONE_LINE);
  }
}
