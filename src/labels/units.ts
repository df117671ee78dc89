/** What is said of units: kinds, numbers, other names. */
import type { UnitKind, Task, Reading, Plan, Role, NameOfToday } from '../plan/model.ts';
import { emptyCells, type RoleNames } from '../plan/role-words.ts';
import { isRole } from './duties.ts';
import { countsText } from './roles.ts';

export const KIND_WORDS: Record<UnitKind, string> = {
  department: '部门和机构',
  party: '党委部门',
  branch: '分局',
  collective: '统称的机关',
};

/** Of how many tasks units were read, for the home page. */
export function unitsSummary(tasks: readonly Pick<Task, 'readings' | 'cells'>[]): string {
  const count = (reading: Reading) => tasks.filter(({ readings }) => readings.units === reading).length;
  const [named, unread] = [count('named'), count('unread')];
  const hasEmptyCell = ({ cells }: Pick<Task, 'cells'>) =>
    emptyCells(cells, ({ shown }) => shown).some(({ says }) => isRole(says));
  const partly = tasks.filter(hasEmptyCell).length;
  if (named === tasks.length && partly > 0)
    return `方案共${tasks.length}项任务，每项都读出了责任单位；其中${partly}项另有空着的格子，本站没有读出，见原文。`;
  if (named === tasks.length) return `方案共${tasks.length}项任务，每项都写明了责任单位。`;
  if (named === 0)
    return `方案共${tasks.length}项任务，${unread === 0 ? '原文没有写责任单位' : '本站没有读出责任单位，见原文'}。`;
  return unread === 0
    ? `方案共${tasks.length}项任务，其中${named}项写明责任单位。`
    : `方案共${tasks.length}项任务，本站读出其中${named}项的责任单位；另有${unread}项没有读出，见原文。`;
}

/** How many units the clauses name, and how many bodies by their kind alone: 30个单位和9个统称. */
export function unitsCount({ units }: Pick<Plan, 'units'>): string {
  const collective = units.filter(({ kind }) => kind === 'collective').length;
  return [
    ...(units.length > collective ? [`${units.length - collective}个单位`] : []),
    ...(collective > 0 ? [`${collective}个统称`] : []),
    ...(units.length === 0 ? ['责任单位'] : []),
  ].join('和');
}

/** What a unit is called above its name: a body named by its kind alone is no unit. */
export const unitKindName = ({ kind }: { kind: UnitKind }) => (kind === 'collective' ? '统称' : '责任单位');

/** How many tasks a unit has in which role, for a search result. */
export function unitFacts(counts: { role: Role; count: number }[], names: RoleNames): string {
  const sum = counts.reduce((all, { count }) => all + count, 0);
  return counts.length === 0 ? '' : `${sum}项任务：${countsText(counts, names)}`;
}

/** Where a name of today comes from, and for which part of the duties. */
export const nameSource = ({
  source,
  item,
  part,
}: Pick<NameOfToday, 'source' | 'item'> & { part?: string | undefined }) =>
  `本站对应，供查找；据${source}${item === undefined ? '' : `（${item}）`}${part === undefined ? '' : `，部分职责：${part}`}`;
