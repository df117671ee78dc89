/** The filters of the search for tasks; their values are those in the address of the search page. */
import type { Task } from '../plan/model.ts';

type Filters = Record<string, string[]>;

/** The year of an own deadline, `general` for the plan's general rule, `none` for a task without a date. */
function deadlineFilters({ deadlines }: Pick<Task, 'deadlines'>): string[] {
  const values = deadlines.map(({ date, basis }) => (basis === 'general' ? 'general' : date.slice(0, 4)));
  return values.length === 0 ? ['none'] : [...new Set(values)];
}

/** Filter → values. `as` has pairs of unit and role, so that both filters together mean that unit in that role. */
export function searchFilters(task: Task): Filters {
  return {
    as: task.duty.units.map(({ id, role }) => `${id}:${role}`),
    // An integer is the position in the list of tasks; others are looked up.
    ...(typeof task.number === 'string' && { number: [task.number] }),
    section: [String(task.section)],
    deadline: deadlineFilters(task),
  };
}

/** Adds the filters derived from `as`: unit and role. */
export function allFilters(filters: Filters = {}): Filters {
  const pairs = (filters.as ?? []).map((pair) => pair.split(':'));
  const values = (at: number) => [...new Set(pairs.flatMap((pair) => pair[at] ?? []))];
  return { ...filters, unit: values(0), role: values(1) };
}
