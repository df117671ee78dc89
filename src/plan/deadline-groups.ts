/** Tasks by the day they are due. */
import type { Deadline, Task } from './model.ts';
import { groupBy } from '../text/lists.ts';

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
export function groupByDeadline(
  tasks: readonly Task[],
): { date: string; basis: Deadline['basis']; tasks: Task[] }[] {
  return groupBy(tasks.filter(isDated), ({ deadline }) => deadlineRank(deadline))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ items }) => (items[0] ? [{ ...items[0].deadline, tasks: items }] : []))
    .map(({ date, basis, tasks: items }) => ({ date, basis, tasks: items }));
}

/** Tasks without a day: those that name a time all the same (长期坚持), and those that name none. */
export function groupUndated(tasks: readonly Task[]): { kind: 'standing' | 'none'; tasks: Task[] }[] {
  const without = tasks.filter((task) => !isDated(task));
  const kinds = [
    { kind: 'standing' as const, tasks: without.filter(({ standing }) => standing.length > 0) },
    { kind: 'none' as const, tasks: without.filter(({ standing }) => standing.length === 0) },
  ];
  return kinds.filter((one) => one.tasks.length > 0);
}
