import { expect, test } from 'vitest';
import { columnNames } from '../../../src/charts/draw-matrix.ts';
import { countMatrix, deadlineColumn, sectionColumn } from '../../../src/charts/matrix-counts.ts';
import { isHalfWide, isWide } from '../../../src/charts/matrix-width.ts';
import { publishedPlan } from '../../support/helpers.ts';

const plan = publishedPlan();
const byDates = countMatrix(plan, deadlineColumn);
const bySections = countMatrix(plan, sectionColumn);
const deadlines = ['3月底前', '5月底前', '6月底前', '9月底前', '10月底前', '11月底前'].map(
  (day) => `2024年${day}`,
);

test('the matrices of the published plan have room on the page, that of its deadlines on half of a printed one', () => {
  expect(isWide(columnNames(byDates, 'deadlines', plan.sections), byDates)).toBe(false);
  expect(isWide(columnNames(bySections, 'sections', plan.sections), bySections)).toBe(false);
  expect(isHalfWide(columnNames(byDates, 'deadlines', plan.sections))).toBe(true);
});

test('many deadlines have not', () => {
  expect(isWide(deadlines, byDates)).toBe(true);
  expect(isHalfWide(deadlines)).toBe(false);
});

test('a long name of a unit takes room from the columns', () => {
  const [row] = byDates.named.rows;
  if (!row) throw new Error('The plan names no unit.');
  const long = { ...row, unit: { ...row.unit, name: 'MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM' } };
  const matrix = { ...byDates, named: { ...byDates.named, rows: [long] } };
  expect(isWide(deadlines.slice(0, 4), byDates)).toBe(false);
  expect(isWide(deadlines.slice(0, 4), matrix)).toBe(true);
});
