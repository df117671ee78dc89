/** Finds the tables of a text: rows of heads, and the rows below each. */
import { readNumeral } from '../../text/numerals.ts';
import { columnsOf, dividedColumns, namesUnits, type Column } from './columns.ts';
import { bareWords, DITTO, isDrawing, rowOf, rowOfLines, type Row, type TextLine } from './rows.ts';

/** A line of a table: its heads, a heading that spans the row, a task, or more cells of the task before. */
export interface TableRow extends Row {
  kind: 'heads' | 'heading' | 'task' | 'more' | 'other';
  columns: Column[];
}

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
      if (row && columns) found.push({ ...row, kind: 'other', columns });
      else if (columns && isHeadingBetween(lines, index)) {
        found.push({ ...rowOfLines([line]), kind: 'heading', columns });
      }
      return;
    }
    const heads = columnsOf(row.cells);
    if (heads && (namesUnits(heads) || !columns)) {
      const divided = namesUnits(heads) ? undefined : nextHeads(heads, lines, index);
      if (namesUnits(heads) || divided) {
        columns = divided ?? heads;
        isSecond = true;
        found.push({ ...row, kind: 'heads', columns });
        return;
      }
    }
    if (!columns) return;
    const second = isSecond ? dividedColumns(columns, row.cells) : undefined;
    isSecond = false;
    if (second) columns = second;
    found.push({ ...row, kind: second ? 'heads' : kindOf(row, columns), columns });
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

const LONGEST_HEADING = 60;

/** A short line without cells, between two rows. */
function isHeadingBetween(lines: TextLine[], index: number): boolean {
  const { text = '', folded = '' } = lines[index] ?? {};
  if (text.trim() === '' || text.length > LONGEST_HEADING || /[。;]/.test(folded)) return false;
  const filled = (one: TextLine) => one.text.trim() !== '' && !isDrawing(one.text);
  const next = lines.slice(index + 1, index + 6).find(filled);
  return (
    next !== undefined &&
    (rowOf(next) !== undefined || isHeading(next.folded)) &&
    /[\p{Script=Han}]{2}/u.test(text)
  );
}

const isHeading = (folded: string) =>
  /^ *(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[章节部])/.test(
    folded,
  );

function kindOf({ cells }: Row, columns: Column[]): TableRow['kind'] {
  const filled = cells.flatMap(({ text }, index) => (text === '' || DITTO.test(text) ? [] : [index]));
  const at = (says: Column['says']) => columns.findIndex((one) => one.says === says);
  const [number, task] = [at('number'), at('task')];
  const words = cells[task]?.text ?? '';
  const own = cells[number]?.text ?? '';
  const alone = filled.filter((index) => index !== number);
  if (alone.length === 0) {
    // A heading that begins in the column of the numbers.
    const isWords = /\p{Script=Han}{2}/u.test(own) && own.length <= LONGEST_HEADING && !/[。;；]/.test(own);
    return isWords ? 'heading' : 'other';
  }
  const isChinese =
    own !== '' && readNumeral(own.replace(/[、.()（）]/g, '')) !== undefined && !/[0-9]/.test(own);
  const [only] = alone;
  if (alone.length === 1 && only !== undefined) {
    const text = cells[only]?.text ?? '';
    const isShort = text.length <= LONGEST_HEADING && !/[。;；]/.test(text);
    const heads = isChinese || (own === '' && (only === 0 || isHeading(text)));
    if (columns.length > 2 && heads) return isShort ? 'heading' : 'other';
  }
  if (words === '' || DITTO.test(words)) return 'more';
  return 'task';
}

/** One cell a line: the heads stand on lines of their own, and so does every cell. Undefined where the text is not so. */
function cellByCell(lines: TextLine[]): TableRow[] | undefined {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const start = filled.findIndex((_, index) => headsAt(filled, index) !== undefined);
  const columns = headsAt(filled, start);
  const [first, last] = [filled[start], filled[start + (columns?.length ?? 0) - 1]];
  if (!columns || !first || !last) return undefined;
  const spanned = (from: TextLine, to: TextLine) => rowOfLines(lines.slice(from.line - 1, to.line));
  const found: TableRow[] = [{ ...spanned(first, last), kind: 'heads', columns }];
  const rest = filled.slice(start + columns.length);
  for (const own of columns[0]?.says === 'number' ? numberedRows(rest) : chunks(rest, columns.length)) {
    const [head, end] = [own[0], own.at(-1)];
    if (!head || !end) continue;
    const isHeadingRow = own.length === 1 && head.text.length <= LONGEST_HEADING;
    found.push({ ...spanned(head, end), kind: isHeadingRow ? 'heading' : 'task', columns });
  }
  return found;
}

function headsAt(filled: TextLine[], start: number): Column[] | undefined {
  if (filled[start]?.text.includes('\t') || saysNothing(filled[start])) return undefined;
  // The longest run of heads: a cell of a first row is none.
  for (let count = 8; count >= 3; count--) {
    const cells = filled.slice(start, start + count).map(({ text }) => ({ text: text.trim() }));
    if (cells.length < count || cells.some(({ text }) => text.length > 12 || /[0-9。,，;；、\t|]/.test(text)))
      continue;
    const columns = columnsOf(cells);
    const known = columns?.filter(({ says }) => says !== 'other').length ?? 0;
    if (columns && namesUnits(columns) && known * 4 >= columns.length * 3) return columns;
  }
  return undefined;
}

const saysNothing = (line: TextLine | undefined) =>
  !line || columnsOf([{ text: line.text.trim() }, { text: '任务' }]) === undefined;

/** Rows that begin with a line that is the next number; lines with a heading's number between them are rows of their own. */
function numberedRows(lines: TextLine[]): TextLine[][] {
  const rows: TextLine[][] = [];
  let last = 0;
  let open: TextLine[] | undefined;
  lines.forEach((line, index) => {
    const value = Number(/^ *([0-9]{1,4}) *[.、]? *$/.exec(line.folded)?.[1] ?? Number.NaN);
    if (value === last + 1 || (value === 1 && last > 0)) {
      last = value;
      rows.push((open = [line]));
    } else if (isHeading(line.folded) && line.text.length <= LONGEST_HEADING && startsRow(lines[index + 1])) {
      rows.push([line]);
      open = undefined;
    } else if (open) open.push(line);
  });
  return rows;
}

const startsRow = (line: TextLine | undefined) =>
  line !== undefined && (/^ *[0-9]{1,4} *[.、]? *$/.test(line.folded) || isHeading(line.folded));

function chunks(lines: TextLine[], size: number): TextLine[][] {
  const count = Math.floor(lines.length / size);
  return Array.from({ length: count }, (_, index) => lines.slice(index * size, (index + 1) * size));
}

/** What a text that looks like a table lacks; undefined where it does not look like one. */
export function tableProblem(lines: TextLine[]): string | undefined {
  const rows = lines.flatMap((line) => rowOf(line) ?? []);
  const heads = rows.find(({ cells }) => columnsOf(cells) !== undefined);
  const words = lines.filter(({ text }) =>
    ['任务', '责任单位', '牵头单位', '序号'].includes(bareWords(text)),
  );
  if (rows.length < 3 && words.length < 2) return undefined;
  if (!heads) return 'the text is a table, but no row has heads such as 序号, 任务, 责任单位, 完成时限';
  return 'the text is a table, but no column says who is responsible (责任单位, 牵头单位, 配合单位)';
}
