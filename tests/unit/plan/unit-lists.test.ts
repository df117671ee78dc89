import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ROLES } from '../../../src/plan/role-words.ts';
import { collectiveTasks, roleCounts, tasksByRole, unitsByKind } from '../../../src/plan/unit-lists.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';

const { plan } = readPlan(fileURLToPath(new URL('../../..', import.meta.url)));
if (!plan) throw new Error('content/ cannot be read');
const { tasks, units } = plan;

function unit(id: string) {
  const found = units.find((one) => one.id === id);
  if (!found) throw new Error(`no unit ${id}`);
  return found;
}

test('every task of a unit is listed once, under its role, in the order of the roles', () => {
  for (const one of units) {
    const groups = tasksByRole(one, tasks, ROLES);
    const listed = groups.flatMap((group) => group.tasks.map(({ number }) => `${number} ${group.role}`));
    expect(listed.sort(), one.id).toEqual(one.tasks.map(({ number, role }) => `${number} ${role}`).sort());
    expect(groups.map(({ role }) => role)).toEqual(
      ROLES.filter((role) => groups.some((g) => g.role === role)),
    );
  }
});

test('within a role the earliest deadline comes first, and an own one before the general rule', () => {
  const bianBan = tasksByRole(unit('qu-bian-ban'), tasks, ROLES);
  expect(bianBan.map(({ role }) => role)).toEqual(['lead', 'joint', 'support']);
  for (const group of units.flatMap((one) => tasksByRole(one, tasks, ROLES))) {
    const keys = group.tasks.map(({ number, deadline }) =>
      [deadline?.date, deadline?.basis === 'own' ? 0 : 1, String(number).padStart(3, '0')].join(' '),
    );
    expect(keys).toEqual([...keys].sort());
  }
});

test('counts per role add up to the tasks', () => {
  expect(roleCounts(unit('qu-wujia-ju'), ROLES)).toEqual([
    { role: 'sole', count: 1 },
    { role: 'joint', count: 4 },
  ]);
  for (const one of units) {
    expect(roleCounts(one, ROLES).reduce((sum, { count }) => sum + count, 0)).toBe(one.tasks.length);
  }
});

test('units are grouped by kind and by the initial letter of the distinctive part of their names', () => {
  const kinds = unitsByKind(units, ['department', 'party', 'branch', 'collective']);
  expect(kinds.flatMap(({ letters }) => letters.flatMap((group) => group.units)).length).toBe(units.length);
  const letterOf = (id: string) =>
    kinds.flatMap(({ letters }) => letters).find((group) => group.units.some((one) => one.id === id))?.letter;
  expect(letterOf('qu-bian-ban')).toBe('B');
  expect(letterOf('quwei-zuzhi-bu')).toBe('Z');
  for (const { letters } of kinds) {
    const order = letters.map(({ letter }) => letter);
    expect(order).toEqual([...new Set(order)].sort());
  }
});

test('tasks of collective bodies are listed separately and never counted as a unit’s own', () => {
  const beside = collectiveTasks(unit('qu-bian-ban'), plan);
  expect(beside.collectives.every(({ kind }) => kind === 'collective')).toBe(true);
  const own = new Set(unit('qu-bian-ban').tasks.map(({ number }) => number));
  const collective = new Set(beside.collectives.map(({ id }) => id));
  const named = tasks.filter(({ duty }) => duty.units.some(({ id }) => collective.has(id)));
  expect(beside.unnamed).toBe(named.filter(({ number }) => !own.has(number)).length);
  expect(beside.unnamed).toBeLessThan(named.length);
});
