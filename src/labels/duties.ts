/** The units of a task in words, and what was not read of its clauses. */
import type { Role, Clause, Task } from '../plan/model.ts';
import {
  roleWord,
  emptyCells,
  ROLES,
  openEndedWords,
  unreadWords,
  type TaskClauses,
} from '../plan/role-words.ts';
import { groupBy } from '../text/lists.ts';
import { quoted } from './quoted.ts';
import { ROLE_WORDS } from './roles.ts';

/** The units of a task by role and its word, in the order of the clauses. */
export function unitsByRole(task: TaskClauses): { role: Role; words: string; units: Clause['units'] }[] {
  const named = task.duty.units.map((unit) => ({
    unit,
    words: roleWord(task, unit) ?? ROLE_WORDS[unit.role],
  }));
  const roles = [...new Set(task.duty.units.map(({ role }) => role))];
  return roles.flatMap((role) =>
    groupBy(
      named.filter(({ unit }) => unit.role === role),
      ({ words }) => words,
    ).map(({ key, items }) => ({ role, words: key, units: items.map(({ unit }) => unit) })),
  );
}

/** Role words that stand before the names: 会同A, 责任单位：A. */
export const wordsFirst = ({ role, words }: { role: Role; words: string }) =>
  role === 'with' ? words : /(?:单位|部门|机关)$/.test(words) ? `${words}：` : undefined;

/** For a task of which no unit was read. */
export const unitsMissing = ({ readings }: Pick<Task, 'readings'>) =>
  readings.units === 'none' ? '原文本项没有写责任单位' : '本站没有读出本项的责任条款，见原文';

/** For a task with empty cells below heads that announce units, besides those that name some: 牵头单位一格是空的，本站没有读出，见原文. */
export function emptyUnitCells({ cells, readings }: Pick<Task, 'cells' | 'readings'>): string | undefined {
  const heads = emptyCells(cells, ({ shown }) => shown).filter(({ says }) => isRole(says));
  return heads.length === 0 || readings.units !== 'named'
    ? undefined
    : `${heads.map(({ head }) => head).join('、')}${heads.length > 1 ? '的格子都' : '一格'}是空的，本站没有读出，见原文`;
}

/** Whether the head of a column announces units in a role. */
export const isRole = (says: string) => ROLES.some((role) => role === says);

/** For an empty cell of a table. */
export const EMPTY_CELL = '本站没有读出（收到的文本中这一格是空的），见原文';

/** For a task whose clauses leave the list of units open; undefined for others. */
export function openEndedText(task: TaskClauses): string | undefined {
  const words = openEndedWords(task);
  return words && `原文还写有${quoted(words)}，没有逐一列名`;
}

/** For a task of whose clauses only a part was read, in lists; its page quotes the rest. */
export const partlyRead = (task: TaskClauses): string | undefined =>
  task.duty.units.length > 0 && unreadWords(task).length > 0 ? '条款另有字句没有读出' : undefined;

/** What lists say of a task's units besides their names. */
export const unitNotes = (task: TaskClauses & Pick<Task, 'readings' | 'cells'>): string[] =>
  [openEndedText(task), emptyUnitCells(task), partlyRead(task)].filter((one) => one !== undefined);

/** The units of a task in one line: 某局 牵头，区直各有关部门、各镇政府 按职责分别负责; 责任单位：某局. */
export function dutyText(task: TaskClauses & Pick<Task, 'readings' | 'cells'>): string {
  const { units } = task.duty;
  if (units.length === 0) return task.duty.shown === '' ? unitsMissing(task) : task.duty.shown;
  const notes = unitNotes(task).join('；');
  return unitsByRole(task)
    .map(({ role, words, units: own }) => {
      const names = own.map(({ name }) => name).join('、');
      const first = wordsFirst({ role, words });
      return first === undefined ? `${names} ${words}` : `${first}${names}`;
    })
    .join('，')
    .concat(notes === '' ? '' : `（${notes}）`);
}

/** Names of units that are listed in one line of a search result. */
const FEW_UNITS = 3;

/** The units of a task in few words: 某局 牵头. Where one unit leads, the others are left out. */
export function taskWho(task: Task): string {
  const roles = unitsByRole(task);
  const leads = roles.filter(({ role }) => role === 'lead' || role === 'sole');
  const who = (leads.length > 0 ? leads : roles).map(({ role, words, units }) => {
    const rest = units.length > FEW_UNITS ? `等${units.length}个` : '';
    const names = units
      .slice(0, FEW_UNITS)
      .map(({ name }) => name)
      .join('、');
    return `${wordsFirst({ role, words }) ?? ''}${names}${rest}${wordsFirst({ role, words }) === undefined ? ` ${words}` : ''}`;
  });
  const notes = [emptyUnitCells(task), partlyRead(task)].filter((one) => one !== undefined).join('；');
  return who.join('，').concat(notes === '' ? '' : `（${notes}）`) || unitsMissing(task);
}
