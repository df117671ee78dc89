/** The tasks of a unit with many of them, on several pages: by role, each by deadline. */
import type { Plan, Role, Task, Unit } from '../model.ts';
import { groupBy } from '../../text/lists.ts';
import { tasksByRole } from '../unit-lists.ts';
import { inPages } from './size.ts';

/** A page with tasks of one unit. */
export interface UnitPage {
  /** From 1, of `pages`. */
  page: number;
  pages: number;
  /** A role that goes on from the page before is `continued`. */
  groups: { role: Role; continued: boolean; tasks: Task[] }[];
  /** Its address, without the base path. */
  address: string;
}

/** The pages of one unit; a single one where it has few tasks. Roles follow in the given order. */
export function unitPages(
  unit: Pick<Unit, 'id' | 'tasks'>,
  { tasks }: Pick<Plan, 'tasks'>,
  roles: readonly Role[],
): UnitPage[] {
  const entries = tasksByRole(unit, tasks, roles).flatMap(({ role, tasks: own }) =>
    own.map((task) => ({ role, task })),
  );
  const pages = inPages(entries, (entry, before) => entry.role !== before.role);
  return pages.map((own, index) => ({
    ...{ page: index + 1, pages: pages.length },
    groups: groupBy(own, ({ role }) => role).map(({ key: role, items }) => ({
      ...{ role, tasks: items.map(({ task }) => task) },
      continued: pages[index - 1]?.at(-1)?.role === role,
    })),
    address: `/units/${unit.id}/${index > 0 ? `${index + 1}/` : ''}`,
  }));
}
