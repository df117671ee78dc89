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

/** Why a task has no date: its words of time name none (长期坚持), no time was read, or it names none. */
export type UndatedKind = 'standing' | 'unread' | 'none';

export const undatedKind = ({ standing, readings }: Pick<Task, 'standing' | 'readings'>): UndatedKind =>
  standing.length > 0 ? 'standing' : readings.deadline === 'unread' ? 'unread' : 'none';

/** Tasks without a date, by the reason. */
export function groupUndated(tasks: readonly Task[]): { kind: UndatedKind; tasks: Task[] }[] {
  const kinds = Map.groupBy(
    tasks.filter((task) => !isDated(task)),
    undatedKind,
  );
  return (['standing', 'unread', 'none'] as const).flatMap((kind) => {
    const own = kinds.get(kind);
    return own ? [{ kind, tasks: own }] : [];
  });
}
