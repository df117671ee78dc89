/**
 * Which units share tasks, drawn. A graph of 43 units was tried beside this ordered matrix: one clause that names
 * twelve units becomes 66 lines, names are crossed by lines, and no number can be read off. In the matrix each pair is one
 * cell with its number, groups that work together lie along the diagonal, and it prints in grey.
 */
import { roleName, taskName } from '../labels.ts';
import type { RoleNames } from '../plan/role-words.ts';
import type { Role, TaskNumber, Unit } from '../plan/model.ts';
import { adjacency, type Neighbourhood } from './shared-tasks.ts';
import { pairAnchor, task as taskAddress } from '../urls.ts';
import { el, type SvgNode, type Chart } from './svg.ts';
import { at, middleText, roleShape, roomForNames } from './shapes.ts';

const TOGETHER_CAPTION =
  '格内数字是责任条款同时写有两个单位的任务项数，只写有其中一个的不计。统称的机关不列入；同列一条不表示两个单位之间有其他关系。';
const [CELL, FONT] = [22, 14];

/** Draws the ordered matrix: a unit's name stands on the diagonal, its cells to the left of it and below. */
export function drawSharedTasks(numbers: ReturnType<typeof adjacency>): Chart {
  const { units, cells, alone } = numbers;
  const side = units.length * CELL;
  const lines = units.flatMap((_, index) => {
    const [x, y] = [index * CELL + CELL / 2, index * CELL + CELL / 2];
    return [index > 0 ? `M0 ${y}H${x - 4}` : '', index < units.length - 1 ? `M${x} ${y + 12}V${side}` : ''];
  });
  const left = alone.map(({ name }) => name).join('、');
  return {
    kind: 'together',
    title: '责任条款同时写有的单位',
    description: '每个单位的名称在对角线上，它与其他单位的格子在名称左方和下方。',
    caption: `${TOGETHER_CAPTION}${left === '' ? '' : `各项任务只单独写有的单位不在图中：${left}。`}`,
    width: side + Math.max(8 * FONT, roomForNames(units.slice(-1), FONT)),
    height: side,
    fontSize: FONT,
    legend: [],
    nodes: [
      el('path', { class: 'gridline', d: lines.join('') }),
      ...units.map(({ name }, index) =>
        el('text', { class: 'unit-label', x: index * CELL + 2, y: index * CELL + 16 }, name),
      ),
      ...cells.map(({ a, b, row, column, tasks }) =>
        at(
          column * CELL + 1,
          row * CELL + 1,
          el(
            'a',
            { class: 'mark', href: pairAnchor(a.id, b.id) },
            el(
              'title',
              {},
              `${a.name}和${b.name}，共同${tasks.length}项：${tasks.map((number) => taskName({ number })).join('、')}`,
            ),
            el('rect', { class: 'cell-ground', width: CELL - 2, height: CELL - 2 }),
            el('rect', {
              class: 'pair-cell',
              width: CELL - 2,
              height: CELL - 2,
              'fill-opacity': Math.min(0.5, 0.08 * tasks.length).toFixed(2),
            }),
            middleText(CELL - 2, tasks.length),
          ),
        ),
      ),
    ],
  };
}

/** Draws a unit's own neighbourhood: a row for each partner, a column for each task they share. */
export function drawNeighbourhood(unit: Unit, { tasks, partners }: Neighbourhood, roles: RoleNames): Chart {
  const names = Math.max(8 * FONT, roomForNames([unit, ...partners.map((one) => one.unit)], FONT));
  const [name, cell] = [names + 8, 28];
  const row = (
    label: string,
    kind: string,
    y: number,
    marks: { number: TaskNumber; column: number; role: Role }[],
  ): SvgNode[] => [
    el('text', { class: kind, x: 0, y: y + 18 }, label),
    ...marks.map(({ number, column, role }) =>
      at(
        name + column * cell,
        y,
        el(
          'a',
          { class: 'mark', href: taskAddress(number), 'data-task': number },
          el('title', {}, `${taskName({ number })}，${label} ${roleName(roles, role)}`),
          roleShape(role, 24),
          middleText(24, number),
        ),
      ),
    ),
  ];
  const width = name + tasks.length * cell;
  const own = tasks.map((task, column) => ({ ...task, column }));
  const used = new Set([...tasks, ...partners.flatMap(({ marks }) => marks)].map(({ role }) => role));
  return {
    kind: tasks.length > 6 ? 'neighbourhood broad' : 'neighbourhood',
    title: `与${unit.name}同列一条的单位`,
    description: `首行是${unit.name}，以下各行是同一条款写有的单位；每列是一项任务。`,
    caption: '数字是任务编号，外形表示条款写明的角色。统称的机关不列入。',
    width,
    height: 40 + partners.length * cell,
    fontSize: FONT,
    legend: [...roles.keys()]
      .filter((role) => used.has(role))
      .map((role) => ({ shape: roleShape(role, 16), words: roleName(roles, role) })),
    nodes: [
      ...row(unit.name, 'unit-label own', 0, own),
      el('path', { class: 'axis', d: `M0 32H${width}` }),
      ...partners.flatMap((partner, index) =>
        row(partner.unit.name, 'unit-label', 40 + index * cell, partner.marks),
      ),
    ],
  };
}
