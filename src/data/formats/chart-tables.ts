/** What the pictures show, as tables for spreadsheet programs; names of columns are those of plan.json. */
import { deadlineColumn, sectionColumn, countMatrix, type MatrixRow } from '../../charts/matrix-counts.ts';
import type { Plan, Role, Task } from '../../plan/model.ts';
import { groupUndated } from '../../plan/deadline-groups.ts';
import { deadlineColumns } from '../../charts/timeline-layout.ts';
import { pairsOf, type Pair } from '../../charts/shared-tasks.ts';
import { SEPARATOR, toCsv, type Column } from './csv.ts';

const ROLES: readonly Role[] = ['lead', 'sole', 'joint', 'support', 'with'];

/** The timeline: one row for each task, in the order of the picture; those without a day follow. */
export function timelineCsv({ tasks, sections }: Pick<Plan, 'tasks' | 'sections'>): string {
  const columns: Column<Task>[] = [
    { name: 'number', title: '任务序号', cell: ({ number }) => number },
    { name: 'title', title: '标题', cell: ({ title }) => title },
    { name: 'section', title: '所属板块', cell: ({ section }) => section },
    {
      name: 'sectionTitle',
      title: '所属板块的标题',
      cell: ({ section }) => sections.find(({ number }) => number === section)?.title,
    },
    { name: 'deadlineDate', title: '期限的最后一日', cell: ({ deadline }) => deadline?.date },
    { name: 'deadlineBasis', title: '期限依据', cell: ({ deadline }) => deadline?.basis },
    { name: 'deadlineWords', title: '期限用语', cell: ({ deadline }) => deadline?.words },
    ...ROLES.map((role): Column<Task> => ({
      name: role,
      title: '责任单位',
      cell: ({ duty }) =>
        duty.units
          .filter((unit) => unit.role === role)
          .map(({ name }) => name)
          .join(SEPARATOR),
    })),
  ];
  return toCsv(columns, [
    ...deadlineColumns(tasks).flatMap((group) => group.tasks),
    ...groupUndated(tasks).flatMap((group) => group.tasks),
  ]);
}

/** The matrix: one row for each unit; a cell lists its tasks, each with the role. */
export function matrixCsv(plan: Pick<Plan, 'tasks' | 'units'>, by: 'deadlines' | 'sections'): string {
  const numbers = countMatrix(plan, by === 'deadlines' ? deadlineColumn : sectionColumn);
  const columns: Column<MatrixRow>[] = [
    { name: 'id', title: '单位标识', cell: ({ unit }) => unit.id },
    { name: 'name', title: '单位名称', cell: ({ unit }) => unit.name },
    { name: 'kind', title: '类别', cell: ({ unit }) => unit.kind },
    ...numbers.columns.map((column, index): Column<MatrixRow> => ({
      name: by === 'deadlines' ? column : `section ${column}`,
      title: '任务',
      cell: ({ cells }) => cells[index]?.map(({ number, role }) => `${number} ${role}`).join(SEPARATOR),
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
    { name: 'tasks', title: '共同任务', cell: ({ tasks }) => tasks.join(SEPARATOR) },
  ];
  return toCsv(columns, pairsOf(plan));
}
