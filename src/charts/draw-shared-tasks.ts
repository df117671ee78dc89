/**
 * Charts of the tasks that units share. A graph was tried instead of the adjacency matrix: one clause with twelve units
 * becomes 66 lines, names are crossed by lines, and no number can be read off. In the matrix each pair is a cell with its
 * number, units that share many tasks lie together along the diagonal, and it prints in grey.
 */
import { taskName } from '../labels/names.ts';
import { roleName } from '../labels/roles.ts';
import type { Role, TaskNumber, Unit } from '../plan/model.ts';
import type { RoleNames } from '../plan/role-words.ts';
import * as urls from '../urls.ts';
import { at, label, middleText, roleLegend, roleShape, roomForNames, widthOf } from './shapes.ts';
import type { Adjacency, Neighbourhood, PairCell } from './shared-tasks.ts';
import { el, type Chart, type SvgNode } from './svg.ts';

const CAPTION =
  '格内数字是责任条款同时写有两个单位的任务项数，只写有其中一个的不计。统称的机关不列入；写在同一条款中不表示两个单位之间有其他关系。';
const [CELL, FONT] = [22, 14];

/** Draws the adjacency matrix: names on the diagonal, the cells of a unit to the left of its name and below. */
export function drawSharedTasks({ units, cells, alone }: Adjacency): Chart {
  const side = units.length * CELL;
  const lines = units.flatMap((_, index) => {
    const middle = index * CELL + CELL / 2;
    const left = index > 0 ? `M0 ${middle}H${middle - 4}` : '';
    const below = index < units.length - 1 ? `M${middle} ${middle + 12}V${side}` : '';
    return [left, below];
  });
  // A name begins on the diagonal: that of a unit before the last may be the one that extends farthest.
  const names = units.map(({ name }, index) => widthOf(name, FONT) - (units.length - 1 - index) * CELL);
  const others = alone.map(({ name }) => name).join('、');
  return {
    kind: 'together',
    title: '责任条款同时写有的单位',
    description: '每个单位的名称在对角线上，它与其他单位的格子在名称左方和下方。',
    caption: `${CAPTION}${others === '' ? '' : `各项任务只单独写有的单位不在图中：${others}。`}`,
    width: side + Math.max(8 * FONT, ...names),
    height: side,
    fontSize: FONT,
    legend: [],
    nodes: [
      el('path', { class: 'gridline', d: lines.join('') }),
      ...units.map(({ name }, index) => label('unit-label', index * CELL + 2, index * CELL + 16, name)),
      ...cells.map(pairMark),
    ],
  };
}

function pairMark({ a, b, row, column, tasks }: PairCell): SvgNode {
  const names = tasks.map((number) => taskName({ number })).join('、');
  const size = { width: CELL - 2, height: CELL - 2 };
  const opacity = Math.min(0.5, 0.08 * tasks.length).toFixed(2);
  const mark = el(
    'a',
    { class: 'mark', href: urls.pairAnchor(a.id, b.id), 'data-unit': `${a.id} ${b.id}` },
    el('title', {}, `${a.name}和${b.name}，共同${tasks.length}项：${names}`),
    el('rect', { class: 'cell-ground', ...size }),
    el('rect', { class: 'pair-cell', ...size, 'fill-opacity': opacity }),
    middleText(CELL - 2, tasks.length),
  );
  return at(column * CELL + 1, row * CELL + 1, mark);
}

/** Draws the shared tasks of one unit: a row for each partner, a column for each task. */
export function drawNeighbourhood(unit: Unit, { tasks, partners }: Neighbourhood, roles: RoleNames): Chart {
  const names = Math.max(8 * FONT, roomForNames([unit, ...partners.map((one) => one.unit)], FONT));
  const [left, cell] = [names + 8, 28];
  const row = (
    name: string,
    kind: string,
    y: number,
    marks: { number: TaskNumber; column: number; role: Role }[],
  ): SvgNode[] => [
    label(kind, 0, y + 18, name),
    ...marks.map(({ number, column, role }) => {
      const title = el('title', {}, `${taskName({ number })}，${name} ${roleName(roles, role)}`);
      const link = { class: 'mark', href: urls.task(number), 'data-task': number };
      return at(left + column * cell, y, el('a', link, title, roleShape(role, 24), middleText(24, number)));
    }),
  ];
  const width = left + tasks.length * cell;
  const own = tasks.map((task, column) => ({ ...task, column }));
  const used = new Set([...tasks, ...partners.flatMap(({ marks }) => marks)].map(({ role }) => role));
  return {
    kind: 'neighbourhood',
    title: `与${unit.name}共同承担任务的单位`,
    description: `首行是${unit.name}，以下各行是同一条款写有的单位；每列是一项任务。`,
    caption: '数字是任务编号，外形表示条款写明的角色。统称的机关不列入。',
    width,
    height: 40 + partners.length * cell,
    fontSize: FONT,
    legend: roleLegend(roles, (role) => used.has(role)),
    nodes: [
      ...row(unit.name, 'unit-label own', 0, own),
      el('path', { class: 'axis', d: `M0 32H${width}` }),
      ...partners.flatMap((partner, index) =>
        row(partner.unit.name, 'unit-label', 40 + index * cell, partner.marks),
      ),
    ],
  };
}
