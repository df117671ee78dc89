/** Lists of units and of their tasks: a unit's tasks by role, the index of units by kind and initial letter. */
import { tasksByNumber, tasksNaming } from './links.ts';
import type { Plan, Role, Task, Unit, UnitKind } from './model.ts';
import { memoize } from '../text/memoize.ts';
import { compare, groupBy } from '../text/lists.ts';
import { deadlineRank } from './deadline-groups.ts';
import { unreadWords } from './role-words.ts';

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
      return { role, tasks: own.sort((a, b) => compare(deadlineRank(a.deadline), deadlineRank(b.deadline))) };
    })
    .filter((group) => group.tasks.length > 0);
}

/** In how many tasks a unit has each role, in the given order of roles; roles it never has are left out. */
export function roleCounts(
  unit: Pick<Unit, 'tasks'>,
  roles: readonly Role[],
): { role: Role; count: number }[] {
  return roles
    .map((role) => ({ role, count: unit.tasks.filter((one) => one.role === role).length }))
    .filter(({ count }) => count > 0);
}

/** The units of each kind by initial letter, in pinyin order without the prefix that names a level. */
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
 * The tasks that may concern a unit although their clauses do not name it: how many name a collective body, and how many
 * leave their list of units open. Whether they do is not known and never assumed.
 */
export function collectiveTasks(
  { id }: Pick<Unit, 'id'>,
  plan: Pick<Plan, 'tasks' | 'units'>,
): { collectives: Unit[]; unnamed: number; openEnded: number } {
  const { collectives, collective, openEnded } = undetermined(plan);
  const own = tasksNaming(id, plan.tasks);
  return {
    collectives,
    unnamed: collective.size - own.filter((task) => collective.has(task)).length,
    openEnded: openEnded.size - own.filter((task) => openEnded.has(task)).length,
  };
}

/** The collective bodies, the tasks that name one, and those whose list of units is open. */
const undetermined = memoize(({ tasks, units }: Pick<Plan, 'tasks' | 'units'>) => {
  const collectives = units.filter(({ kind }) => kind === 'collective').sort(byPinyin);
  const ids = new Set(collectives.map(({ id }) => id));
  // Words that were not read may name the unit after all.
  const read = tasks.filter((task) => unreadWords(task).length === 0);
  return {
    collectives,
    collective: new Set(read.filter(({ duty }) => duty.units.some((unit) => ids.has(unit.id)))),
    openEnded: new Set(read.filter(({ duty }) => duty.openEnded)),
  };
});

/**
 * Pinyin prefixes that name only the level of a body (区, 区委, 区直, 全区, 各); no reader looks a unit up under them.
 * A level is spelled as one word, its syllables together.
 */
const LEVELS = /^(?:(?:(?:quan)?(?:qu|xian|shi|zhou|sheng)(?:wei|zhi)?|ge)-(?=.))+/;
const SYLLABLE = /quan|qu|xian|shi|zhou|sheng|wei|zhi|ge/g;

/** What a unit is sorted and looked up by: its pinyin without the levels at its beginning. */
export const pinyinKey = (id: string) => id.replace(LEVELS, '');

/** The words for a level that names of units begin with, and an example of a unit that is sorted without one. */
export function levelPrefixes(units: readonly { id: string; name: string }[]) {
  const words = new Set<string>();
  const sorted = [...units].sort(byPinyin);
  for (const { id, name } of sorted) {
    let at = 0;
    for (const level of (LEVELS.exec(id)?.[0] ?? '').split('-').slice(0, -1)) {
      const characters = level.match(SYLLABLE)?.length ?? 0;
      words.add(name.slice(at, at + characters));
      at += characters;
    }
  }
  const isEach = (word: string) => (word === '各' ? 1 : 0);
  return {
    words: [...words].sort((a, b) => isEach(a) - isEach(b)),
    example: sorted.find(({ id }) => pinyinKey(id) !== id),
  };
}

/** Units in pinyin order, levels at the beginning left out. */
export const byPinyin = (a: { id: string }, b: { id: string }): number =>
  compare(pinyinKey(a.id), pinyinKey(b.id)) || compare(a.id, b.id);
