/** What a task can be filtered by in the search; the values are those of the search page's address. */
import type { Task } from '../plan/model.ts';

type Filters = Record<string, string[]>;

/** The year for an own deadline; `general` for the plan's general rule; `none` where the task names no day. */
export function deadlineFilters({ deadlines }: Pick<Task, 'deadlines'>): string[] {
  const values = deadlines.map(({ date, basis }) => (basis === 'general' ? 'general' : date.slice(0, 4)));
  return values.length === 0 ? ['none'] : [...new Set(values)];
}

/** Filter → values. `as` pairs unit and role, so that the two together mean that unit in that role. */
export function searchFilters(task: Task): Filters {
  return {
    as: task.duty.units.map(({ id, role }) => `${id}:${role}`),
    // A number that is no place in the list of tasks is looked up.
    ...(typeof task.number === 'string' && { number: [task.number] }),
    section: [String(task.section)],
    deadline: deadlineFilters(task),
  };
}

/** Adds the filters that follow from `as`: unit and role, each for itself. */
export function allFilters(filters: Filters = {}): Filters {
  const pairs = (filters.as ?? []).map((pair) => pair.split(':'));
  const values = (at: number) => [...new Set(pairs.flatMap((pair) => pair[at] ?? []))];
  return { ...filters, unit: values(0), role: values(1) };
}
