import { expect, test } from 'vitest';
import type { TaskNumber } from '../../../src/plan/model.ts';
import { drawSharedTasks } from '../../../src/charts/draw-shared-tasks.ts';
import { adjacency, neighbourhood, pairsOf } from '../../../src/charts/shared-tasks.ts';
import { publishedPlan } from '../../support/helpers.ts';

const plan = publishedPlan();
const named = plan.units.filter(({ kind }) => kind !== 'collective');
const pairs = pairsOf(plan);
const picture = adjacency(plan);

/** Counted from the clauses alone. */
function sharedBy(a: string, b: string): TaskNumber[] {
  const names = (id: string, { duty }: (typeof plan.tasks)[number]) =>
    duty.units.some((unit) => unit.id === id);
  return plan.tasks.filter((task) => names(a, task) && names(b, task)).map(({ number }) => number);
}

test('a pair is two units named in the same clauses, once, with exactly those tasks', () => {
  const found = new Map(pairs.map(({ a, b, tasks }) => [[a.id, b.id].sort().join(' '), tasks]));
  expect(found.size).toBe(pairs.length);
  for (const [index, a] of named.entries()) {
    for (const b of named.slice(index + 1)) {
      expect(found.get([a.id, b.id].sort().join(' ')) ?? [], `${a.name} ${b.name}`).toEqual(
        sharedBy(a.id, b.id),
      );
    }
  }
});

test('no pair has a collective body', () => {
  expect(pairs.filter(({ a, b }) => a.kind === 'collective' || b.kind === 'collective')).toEqual([]);
});

test('every pair is one cell below the diagonal, in the row and the column of its units', () => {
  expect(picture.cells.length).toBe(pairs.length);
  for (const { a, b, row, column } of picture.cells) {
    expect(column).toBeLessThan(row);
    expect([picture.units[row]?.id ?? '', picture.units[column]?.id ?? ''].sort()).toEqual(
      [a.id, b.id].sort(),
    );
  }
});

test('every unit is in the chart once, or listed as sharing no task', () => {
  const all = [...picture.units, ...picture.alone].map(({ id }) => id);
  expect(all.sort()).toEqual(named.map(({ id }) => id).sort());
  expect(picture.alone.every(({ partners }) => partners.length === 0)).toBe(true);
});

test('the order puts units that share tasks next to each other: cells are nearer to the diagonal than in the order of names', () => {
  const places = new Map(
    named
      .map(({ id }) => id)
      .sort()
      .map((id, index) => [id, index]),
  );
  const distance = (of: { far: number; tasks: TaskNumber[] }[]) =>
    of.reduce((sum, { far, tasks }) => sum + far * tasks.length, 0);
  const ordered = distance(picture.cells.map(({ row, column, tasks }) => ({ far: row - column, tasks })));
  const byName = distance(
    pairs.map(({ a, b, tasks }) => ({
      far: Math.abs((places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
      tasks,
    })),
  );
  expect(ordered).toBeLessThan(byName * 0.75);
});

test('a neighbourhood has the roles of the clauses', () => {
  for (const unit of named) {
    const { tasks, partners } = neighbourhood(unit, plan);
    const roleIn = (id: string, number: TaskNumber) =>
      plan.tasks.find((task) => task.number === number)?.duty.units.find((one) => one.id === id)?.role;
    for (const { number, role } of tasks) expect(role, unit.name).toBe(roleIn(unit.id, number));
    expect(partners.map((partner) => partner.unit.id)).toEqual(unit.partners.map(({ id }) => id));
    for (const { unit: partner, marks } of partners) {
      expect(marks.map(({ number }) => number)).toEqual(sharedBy(unit.id, partner.id));
      for (const { number, column, role } of marks) {
        expect(tasks[column]?.number).toBe(number);
        expect(role).toBe(roleIn(partner.id, number));
      }
    }
  }
});

test('the numbers stay as they are', () => {
  expect(picture.units.map(({ id }) => id)).toMatchSnapshot('order');
  expect(
    picture.cells.map(({ row, column, tasks }) => `${row} ${column}: ${tasks.join(' ')}`),
  ).toMatchSnapshot('cells');
});

test('the chart is wide enough for every name, not for the last alone', () => {
  const units = picture.units.map((unit, index) =>
    index === picture.units.length - 3
      ? { ...unit, name: '县政府办公室（县大数据和营商环境发展中心）' }
      : unit,
  );
  const { nodes, width } = drawSharedTasks({ ...picture, units });
  const labels = nodes.filter(({ tag }) => tag === 'text');
  expect(labels.length).toBe(units.length);
  for (const [index, { attributes }] of labels.entries()) {
    const name = units[index]?.name ?? '';
    expect(Number(attributes.x) + name.length * 14, name).toBeLessThanOrEqual(width);
  }
});
