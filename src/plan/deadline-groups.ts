/** Tasks grouped by deadline. */
import type { Deadline, Task } from './model.ts';
import { compare, groupBy } from '../text/lists.ts';

/** A text to sort deadlines by: earliest first, own ones before those of the general rule, tasks without one last. */
export const deadlineRank = (deadline: Deadline | undefined) =>
  deadline ? `${deadline.date} ${deadline.basis === 'own' ? 0 : 1}` : '~';

/** Whether a date is the last day of its month. */
export const isMonthEnd = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;

/** Whether a task has a deadline with a date. */
export const isDated = <T extends Pick<Task, 'deadline'>>(task: T): task is T & { deadline: Deadline } =>
  task.deadline !== undefined;

/** Tasks that share a deadline and its basis; earliest first, own deadlines before the general rule. */
export function groupByDeadline(
  tasks: readonly Task[],
): { date: string; basis: Deadline['basis']; tasks: Task[] }[] {
  return groupBy(tasks.filter(isDated), ({ deadline }) => deadlineRank(deadline))
    .sort((a, b) => compare(a.key, b.key))
    .flatMap(({ items }) => (items[0] ? [{ ...items[0].deadline, tasks: items }] : []))
    .map(({ date, basis, tasks: items }) => ({ date, basis, tasks: items }));
}

/** Tasks without a date: those with words of time that name none (长期坚持), and those without any. */
export function groupUndated(tasks: readonly Task[]): { kind: 'standing' | 'none'; tasks: Task[] }[] {
  const without = tasks.filter((task) => !isDated(task));
  const kinds = [
    { kind: 'standing' as const, tasks: without.filter(({ standing }) => standing.length > 0) },
    { kind: 'none' as const, tasks: without.filter(({ standing }) => standing.length === 0) },
  ];
  return kinds.filter((one) => one.tasks.length > 0);
}
