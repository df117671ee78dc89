/** The columns of a table, from their heads: which has the number, which the task, and what the others say. */
import { announcedByHead } from '../../clauses/vocabulary.ts';
import type { Cell } from '../../plan/model.ts';
import { bareWords, DITTO, type RowCell } from './rows.ts';

export interface Column {
  /** As printed. */
  head: string;
  says: Cell['says'] | 'number' | 'task';
}

const NUMBER = /^(?:序号?|编号|项次|项目?号|任务(?:序号|编号)|号|No\.?)$/i;
/** Heads of the column with the tasks, the surest first. */
const TASK = [
  /^(?:具体|重点|主要|目标)?(?:工作|任务)(?:任务|事项|内容|措施|举措)/,
  /任务|举措|措施$/,
  /内容|事项/,
  /问题|项目(?:名称)?$|目标|要点|要求$|指标|条款|实事/,
  /工作|名称/,
];
const LONGEST_HEAD = 24;

/** The columns that a row announces; undefined where it is no row of heads. */
export function columnsOf(cells: Pick<RowCell, 'text'>[]): Column[] | undefined {
  const columns = cells.map(({ text }): Column => ({ head: text, says: saysOf(text) }));
  const heads = columns.filter(({ head }) => head !== '');
  if (heads.length < 2 || heads.some(({ head }) => head.length > LONGEST_HEAD || /[。;；]/.test(head)))
    return undefined;
  if (!columns.some(({ says }) => says !== 'other')) return undefined;
  const task = taskColumn(columns);
  return task === undefined
    ? undefined
    : columns.map((one, index) => (index === task ? { ...one, says: 'task' } : one));
}

/** Names of units and of people in one column: which are which is not read. */
const WITH_PEOPLE = /(?:单位|部门|主体).{0,4}(?:人|领导)$|(?:人|领导)[及、和与].{0,4}(?:单位|部门|主体)$/;
export const namesPeopleToo = (head: string) => WITH_PEOPLE.test(bareWords(head));

/** Whether some column says who is responsible. */
export const namesUnits = (columns: Column[]) =>
  columns.some(
    ({ says, head }) => !['number', 'task', 'time', 'people', 'other'].includes(says) || namesPeopleToo(head),
  );

function saysOf(head: string): Column['says'] {
  if (namesPeopleToo(head)) return 'other';
  const words = bareWords(head);
  return NUMBER.test(words) ? 'number' : (announcedByHead(words) ?? 'other');
}

/** The column whose head says most surely what is to be done; undefined where none does. */
export function taskColumn(columns: Column[], isOne = (_: number) => true): number | undefined {
  for (const pattern of TASK) {
    const at = columns.findLastIndex(
      ({ says, head }, index) => says === 'other' && pattern.test(bareWords(head)) && isOne(index),
    );
    if (at >= 0) return at;
  }
  return undefined;
}

/** The columns of a head of two rows: what the second row divides has its words. */
export function dividedColumns(above: Column[], cells: Pick<RowCell, 'text'>[]): Column[] | undefined {
  const filled = cells.flatMap(({ text }, index) =>
    text === '' || DITTO.test(text) ? [] : [{ text, index }],
  );
  const areHeads =
    filled.length >= 2 && filled.every(({ text }) => !['other', 'number'].includes(saysOf(text)));
  if (!areHeads) return undefined;
  const count = Math.max(above.length, cells.length);
  return Array.from({ length: count }, (_, index): Column => {
    const own = filled.find((one) => one.index === index);
    return own ? { head: own.text, says: saysOf(own.text) } : (above[index] ?? { head: '', says: 'other' });
  });
}
