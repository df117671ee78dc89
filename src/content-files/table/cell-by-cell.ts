/** Tables with one cell a line: the heads stand on lines of their own, and so does every cell. */
import { fold } from '../../clauses/fold.ts';
import { looksLikeBody } from '../../clauses/names.ts';
import { columnsOf, namesUnits, type Column } from './columns.ts';
import { rowOfLines, type TextLine } from './rows.ts';
import { isHeading, LONGEST_HEADING, type TableRow } from './table-row.ts';

/** The rows of such a table; undefined where the text has none. */
export function cellByCell(lines: TextLine[]): TableRow[] | undefined {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const start = filled.findIndex((_, index) => headsAt(filled, index) !== undefined);
  const columns = headsAt(filled, start);
  const [first, last] = [filled[start], filled[start + (columns?.length ?? 0) - 1]];
  if (!columns || !first || !last) return undefined;
  const spanned = (from: TextLine, to: TextLine) => rowOfLines(lines.slice(from.line - 1, to.line));
  const found: TableRow[] = [{ ...spanned(first, last), kind: 'heads', columns, task: -1 }];
  const task = columns.findIndex(({ says }) => says === 'task');
  const rest = filled.slice(start + columns.length);
  const rows = columns[0]?.says === 'number' ? numberedRows(rest) : chunks(rest, columns.length);
  for (const [index, whole] of rows.entries()) {
    // Below the last row stand other lines.
    const own = index === rows.length - 1 ? whole.slice(0, columns.length) : whole;
    const [head, end] = [own[0], own.at(-1)];
    if (!head || !end) continue;
    const isHeadingRow = own.length === 1 && head.text.length <= LONGEST_HEADING;
    const kind = isHeadingRow ? ('heading' as const) : ('task' as const);
    found.push({ ...spanned(head, end), kind, columns, task: isHeadingRow ? -1 : task });
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
    const hasBody = columns?.[0]?.says !== 'number' && columns?.some(isBody) === true;
    if (columns && !hasBody && namesUnits(columns) && known * 4 >= columns.length * 3) return columns;
  }
  return undefined;
}

/** Without numbers, nothing but its words tells the first cell below the heads from one of them. */
const isBody = ({ says, head }: Column) => says === 'other' && head.length > 2 && looksLikeBody(fold(head));

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
