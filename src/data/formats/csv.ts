/** Tables for spreadsheet programs: RFC 4180, UTF-8 with BOM. */
import type { PlanData } from './plan-json-fields.ts';

type Value = string | number | boolean | null | undefined;
type Cell = Value | readonly Value[];
type Name<Row> = keyof Row & string;
type FieldOf<Row> = { [Field in Name<Row>]: Row[Field] extends Cell ? Field : never }[Name<Row>];

/** The description of a column for readers (on /data/) and for programs (in datapackage.json). */
export interface ColumnFacts {
  name: string;
  title: string;
  /** `string` by default; of a list, the type of its items. `task`: a `TaskNumber`. */
  type?: 'string' | 'integer' | 'boolean' | 'date' | 'task';
  /** True if a cell holds several values, with SEPARATOR between them. */
  list?: true;
  /** True if no cell is ever empty. */
  required?: true;
  /** The only possible values. */
  values?: readonly string[];
}

/** A column has the field of the same name, or what `cell` returns. */
export type Column<Row> = ColumnFacts & ({ name: FieldOf<Row>; cell?: never } | { cell: (row: Row) => Cell });

/** A column in which task numbers have the type that they have in one plan. */
export type PlainColumn<Row> = Column<Row> & { type?: Exclude<ColumnFacts['type'], 'task'> };

/** Sets the type of columns with task numbers: integers in most plans, otherwise text such as 2-3. */
export function plainColumns<Row>(
  columns: Column<Row>[],
  { tasks }: Pick<PlanData, 'tasks'>,
): PlainColumn<Row>[] {
  const type = tasks.every(({ number }) => typeof number === 'number') ? 'integer' : 'string';
  return columns.map((column): PlainColumn<Row> => {
    const { type: own = 'string' } = column;
    return { ...column, type: own === 'task' ? type : own };
  });
}

/** Separates several values in one cell. */
export const SEPARATOR = '; ';

/** Beginnings that a spreadsheet program may take for a formula, full-width signs included, and the guard itself. */
const RISKY = /^[=+\-@\t\r\n＝＋－＠']/u;

const DIGIT = '\\p{N}〇零一二三四五六七八九十百千万亿';
/** What a spreadsheet program may take for a number, a date, a time or a truth value: the task number 1-1 for January 1. */
const NUMBER_LIKE = new RegExp(
  `^(?=.*[${DIGIT}])[[^\\p{L};\\(\\)（）][${DIGIT}年月日时分秒点上下午e]]+$|^\\([${DIGIT}.,]+\\)$|^\\s*(?:true|false)\\s*$`,
  'iv',
);

/**
 * Guards the cell of a text: one that a spreadsheet program would change, or that begins with ', gets one ' before it.
 * Removing one ' from the front of a cell always restores the text.
 */
export function guardCell(text: string): string {
  return RISKY.test(text) || NUMBER_LIKE.test(text) ? `'${text}` : text;
}

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: string[]) => `${cells.map(quote).join(',')}\r\n`;

const valuesOf = <Row>({ name, cell }: Column<Row>, row: Row): readonly Value[] =>
  [cell ? cell(row) : (row[name as keyof Row] as Cell)].flat();

/** The text of a cell, without guard and quotes. */
export const formatCell = <Row>(column: Column<Row>, row: Row): string =>
  valuesOf(column, row).join(SEPARATOR);

/** With its guard: numbers, truth values and dates are for spreadsheet programs to read as what they are. */
function guardedCell<Row>(column: Column<Row>, row: Row): string {
  const text = formatCell(column, row);
  const isText = column.type !== 'date' && valuesOf(column, row).some((value) => typeof value === 'string');
  return isText ? guardCell(text) : text;
}

/** The text of a CSV file with its BOM. */
export function toCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const head = line(columns.map(({ name }) => name));
  return `\ufeff${head}${rows.map((row) => line(columns.map((column) => guardedCell(column, row)))).join('')}`;
}
