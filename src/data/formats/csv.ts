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

/**
 * Guards a cell against formula injection: a text that begins like a formula, or with ', gets one ' before it. Removing one
 * ' from the front of a cell always restores the text.
 */
export function guardCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: string[]) => `${cells.map((cell) => quote(guardCell(cell))).join(',')}\r\n`;

/** The text of a cell, without guard and quotes. */
export const formatCell = <Row>({ name, cell }: Column<Row>, row: Row): string =>
  [cell ? cell(row) : (row[name as keyof Row] as Cell)].flat().join(SEPARATOR);

/** The text of a CSV file with its BOM. */
export function toCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const head = line(columns.map(({ name }) => name));
  return `\ufeff${head}${rows.map((row) => line(columns.map((column) => formatCell(column, row)))).join('')}`;
}
