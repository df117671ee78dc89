/** Orders for readers, the same on every machine: by code point or number, never by locale. */

import type { Deadline, Task, TaskNumber } from './model.ts';

/** Words that only say which level a body belongs to (区, 区委, 区直, 全区, 各); nobody looks a unit up under them. */
const LEVEL = /^(?:(?:quan)?(?:qu|xian|shi|zhou|sheng)(?:wei|zhi)?|ge)-(?=.)/;

const keys = new Map<string, string>();

/** What a unit is looked up under: its pinyin words without the level they begin with. */
export function lookupKey(id: string): string {
  const known = keys.get(id);
  if (known !== undefined) return known;
  let key = id;
  while (LEVEL.test(key)) key = key.replace(LEVEL, '');
  keys.set(id, key);
  return key;
}

/** The words for a level that names begin with, each once, and a name that is looked up under another letter for it. */
export function levelWords(units: readonly { id: string; name: string }[]) {
  const words = new Set<string>();
  for (const { id, name } of [...units].sort(byLookup)) {
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
  const example = [...units].sort(byLookup).find(({ id }) => lookupKey(id) !== id);
  const isEach = (word: string) => (word === '各' ? 1 : 0);
  return { words: [...words].sort((a, b) => isEach(a) - isEach(b)), example };
}

/** Units in pinyin order of the words that tell them apart. */
export function byLookup(a: { id: string }, b: { id: string }): number {
  const [first, second] = [lookupKey(a.id), lookupKey(b.id)];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Numbered things by their numbers. */
export const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;

/** Pieces by their place in the seed: tasks too, whatever their numbers look like. */
export const byPlace = (
  a: { line: number; at?: number | undefined },
  b: { line: number; at?: number | undefined },
) => a.line - b.line || (a.at === undefined || b.at === undefined ? 0 : a.at - b.at);

/** Sorts deadlines: earliest first, own ones before the general rule; what has none comes last. */
export const deadlineRank = (deadline: Deadline | undefined) =>
  deadline ? `${deadline.date} ${deadline.basis === 'own' ? 0 : 1}` : '~';

/** Says whether a date is the last of its month. */
export const isMonthEnd = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;

/** Says whether a task has a day by which it is due. */
export const isDated = <T extends Pick<Task, 'deadline'>>(task: T): task is T & { deadline: Deadline } =>
  task.deadline !== undefined;

/** Tasks that share a deadline and its basis; earliest first, own deadlines before the general rule. */
export function byDeadline(
  tasks: readonly Task[],
): { date: string; basis: Deadline['basis']; tasks: Task[] }[] {
  return groupBy(tasks.filter(isDated), ({ deadline }) => deadlineRank(deadline))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ items }) => (items[0] ? [{ ...items[0].deadline, tasks: items }] : []))
    .map(({ date, basis, tasks: items }) => ({ date, basis, tasks: items }));
}

/** Tasks without a day: those that name a time all the same (长期坚持), and those that name none. */
export function undated(tasks: readonly Task[]): { kind: 'standing' | 'none'; tasks: Task[] }[] {
  const without = tasks.filter((task) => !isDated(task));
  const kinds = [
    { kind: 'standing' as const, tasks: without.filter(({ standing }) => standing.length > 0) },
    { kind: 'none' as const, tasks: without.filter(({ standing }) => standing.length === 0) },
  ];
  return kinds.filter((one) => one.tasks.length > 0);
}

/** How many different tasks there are in a list that may name one in several roles. */
export const countTasks = (tasks: readonly { number: TaskNumber }[]) =>
  new Set(tasks.map(({ number }) => number)).size;

/** Groups a list by a key, in the order in which the keys first appear. */
export function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): { key: K; items: T[] }[] {
  return [...Map.groupBy(list, keyOf)].map(([key, items]) => ({ key, items }));
}
