/** The data of the charts as tables for spreadsheet programs; names of columns are those of plan.json. */
import { deadlineColumn, sectionColumn, countMatrix, type MatrixRow } from '../../charts/matrix-counts.ts';
import type { Plan, Task } from '../../plan/model.ts';
import { groupUndated } from '../../plan/deadline-groups.ts';
import { deadlineColumns } from '../../charts/timeline-layout.ts';
import { pairsOf, type Pair } from '../../charts/shared-tasks.ts';
import { taskColumns } from './csv-columns.ts';
import { toCsv, type Column } from './csv.ts';
import type { PlanData } from './plan-json-fields.ts';

/** A selection of those of tasks.csv. */
const TIMELINE_COLUMNS = [
  ...['number', 'title', 'section', 'sectionTitle', 'deadlineDate', 'deadlineBasis', 'deadlineWords'],
  ...['lead', 'sole', 'joint', 'support', 'with'],
];

/** The timeline: one row for each task, in the order of the chart, then those without a date. */
export function timelineCsv({ tasks }: Pick<Plan, 'tasks'>, data: PlanData): string {
  const columns = Map.groupBy(taskColumns(data), ({ name }) => name);
  const rows = Map.groupBy(data.tasks, ({ number }) => number);
  const inOrder = [...deadlineColumns(tasks), ...groupUndated(tasks)].flatMap((group): Task[] => group.tasks);
  return toCsv(
    TIMELINE_COLUMNS.flatMap((name) => columns.get(name) ?? []),
    inOrder.flatMap(({ number }) => rows.get(number) ?? []),
  );
}

/** The matrix: one row for each unit; a cell lists its tasks, each with the role. */
export function matrixCsv(
  plan: Pick<Plan, 'tasks' | 'units' | 'sections'>,
  by: 'deadlines' | 'sections',
): string {
  const numbers = countMatrix(plan, by === 'deadlines' ? deadlineColumn : sectionColumn);
  const columns: Column<MatrixRow>[] = [
    { name: 'id', title: '单位标识', cell: ({ unit }) => unit.id },
    { name: 'name', title: '单位名称', cell: ({ unit }) => unit.name },
    { name: 'kind', title: '类别', cell: ({ unit }) => unit.kind },
    ...numbers.columns.map((column, index): Column<MatrixRow> => ({
      name: by === 'deadlines' ? column : `section ${column}`,
      title: '任务',
      cell: ({ cells }) => cells[index]?.map(({ number, role }) => `${number} ${role}`),
    })),
    { name: 'tasks', title: '任务项数', cell: ({ total }) => total },
    { name: 'leads', title: '牵头项数', cell: ({ lead }) => lead },
  ];
  return toCsv(columns, [...numbers.named.rows, ...numbers.collective.rows]);
}

/** Units that share tasks: one row for each pair. */
export function sharedTasksCsv(plan: Pick<Plan, 'units'>): string {
  const columns: Column<Pair>[] = [
    { name: 'id', title: '单位标识', cell: ({ a }) => a.id },
    { name: 'name', title: '单位名称', cell: ({ a }) => a.name },
    { name: 'withId', title: '另一单位标识', cell: ({ b }) => b.id },
    { name: 'withName', title: '另一单位名称', cell: ({ b }) => b.name },
    { name: 'count', title: '共同任务项数', cell: ({ tasks }) => tasks.length },
    { name: 'tasks', title: '共同任务' },
  ];
  return toCsv(columns, pairsOf(plan));
}
