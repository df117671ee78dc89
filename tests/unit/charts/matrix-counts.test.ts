import { expect, test } from 'vitest';
import { deadlineColumn, sectionColumn, countMatrix } from '../../../src/charts/matrix-counts.ts';
import { publishedPlan } from '../../support/helpers.ts';

const plan = publishedPlan();
const matrices = [
  { name: 'deadlines', axis: deadlineColumn, numbers: countMatrix(plan, deadlineColumn) },
  { name: 'sections', axis: sectionColumn, numbers: countMatrix(plan, sectionColumn) },
];
const named = plan.units.filter(({ kind }) => kind !== 'collective');

test.for(matrices)(
  '$name: every clause is in the matrix, unit by unit, and nothing else',
  ({ axis, numbers }) => {
    const rows = [...numbers.named.rows, ...numbers.collective.rows];
    const found = rows.flatMap(({ unit, cells }) =>
      cells.flatMap((entries, index) =>
        entries.map(({ number, role }) => `${number} ${unit.id} ${role} ${numbers.columns[index]}`),
      ),
    );
    const wanted = plan.tasks.flatMap((task) =>
      task.duty.units.map(({ id, role }) => `${task.number} ${id} ${role} ${axis(task)}`),
    );
    expect(found.sort()).toEqual(wanted.sort());
  },
);

test.for(matrices)(
  '$name: collective bodies are separate, in no row and no sum of the units',
  ({ numbers }) => {
    expect(numbers.named.rows.map(({ unit }) => unit.id).sort()).toEqual(named.map(({ id }) => id).sort());
    const entries = plan.tasks.flatMap(({ duty }) =>
      duty.units.filter(({ id }) => named.some((one) => one.id === id)),
    );
    expect(numbers.named.sums.total.entries).toBe(entries.length);
  },
);

test.for(matrices)('$name: sums are the sums of the cells', ({ numbers }) => {
  for (const { rows, sums } of [numbers.named, numbers.collective]) {
    numbers.columns.forEach((_, index) => {
      const column = rows.flatMap(({ cells }) => cells[index] ?? []);
      expect(sums.entries[index]).toBe(column.length);
      expect(sums.tasks[index]).toBe(new Set(column.map(({ number }) => number)).size);
    });
    for (const { cells, total, lead } of rows) {
      expect(total).toBe(cells.flat().length);
      expect(lead).toBe(cells.flat().filter(({ role }) => role === 'lead').length);
    }
  }
  expect(numbers.all.tasks.reduce((sum, count) => sum + count, 0)).toBe(plan.tasks.length);
  expect(numbers.all.total.tasks).toBe(plan.tasks.length);
});

test('the numbers stay as they are', () => {
  for (const { name, numbers } of matrices) {
    const rows = [...numbers.named.rows, ...numbers.collective.rows].map(
      ({ unit, cells, total, lead }) =>
        `${unit.id}: ${cells.map((entries) => entries.map(({ number, role }) => `${number}${role[0]}`).join(' ')).join(' | ')} = ${total}, ${lead}`,
    );
    const { columns, named: units, collective, all } = numbers;
    expect({ columns, rows, units: units.sums, collective: collective.sums, all }).toMatchSnapshot(name);
  }
});
