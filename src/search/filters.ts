/** The filters of the search for tasks; their values are those in the address of the search page. */
import { undatedKind } from '../plan/deadline-groups.ts';
import type { Task } from '../plan/model.ts';

type Filters = Record<string, string[]>;

/** The year of an own deadline, `general` for the plan's general rule, the kind of a task without a date. */
function deadlineFilters(task: Pick<Task, 'deadlines' | 'standing' | 'readings'>): string[] {
  const values = task.deadlines.map(({ date, basis }) =>
    basis === 'general' ? 'general' : date.slice(0, 4),
  );
  return values.length === 0 ? [undatedKind(task)] : [...new Set(values)];
}

/** Filter → values. `as` has pairs of unit and role, so that both filters together mean that unit in that role. */
export function searchFilters(task: Task, place: number): Filters {
  return {
    // Without units: whether the text names none, as a unit of its own without a role.
    as:
      task.duty.units.length > 0
        ? task.duty.units.map(({ id, role }) => `${id}:${role}`)
        : [task.readings.units],
    // Most numbers are the place in the list of tasks; others are looked up.
    ...(task.number !== place && { number: [String(task.number)] }),
    section: [String(task.section)],
    deadline: deadlineFilters(task),
    ...(task.deadlines.length > 0 && { due: [...new Set(task.deadlines.map(({ date }) => date))] }),
  };
}

/** Adds the filters derived from `as`, unit and role, and the year and month to each day of `due`. */
export function allFilters(filters: Filters = {}): Filters {
  const pairs = (filters.as ?? []).map((pair) => pair.split(':'));
  const values = (at: number) => [...new Set(pairs.flatMap((pair) => pair[at] ?? []))];
  const due = (filters.due ?? []).flatMap((date) => [date, date.slice(0, 7), date.slice(0, 4)]);
  return { ...filters, unit: values(0), role: values(1), due: [...new Set(due)] };
}
