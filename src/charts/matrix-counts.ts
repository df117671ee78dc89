/** The matrix of units by deadline or by section: the tasks in each cell, and sums that readers can check. */
import { sum } from 'd3';
import type { Plan, Role, Task, TaskNumber, Unit } from '../plan/model.ts';
import { unitRoleNames, type RoleNames } from '../plan/role-words.ts';
import { countTasks } from '../plan/sort.ts';
import { byPinyin } from '../plan/unit-lists.ts';

/** A task of a unit with the unit's role in it. */
export interface Entry {
  number: TaskNumber;
  role: Role;
}

/** A unit with the words for its roles, its tasks in each column, their number, and the number of those it leads. */
export interface MatrixRow {
  unit: Unit;
  roles: RoleNames;
  cells: Entry[][];
  total: number;
  lead: number;
}

/** The sums of rows: of their entries, and of different tasks. */
export interface Sums {
  /** A task that names several units counts once in the row of each. */
  entries: number[];
  tasks: number[];
  total: { entries: number; tasks: number; lead: number };
}

export interface Matrix {
  /** Keys of the columns, in order. */
  columns: string[];
  /** Units in pinyin order. */
  named: { rows: MatrixRow[]; sums: Sums };
  /** Collective bodies; they are never counted among the units. */
  collective: { rows: MatrixRow[]; sums: Sums };
  all: Sums;
}

/** The column of a task. */
type Axis = (task: Task) => string;

/** Key of the column of tasks without a date; it follows those of dates. */
export const UNDATED = 'undated';

export const deadlineColumn: Axis = ({ deadline }) => deadline?.date ?? UNDATED;
export const sectionColumn: Axis = ({ section }) => String(section);

const sumsOf = (rows: MatrixRow[], columns: string[]): Sums => ({
  entries: columns.map((_, index) => sum(rows, ({ cells }) => countTasks(cells[index] ?? []))),
  tasks: columns.map((_, index) => countTasks(rows.flatMap(({ cells }) => cells[index] ?? []))),
  total: {
    entries: sum(rows, ({ total }) => total),
    tasks: countTasks(rows.flatMap(({ cells }) => cells.flat())),
    lead: sum(rows, ({ lead }) => lead),
  },
});

/** Counts the tasks of every unit by column. */
export function countMatrix(plan: Pick<Plan, 'tasks' | 'units' | 'sections'>, columnOf: Axis): Matrix {
  const { tasks, units } = plan;
  const keys = new Set(tasks.map(columnOf));
  // Sections keep the order of the text; dates are sorted, and `undated` sorts after all digits.
  const columns = columnOf === sectionColumn ? [...keys] : [...keys].sort();
  const columnOfTask = new Map(tasks.map((task) => [task.number, columnOf(task)]));
  const rows = [...units].sort(byPinyin).map((unit): MatrixRow => {
    const cells = columns.map((column) =>
      unit.tasks.filter(({ number }) => columnOfTask.get(number) === column),
    );
    const lead = unit.tasks.filter(({ role }) => role === 'lead').length;
    return { unit, roles: unitRoleNames(unit, plan), cells, total: countTasks(unit.tasks), lead };
  });
  const part = (collective: boolean) => {
    const own = rows.filter(({ unit }) => (unit.kind === 'collective') === collective);
    return { rows: own, sums: sumsOf(own, columns) };
  };
  return { columns, named: part(false), collective: part(true), all: sumsOf(rows, columns) };
}
