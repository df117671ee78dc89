/** Units by deadline or by section, numbers only: which tasks stand in which cell, and sums a reader can check. */
import type { Plan, Role, Task, TaskNumber, Unit } from '../plan/model.ts';
import { countTasks } from '../plan/sort.ts';
import { byPinyin } from '../plan/unit-lists.ts';

/** A unit's part in a task. */
export interface Entry {
  number: TaskNumber;
  role: Role;
}

/** One unit: its tasks in each column, how many there are, and in how many it leads. */
export interface MatrixRow {
  unit: Unit;
  cells: Entry[][];
  total: number;
  lead: number;
}

/** Counted twice over: what the rows add up to, and how many different tasks that is. */
export interface Sums {
  /** A task that names several units counts once in the row of each. */
  entries: number[];
  tasks: number[];
  total: { entries: number; tasks: number; lead: number };
}

export interface Matrix {
  /** Keys of the columns, in order. */
  columns: string[];
  /** Units in the order of lookup. */
  named: { rows: MatrixRow[]; sums: Sums };
  /** Bodies named collectively; they are never counted among the units. */
  collective: { rows: MatrixRow[]; sums: Sums };
  all: Sums;
}

type Axis = (task: Task) => string;

/** Columns of tasks without a day; they come after those of dates. */
export const UNDATED = 'undated';

export const deadlineColumn: Axis = ({ deadline }) => deadline?.date ?? UNDATED;
export const sectionColumn: Axis = ({ section }) => String(section);

const add = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
const different = (rows: MatrixRow[], entriesOf: (row: MatrixRow) => Entry[]) =>
  new Set(rows.flatMap(entriesOf).map(({ number }) => number)).size;

function sumsOf(rows: MatrixRow[], columns: string[]): Sums {
  return {
    entries: columns.map((_, index) => add(rows.map(({ cells }) => countTasks(cells[index] ?? [])))),
    tasks: columns.map((_, index) => different(rows, ({ cells }) => cells[index] ?? [])),
    total: {
      entries: add(rows.map(({ total }) => total)),
      tasks: different(rows, ({ cells }) => cells.flat()),
      lead: add(rows.map(({ lead }) => lead)),
    },
  };
}

/** Puts every unit's tasks into columns. */
export function countMatrix({ tasks, units }: Pick<Plan, 'tasks' | 'units'>, columnOf: Axis): Matrix {
  const keys = new Set(tasks.map(columnOf));
  // Sections stand in the order of the text, dates in that of time, and a word sorts after all digits.
  const columns = columnOf === sectionColumn ? [...keys] : [...keys].sort();
  const columnOfTask = new Map(tasks.map((task) => [task.number, columnOf(task)]));
  const rows = [...units].sort(byPinyin).map((unit): MatrixRow => {
    const cells = columns.map((column) =>
      unit.tasks.filter(({ number }) => columnOfTask.get(number) === column),
    );
    return {
      unit,
      cells,
      total: countTasks(unit.tasks),
      lead: unit.tasks.filter(({ role }) => role === 'lead').length,
    };
  });
  const part = (collective: boolean) => {
    const own = rows.filter(({ unit }) => (unit.kind === 'collective') === collective);
    return { rows: own, sums: sumsOf(own, columns) };
  };
  return { columns, named: part(false), collective: part(true), all: sumsOf(rows, columns) };
}
