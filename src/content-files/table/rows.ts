/** Reads the lines of a text as rows of cells: between tabs, between bars, or one cell a line. */
import { fold } from '../../clauses/fold.ts';

/** A line of the text, with its copy for regular expressions (fold.ts). */
export interface TextLine {
  /** From 1. */
  line: number;
  text: string;
  folded: string;
}

/** A cell with its offsets in the text of its row, whose lines are joined by line breaks. */
export interface RowCell {
  start: number;
  end: number;
  text: string;
}

/** A row of a table, on one line or on several. */
export interface Row {
  /** First line, from 1. */
  line: number;
  /** Number of lines. */
  lines: number;
  text: string;
  cells: RowCell[];
}

const BARS = /[|｜│┃]/g;
/** Lines that only draw: |---|---|, ├──┼──┤. */
const RULE = /^[\s|｜│┃:=+\-—─━┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛]+$/;
/** 〃 or 同上: what stands above. An empty cell may be one that spans rows, or may be empty. */
export const DITTO = /^(?:〃|″|同上)$/;

export const isDrawing = (text: string) => RULE.test(text) && /[-—─━]{2}/.test(text);

/** The cells of a line with tabs or bars; undefined where it has neither. */
export function rowOf({ line, text }: Pick<TextLine, 'line' | 'text'>): Row | undefined {
  const byTab = text.includes('\t');
  const bars = byTab ? [] : [...text.matchAll(BARS)].map(({ index }) => index);
  if (!byTab && bars.length < 2) return undefined;
  const borders = byTab ? [...text.matchAll(/\t/g)].map(({ index }) => index) : bars;
  const starts = [0, ...borders.map((at) => at + 1)];
  const ends = [...borders, text.length];
  const cells = starts.map((start, index) => cellAt(text, start, ends[index] ?? text.length));
  // Bars stand around a row as well.
  if (!byTab && cells[0]?.text === '') cells.shift();
  if (!byTab && cells.at(-1)?.text === '') cells.pop();
  return { line, lines: 1, text, cells };
}

function cellAt(text: string, from: number, to: number): RowCell {
  const raw = text.slice(from, to);
  const words = raw.trim();
  const start = words === '' ? from : from + raw.indexOf(words);
  return { start, end: start + words.length, text: words };
}

/** Lines that are one cell each, as one row. */
export function rowOfLines(lines: Pick<TextLine, 'line' | 'text'>[]): Row {
  const text = lines.map((one) => one.text).join('\n');
  let at = 0;
  const cells = lines.flatMap((one) => {
    const cell = cellAt(text, at, at + one.text.length);
    at += one.text.length + 1;
    return cell.text === '' ? [] : [cell];
  });
  return { line: lines[0]?.line ?? 0, lines: lines.length, text, cells };
}

/** Words of a cell without blanks and brackets, as heads of columns are compared. */
export const bareWords = (text: string) => fold(text).replace(/\([^()]*\)|[\s*:]/g, '');
