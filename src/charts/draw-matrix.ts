/** The matrix drawn, for those who take it along: on a page it is a table. */
import { deadlineText, roleName, sectionName, taskName } from '../labels.ts';
import type { RoleNames } from '../plan/role-words.ts';
import { UNDATED, type Entry, type Matrix, type MatrixRow, type Sums } from './matrix-counts.ts';
import type { Section } from '../plan/model.ts';
import { el, type SvgNode, type Chart } from './svg.ts';
import { at, middleText, roleShape, roomForNames } from './shapes.ts';

/** What counts in a matrix; also under the table. */
export const matrixCaption = (roles: RoleNames) =>
  `每个数字是一项任务的编号，外形表示条款写明的角色${sameShape(roles)}。${WHAT_COUNTS}`;

/** Words that share a shape, since they name one role: 写“按职责分工负责”的与“按职责分别负责”的同形. */
const sameShape = (roles: RoleNames) =>
  [...roles.values()]
    .filter((words) => words.length > 1)
    .map(
      (words) =>
        `，写${[...words]
          .reverse()
          .map((one) => `“${one}”`)
          .join('的与')}的同形`,
    )
    .join('');

const WHAT_COUNTS =
  '一项任务写有几个单位，就在几个单位的行里各计一次，因此各行相加大于任务项数。项数只表示条款写有该单位的任务有多少，不表示工作量，也不表示完成情况。统称的机关另列，不计入任何一个具体单位。';

export const MATRIX_TITLES = { deadlines: '各单位在各期限的任务', sections: '各单位在各板块的任务' };

/** Names of the columns for readers. */
export const columnNames = (
  { columns }: Matrix,
  by: 'deadlines' | 'sections',
  sections: readonly Section[],
) =>
  columns.map((key) => {
    if (by === 'deadlines') return key === UNDATED ? '没有写明日期' : deadlineText({ date: key });
    const section = sections.find(({ number }) => String(number) === key);
    return section ? sectionName(section) : key;
  });

const [CELL, NAME, SUM, FONT] = [26, 172, 64, 14];

/** As wide as the longest name, within reason. */
const nameWidth = ({ named, collective }: Matrix) =>
  Math.max(
    NAME,
    roomForNames(
      [...named.rows, ...collective.rows].map(({ unit }) => unit),
      FONT,
    ),
  );

function cell(unit: string, entries: Entry[], across: number, roles: RoleNames): SvgNode[] {
  return entries.map(({ number, role }, index) =>
    at(
      (index % across) * CELL,
      Math.floor(index / across) * CELL,
      el(
        'a',
        { class: 'mark' },
        el('title', {}, `${taskName({ number })}，${unit} ${roleName(roles, role)}`),
        roleShape(role, 22),
        middleText(22, number),
      ),
    ),
  );
}

/** Draws a matrix. `names` are those of its columns. */
export function drawMatrix(numbers: Matrix, names: string[], title: string, roles: RoleNames): Chart {
  const most = (index: number) =>
    Math.max(
      ...[...numbers.named.rows, ...numbers.collective.rows].map(({ cells }) => cells[index]?.length ?? 0),
    );
  // Wide enough for most cells; the fullest take a second line.
  const across = numbers.columns.map((_, index) =>
    Math.min(Math.max(most(index), 4), names.length > 4 ? 5 : 10),
  );
  const lefts: number[] = [];
  let x = nameWidth(numbers);
  for (const count of across) {
    lefts.push(x);
    x += count * CELL + 14;
  }
  const width = x + 2 * SUM;
  const nodes: SvgNode[] = [];
  const headLines = names.map((name, index) => {
    const signs = [...name];
    const each = Math.max(4, Math.floor(((across[index] ?? 1) * CELL) / FONT));
    return Array.from({ length: Math.ceil(signs.length / each) }, (_, line) =>
      signs.slice(line * each, (line + 1) * each).join(''),
    );
  });
  const head = Math.max(...headLines.map((lines) => lines.length)) * 20 + 8;
  headLines.forEach((lines, index) => {
    lines.forEach((line, row) => nodes.push(el('text', { x: lefts[index], y: 16 + row * 20 }, line)));
  });
  nodes.push(el('text', { x: x + 40, y: 16, 'text-anchor': 'end' }, '合计'));
  nodes.push(el('text', { x: width, y: 16, 'text-anchor': 'end' }, '其中牵头'));
  let y = head;

  const rule = (kind: string) => nodes.push(el('path', { class: kind, d: `M0 ${y}H${width}` }));
  const counts = (name: string, of: number[], total: number, lead: number | undefined) => {
    nodes.push(
      el('text', { class: 'count-label', x: 0, y: y + 19 }, name),
      ...of.map((count, index) =>
        el('text', { class: 'count-label', x: lefts[index], y: y + 19 }, String(count)),
      ),
      el('text', { class: 'count-label', x: x + 40, y: y + 19, 'text-anchor': 'end' }, String(total)),
      ...(lead === undefined
        ? []
        : [el('text', { class: 'count-label', x: width, y: y + 19, 'text-anchor': 'end' }, String(lead))]),
    );
    y += CELL + 4;
  };
  const row = ({ unit, cells, total, lead }: MatrixRow) => {
    nodes.push(el('text', { class: 'unit-label', x: 0, y: y + 19 }, unit.name));
    cells.forEach((entries, index) =>
      nodes.push(at(lefts[index] ?? 0, y + 3, ...cell(unit.name, entries, across[index] ?? 1, roles))),
    );
    nodes.push(el('text', { x: x + 40, y: y + 19, 'text-anchor': 'end' }, String(total)));
    nodes.push(el('text', { x: width, y: y + 19, 'text-anchor': 'end' }, String(lead)));
    y +=
      Math.max(1, ...cells.map((entries, index) => Math.ceil(entries.length / (across[index] ?? 1)))) * CELL +
      4;
    rule('gridline');
  };
  const sums = ({ entries, tasks, total }: Sums, name: string) => {
    counts(`${name}各行相加`, entries, total.entries, total.lead);
    counts('不重复的任务', tasks, total.tasks, undefined);
  };
  rule('axis');
  numbers.named.rows.forEach(row);
  sums(numbers.named.sums, '');
  rule('axis');
  if (numbers.collective.rows.length > 0) {
    nodes.push(el('text', { class: 'count-label', x: 0, y: y + 19 }, '统称的机关'));
    y += CELL + 4;
    numbers.collective.rows.forEach(row);
    sums(numbers.collective.sums, '');
    rule('axis');
    sums(numbers.all, '全部');
  }
  return {
    kind: 'matrix',
    title,
    description: `各行是单位，各列依次是${names.join('、')}。`,
    caption: matrixCaption(roles),
    width,
    height: y,
    fontSize: FONT,
    legend: [...roles.keys()].map((role) => ({ shape: roleShape(role, 16), words: roleName(roles, role) })),
    nodes,
  };
}
