/** What a task can be filtered by in the search; the values are those of the search page's address. */
import type { Task } from './model.ts';

/** The year for an own deadline; `general` for tasks under the plan's general rule. */
export const deadlineFilter = ({ date, basis }: Task['deadline']) =>
  basis === 'general' ? 'general' : date.slice(0, 4);

/** Filter → values. `as` pairs unit and role, so that the two together mean that unit in that role. */
export function searchFilters(task: Task): Record<string, string[]> {
  const { units } = task.duty;
  return {
    unit: units.map(({ id }) => id),
    role: [...new Set(units.map(({ role }) => role))],
    as: units.map(({ id, role }) => `${id}:${role}`),
    section: [String(task.section)],
    deadline: [deadlineFilter(task.deadline)],
  };
}
