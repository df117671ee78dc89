/** The matrix as a chart for download: on a page it is a table. */
import { deadlineText, NO_DATE } from '../labels/deadlines.ts';
import { sectionName, taskName } from '../labels/names.ts';
import { roleName } from '../labels/roles.ts';
import type { Section } from '../plan/model.ts';
import type { RoleNames } from '../plan/role-words.ts';
import { startsOf } from '../text/lists.ts';
import { UNDATED, type Entry, type Matrix, type MatrixRow, type Sums } from './matrix-counts.ts';
import { at, label, middleText, roleLegend, roleShape, roomForNames } from './shapes.ts';
import { el, type Chart, type SvgNode } from './svg.ts';

/** What a matrix counts; also the caption of the table. */
export const matrixCaption = ({ named, collective, all }: Matrix, roles: RoleNames) =>
  [
    `每个数字是一项任务的编号，外形表示条款写明的角色${sameShapes(roles)}。`,
    all.total.entries > all.total.tasks
      ? '一项任务写有几个单位，就在几个单位的行里各计一次，因此各行相加大于任务项数。'
      : '',
    '项数只表示条款写有该单位的任务有多少，不表示工作量，也不表示完成情况。',
    named.rows.length > 0 && collective.rows.length > 0 ? '统称的机关另列，不计入任何一个具体单位。' : '',
  ].join('');

/** Words with the same shape, since they are the same role: 写“按职责分工负责”的与“按职责分别负责”的同形. */
const sameShapes = (roles: RoleNames) =>
  [...roles.values()]
    .filter((words) => words.length > 1)
    .map((words) => words.map((one) => `“${one}”`).reverse())
    .map((quoted) => `，写${quoted.join('的与')}的同形`)
    .join('');

export const MATRIX_TITLES = { deadlines: '按完成期限看各单位的任务', sections: '按板块看各单位的任务' };

/** Names of the columns for readers. */
export const columnNames = (
  { columns }: Matrix,
  by: 'deadlines' | 'sections',
  sections: readonly Section[],
) =>
  columns.map((key) => {
    if (by === 'deadlines') return key === UNDATED ? NO_DATE : deadlineText({ date: key });
    const section = sections.find(({ number }) => String(number) === key);
    return section ? sectionName(section) : key;
  });

const [CELL, NAME, SUM, FONT] = [26, 172, 64, 14];
/** Below a row of cells. */
const ROW_GAP = 4;

function cellMarks({ unit, roles }: MatrixRow, entries: Entry[], across: number): SvgNode[] {
  return entries.map(({ number, role }, index) => {
    const title = el('title', {}, `${taskName({ number })}，${unit.name} ${roleName(roles, role)}`);
    const mark = el('a', { class: 'mark' }, title, roleShape(role, 22), middleText(22, number));
    return at((index % across) * CELL, Math.floor(index / across) * CELL, mark);
  });
}

/** Splits the name of a column into lines of its width. */
function nameLines(name: string, width: number): string[] {
  const characters = [...name];
  const each = Math.max(4, Math.floor(width / FONT));
  return Array.from({ length: Math.ceil(characters.length / each) }, (_, line) =>
    characters.slice(line * each, (line + 1) * each).join(''),
  );
}

/** Draws a matrix. `names` are those of its columns. */
export function drawMatrix(matrix: Matrix, names: string[], title: string, roles: RoleNames): Chart {
  const { named, collective, all } = matrix;
  const rows = [...named.rows, ...collective.rows];
  // Columns are wide enough for most cells; the fullest cells have a second line.
  const across = matrix.columns.map((_, index) => {
    const most = Math.max(...rows.map(({ cells }) => cells[index]?.length ?? 0));
    return Math.min(Math.max(most, 4), names.length > 4 ? 5 : 10);
  });
  const nameWidth = Math.max(
    NAME,
    roomForNames(
      rows.map(({ unit }) => unit),
      FONT,
    ),
  );
  const [, ...lefts] = startsOf([nameWidth, ...across.map((count) => count * CELL + 14), 0]);
  const x = lefts.pop() ?? 0;
  const leads = all.total.lead > 0;
  const width = x + (leads ? 2 : 1) * SUM;
  const heads = names.map((name, index) => nameLines(name, (across[index] ?? 1) * CELL));
  const nodes: SvgNode[] = [
    ...heads.flatMap((lines, index) =>
      lines.map((line, row) => label(undefined, lefts[index], 16 + row * 20, line)),
    ),
    label(undefined, x + 40, 16, '合计', 'end'),
    ...(leads ? [label(undefined, width, 16, '其中牵头', 'end')] : []),
  ];
  let y = Math.max(...heads.map((lines) => lines.length)) * 20 + 8;

  const addLine = (kind: string) => nodes.push(el('path', { class: kind, d: `M0 ${y}H${width}` }));
  const addCounts = (name: string, counts: number[], total: number, lead?: number) => {
    nodes.push(
      label('count-label', 0, y + 19, name),
      ...counts.map((count, index) => label('count-label', lefts[index], y + 19, count)),
      label('count-label', x + 40, y + 19, total, 'end'),
      ...(lead === undefined || !leads ? [] : [label('count-label', width, y + 19, lead, 'end')]),
    );
    y += CELL + ROW_GAP;
  };
  const addRow = (row: MatrixRow) => {
    const { unit, cells, total, lead } = row;
    const lines = cells.map((entries, index) => Math.ceil(entries.length / (across[index] ?? 1)));
    nodes.push(
      label('unit-label', 0, y + 19, unit.name),
      ...cells.map((entries, index) =>
        at(lefts[index] ?? 0, y + 3, ...cellMarks(row, entries, across[index] ?? 1)),
      ),
      label(undefined, x + 40, y + 19, total, 'end'),
      ...(leads ? [label(undefined, width, y + 19, lead, 'end')] : []),
    );
    y += Math.max(1, ...lines) * CELL + ROW_GAP;
    addLine('gridline');
  };
  const addSums = ({ entries, tasks, total }: Sums, name: string) => {
    addCounts(`${name}各行相加`, entries, total.entries, total.lead);
    addCounts('不重复的任务', tasks, total.tasks);
  };
  addLine('axis');
  named.rows.forEach(addRow);
  addSums(named.sums, '');
  addLine('axis');
  if (collective.rows.length > 0) {
    nodes.push(label('count-label', 0, y + 19, '统称的机关'));
    y += CELL + ROW_GAP;
    collective.rows.forEach(addRow);
    addSums(collective.sums, '');
    addLine('axis');
    addSums(all, '全部');
  }
  return {
    kind: 'matrix',
    title,
    description: `各行是单位，各列依次是${names.join('、')}。`,
    caption: matrixCaption(matrix, roles),
    width,
    height: y,
    fontSize: FONT,
    legend: roleLegend(roles),
    nodes,
  };
}
