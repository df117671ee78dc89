/** Orders for readers, the same on every machine: by code point or number, never by locale. */

import type { Deadline, Task } from './model.ts';
import { grouped } from './once.ts';

/** Words that only say which level a body belongs to (区, 区委, 区直, 全区, 各); nobody looks a unit up under them. */
const LEVEL = /^(?:(?:quan)?(?:qu|xian|shi|zhou)(?:wei|zhi)?|ge)-(?=.)/;

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

/** Units in pinyin order of the words that tell them apart. */
export function byLookup(a: { id: string }, b: { id: string }): number {
  const [first, second] = [lookupKey(a.id), lookupKey(b.id)];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Tasks that share a deadline and its basis; earliest first, own deadlines before the general rule. */
export function byDeadline(
  tasks: readonly Task[],
): { date: string; basis: Deadline['basis']; tasks: Task[] }[] {
  const rank = ({ date, basis }: Deadline) => `${date} ${basis === 'own' ? 0 : 1}`;
  return groupBy(tasks, ({ deadline }) => rank(deadline))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ items }) => (items[0] ? [{ ...items[0].deadline, tasks: items }] : []))
    .map(({ date, basis, tasks: items }) => ({ date, basis, tasks: items }));
}

/** Groups a list by a key, in the order in which the keys first appear. */
export function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): { key: K; items: T[] }[] {
  return [...grouped(list, keyOf)].map(([key, items]) => ({ key, items }));
}
