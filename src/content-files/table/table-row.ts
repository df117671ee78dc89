/** What a row of a table is: heads, a heading, a task of its own, or more of the task above. */
import { fold } from '../../clauses/fold.ts';
import { readNumeral } from '../../text/numerals.ts';
import { taskColumn, type Column } from './columns.ts';
import { bareWords, DITTO, type Row } from './rows.ts';

/** A line of a table: its heads, a heading that spans the row, a task, or more cells of the task before. */
export interface TableRow extends Row {
  kind: 'heads' | 'heading' | 'task' | 'more' | 'other';
  columns: Column[];
  /** Which cell has the words of the task; -1 where none has. */
  task: number;
}

export const LONGEST_HEADING = 60;

export const isHeading = (folded: string) =>
  /^ *(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[章节部])/.test(
    folded,
  );

/** 续表 above the heads that a table has once more on its next page: no heading. */
export const CONTINUED =
  /^ *\(?(?:续上?表|[接续]上[页表]) *[0-9一二三四五六七八九十]*\)? *$|\(续(?:表|[0-9一二三四五六七八九十]+)?\) *$/;

/** A row below the heads of its table. */
export function tableRow(row: Row, columns: Column[]): TableRow {
  const kind = kindOf(row, columns);
  return { ...row, kind, columns, task: kind === 'task' ? taskOf(row, columns) : -1 };
}

export const TOTAL = /^(?:合计|总计|小计|共计)(?:[0-9]|$)/;

function kindOf(row: Row, columns: Column[]): TableRow['kind'] {
  const { cells } = row;
  const filled = cells.flatMap(({ text }, index) => (text === '' || DITTO.test(text) ? [] : [index]));
  const number = numberColumn(columns);
  const own = cells[number]?.text ?? '';
  if (TOTAL.test(bareWords(cells[filled[0] ?? -1]?.text ?? ''))) return 'other';
  const alone = filled.filter((index) => index !== number);
  if (alone.length === 0) {
    // A heading that begins in the column of the numbers.
    const isWords = /\p{Script=Han}{2}/u.test(own) && own.length <= LONGEST_HEADING && !/[。;；]/.test(own);
    return isWords ? 'heading' : 'other';
  }
  const [only] = alone;
  if (alone.length === 1 && only !== undefined) {
    const text = cells[only]?.text ?? '';
    const isShort = text.length <= LONGEST_HEADING && !/[。;；]/.test(text);
    const heads = isChineseNumber(own) || (own === '' && (only === 0 || isHeading(text)));
    if (columns.length > 2 && heads) return isShort ? 'heading' : 'other';
  }
  if (taskOf(row, columns) >= 0) return 'task';
  return hasOwnNumber(row, columns) ? 'other' : 'more';
}

const numberColumn = (columns: Column[]) => columns.findIndex(({ says }) => says === 'number');

const isChineseNumber = (words: string) =>
  words !== '' && readNumeral(words.replace(/[、.()（）]/g, '')) !== undefined && !/[0-9]/.test(words);

/** Whether a row has a number, which makes it a task of its own. */
export function hasOwnNumber({ cells }: Pick<Row, 'cells'>, columns: Column[]): boolean {
  const own = cells[numberColumn(columns)]?.text ?? '';
  return /^\(?[0-9]{1,4} ?[).、]?$/.test(fold(own)) || isChineseNumber(own);
}

/**
 * The cell with the words of a row's task, -1 where it has none. A row with its own number is a task even where the cell
 * above goes on below the head of the tasks: its words are those below another head for what is to be done, such as 年度目标.
 */
function taskOf(row: Row, columns: Column[]): number {
  const hasWords = (index: number) => {
    const words = row.cells[index]?.text ?? '';
    return words !== '' && !DITTO.test(words);
  };
  const task = columns.findIndex(({ says }) => says === 'task');
  if (hasWords(task)) return task;
  return hasOwnNumber(row, columns) ? (taskColumn(columns, hasWords) ?? -1) : -1;
}
