/** Finds the tables of a text: rows of heads, and the rows below each. */
import { cellByCell } from './cell-by-cell.ts';
import { columnsOf, dividedColumns, namesUnits, type Column } from './columns.ts';
import { bareWords, isDrawing, rowOf, rowOfLines, type TextLine } from './rows.ts';
import { CONTINUED, isHeading, LONGEST_HEADING, tableRow, type TableRow } from './table-row.ts';

/** The rows of all tables of a text that say who is responsible, in order. */
export function findTables(lines: TextLine[]): TableRow[] {
  const rows = cellByCell(lines) ?? byLine(lines);
  return rows.some(({ kind }) => kind === 'task') ? rows : [];
}

/** Rows on one line each, with tabs or bars between their cells. */
function byLine(lines: TextLine[]): TableRow[] {
  const found: TableRow[] = [];
  let columns: Column[] | undefined;
  let isSecond = false;
  lines.forEach((line, index) => {
    const row = rowOf(line);
    if (!row || isDrawing(line.text)) {
      if (row && columns) found.push({ ...row, kind: 'other', columns, task: -1 });
      else if (columns && isHeadingBetween(lines, index)) {
        found.push({ ...rowOfLines([line]), kind: 'heading', columns, task: -1 });
      }
      return;
    }
    const heads = columnsOf(row.cells);
    if (heads && (namesUnits(heads) || !columns)) {
      const divided = namesUnits(heads) ? undefined : nextHeads(heads, lines, index);
      if (namesUnits(heads) || divided) {
        columns = divided ?? heads;
        isSecond = true;
        found.push({ ...row, kind: 'heads', columns, task: -1 });
        return;
      }
    }
    if (!columns) return;
    const second = isSecond ? dividedColumns(columns, row.cells) : undefined;
    isSecond = false;
    if (second) columns = second;
    found.push(second ? { ...row, kind: 'heads', columns, task: -1 } : tableRow(row, columns));
  });
  return found;
}

/** The columns of heads whose second row alone says who. */
function nextHeads(heads: Column[], lines: TextLine[], index: number): Column[] | undefined {
  const next = lines.slice(index + 1).find(({ text }) => text.trim() !== '' && !isDrawing(text));
  const cells = next && rowOf(next)?.cells;
  const divided = cells && dividedColumns(heads, cells);
  return divided && namesUnits(divided) ? divided : undefined;
}

/** A short line without cells, between two rows. */
function isHeadingBetween(lines: TextLine[], index: number): boolean {
  const { text = '', folded = '' } = lines[index] ?? {};
  if (text.trim() === '' || text.length > LONGEST_HEADING || /[。;]/.test(folded)) return false;
  if (CONTINUED.test(folded)) return false;
  const filled = (one: TextLine) => one.text.trim() !== '' && !isDrawing(one.text);
  const next = lines.slice(index + 1, index + 6).find(filled);
  return (
    next !== undefined &&
    (rowOf(next) !== undefined || isHeading(next.folded)) &&
    /[\p{Script=Han}]{2}/u.test(text)
  );
}

/** Whether heads are aligned by blanks: what is a cell and what a blank within one is not read. */
function isAlignedByBlanks({ folded }: TextLine): boolean {
  const words = folded.trim().split(/\s+/);
  if (words.length < 3) return false;
  const columns = columnsOf(words.map((text) => ({ text })));
  return columns !== undefined && namesUnits(columns);
}

const COMPARE = 'compare the heads with the published table';

/** What a text that looks like a table lacks, and what to do; undefined where it does not look like one. */
export function tableProblem(lines: TextLine[]): [problem: string, advice: string] | undefined {
  const rows = lines.flatMap((line) => rowOf(line) ?? []);
  const heads = rows.find(({ cells }) => columnsOf(cells) !== undefined);
  if (!heads && lines.some(isAlignedByBlanks))
    return [
      'the text is a table whose cells are only aligned by blanks, so that they cannot be told apart',
      'put a tab between the cells in a copy of the file; or import the page as .html, the document as .docx',
    ];
  const words = lines.filter(({ text }) =>
    ['任务', '责任单位', '牵头单位', '序号'].includes(bareWords(text)),
  );
  if (rows.length < 3 && words.length < 2) return undefined;
  return heads
    ? ['the text is a table, but no column says who is responsible (责任单位, 牵头单位, 配合单位)', COMPARE]
    : ['the text is a table, but no row has heads such as 序号, 任务, 责任单位, 完成时限', COMPARE];
}
