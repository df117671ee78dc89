/** How the units are arranged for readers: a unit's tasks by role, the index by kind and initial letter. */
import { tasksByNumber, tasksNaming } from './links.ts';
import type { Plan, Role, Task, Unit, UnitKind } from './model.ts';
import { memoize } from '../text/memoize.ts';
import { groupBy } from '../text/lists.ts';
import { deadlineRank } from './deadline-groups.ts';

/** Earliest deadline first; of one day, those the task itself states before those of the general rule. */
function byDay(a: Task, b: Task): number {
  const [first, second] = [deadlineRank(a.deadline), deadlineRank(b.deadline)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** A unit's tasks for each role it has, in the given order of roles, each by deadline. */
export function tasksByRole(
  unit: Pick<Unit, 'tasks'>,
  tasks: readonly Task[],
  roles: readonly Role[],
): { role: Role; tasks: Task[] }[] {
  return roles
    .map((role) => {
      const numbers = new Set(unit.tasks.filter((one) => one.role === role).map(({ number }) => number));
      const own = [...numbers].flatMap((number) => tasksByNumber(tasks).get(number) ?? []);
      return { role, tasks: own.sort(byDay) };
    })
    .filter((group) => group.tasks.length > 0);
}

/** How often a unit has each role, in the given order of roles; roles it never has are left out. */
export function roleCounts(
  unit: Pick<Unit, 'tasks'>,
  roles: readonly Role[],
): { role: Role; count: number }[] {
  return roles
    .map((role) => ({ role, count: unit.tasks.filter((one) => one.role === role).length }))
    .filter(({ count }) => count > 0);
}

/** The units of each kind by their initial letters, in the order of lookup (without the level word). */
export function unitsByKind(
  units: readonly Unit[],
  kinds: readonly UnitKind[],
): { kind: UnitKind; count: number; letters: { letter: string; units: Unit[] }[] }[] {
  return kinds
    .map((kind) => {
      const sorted = units.filter((unit) => unit.kind === kind).sort(byPinyin);
      const letters = groupBy(sorted, ({ id }) => pinyinKey(id).charAt(0).toUpperCase());
      return {
        kind,
        count: sorted.length,
        letters: letters.map(({ key, items }) => ({ letter: key, units: items })),
      };
    })
    .filter(({ count }) => count > 0);
}

/**
 * What the plan leaves open beside a unit's own tasks: the collective bodies, and how many tasks name one without
 * naming the unit. Whether the unit belongs to any of them is not known and never assumed.
 */
export function collectiveTasks(
  { id }: Pick<Unit, 'id'>,
  plan: Pick<Plan, 'tasks' | 'units'>,
): { collectives: Unit[]; unnamed: number; openEnded: number } {
  const { collectives, collective, openEnded } = leftOpen(plan);
  const own = tasksNaming(id, plan.tasks);
  return {
    collectives,
    unnamed: collective.size - own.filter((task) => collective.has(task)).length,
    openEnded: openEnded.size - own.filter((task) => openEnded.has(task)).length,
  };
}

/** The collective bodies, the tasks that name one, and those whose list of units is open. */
const leftOpen = memoize(({ tasks, units }: Pick<Plan, 'tasks' | 'units'>) => {
  const collectives = units.filter(({ kind }) => kind === 'collective').sort(byPinyin);
  const ids = new Set(collectives.map(({ id }) => id));
  return {
    collectives,
    collective: new Set(tasks.filter(({ duty }) => duty.units.some((unit) => ids.has(unit.id)))),
    openEnded: new Set(tasks.filter(({ duty }) => duty.openEnded)),
  };
});

/** Words that only say which level a body belongs to (区, 区委, 区直, 全区, 各); nobody looks a unit up under them. */
const LEVEL = /^(?:(?:quan)?(?:qu|xian|shi|zhou|sheng)(?:wei|zhi)?|ge)-(?=.)/;

const keys = new Map<string, string>();

/** What a unit is looked up under: its pinyin words without the level they begin with. */
export function pinyinKey(id: string): string {
  const known = keys.get(id);
  if (known !== undefined) return known;
  let key = id;
  while (LEVEL.test(key)) key = key.replace(LEVEL, '');
  keys.set(id, key);
  return key;
}

/** The words for a level that names begin with, each once, and a name that is looked up under another letter for it. */
export function levelPrefixes(units: readonly { id: string; name: string }[]) {
  const words = new Set<string>();
  for (const { id, name } of [...units].sort(byPinyin)) {
    let [key, at] = [id, 0];
    for (let found = LEVEL.exec(key)?.[0]; found !== undefined; found = LEVEL.exec(key)?.[0]) {
      // A word for a level is spelled as one: its characters are counted by the syllables it has.
      const length = found
        .replace('quan', 'quan ')
        .replace(/(wei|zhi)-$/, ' $1')
        .trim()
        .split(' ').length;
      words.add(name.slice(at, at + length));
      [key, at] = [key.slice(found.length), at + length];
    }
  }
  const example = [...units].sort(byPinyin).find(({ id }) => pinyinKey(id) !== id);
  const isEach = (word: string) => (word === '各' ? 1 : 0);
  return { words: [...words].sort((a, b) => isEach(a) - isEach(b)), example };
}

/** Units in pinyin order of the words that tell them apart. */
export function byPinyin(a: { id: string }, b: { id: string }): number {
  const [first, second] = [pinyinKey(a.id), pinyinKey(b.id)];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
