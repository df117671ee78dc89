import { pairs, sum } from 'd3';
import { expect, test } from 'vitest';
import { countLabels } from '../../../src/charts/count-labels.ts';
import { drawTimeline } from '../../../src/charts/draw-timeline.ts';
import { toXml } from '../../../src/charts/svg.ts';
import { publishedPlan } from '../../support/helpers.ts';

const plan = publishedPlan();
const options = { width: 960, font: 20, gap: 8, dated: true };
const group = (date: string, middle: number, count: number) => ({
  date,
  middle,
  marks: Array(count).fill({}),
});
const wordsOf = (groups: ReturnType<typeof group>[]) =>
  countLabels(groups, options).map(({ words }) => words);

/** Seven deadlines of a year, as plans of one year have them, and two of the next. */
const months = ['03-31', '05-31', '06-30', '07-31', '09-30', '10-31', '12-31'].map((day) => `2024-${day}`);
const dates = [...months, '2025-06-30', '2025-12-31'];
const tasks = plan.tasks.slice(0, 30).map((task, index) => {
  const date = dates[index % dates.length] ?? '';
  return task.deadline ? { ...task, deadline: { ...task.deadline, date } } : task;
});
const days = { ...plan, period: undefined, goal: undefined, published: undefined, reporting: undefined };
const counts = (svg: string) => [...svg.matchAll(/(\d+)项<\/text>/g)].map(([, count]) => Number(count));

test.each([false, true])('the counts of a timeline are those of all its tasks (small: %s)', (small) => {
  const { nodes } = drawTimeline(tasks, days, { label: '图', small });
  const shown = counts(nodes.map(toXml).join(''));
  expect(sum(shown)).toBe(30);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.length).toBeLessThan(dates.length);
});

test('a deadline has its date where there is room, its number where there is less', () => {
  expect(wordsOf([group('2024-12-31', 200, 3), group('2025-12-31', 600, 2)])).toEqual([
    '2024年底前 3项',
    '2025年底前 2项',
  ]);
  expect(wordsOf([group('2024-06-30', 200, 3), group('2024-12-31', 260, 2)])).toEqual(['3项', '2项']);
});

test('deadlines without room for a number each have one together', () => {
  const close = [group('2024-03-31', 200, 3), group('2024-04-30', 220, 2), group('2024-05-31', 240, 4)];
  const [label, ...others] = countLabels(close, options);
  expect(others).toEqual([]);
  expect(label?.words).toBe('9项');
  expect(label?.x).toBe(220);
});

test('labels neither overlap nor leave the chart', () => {
  const list = Array.from({ length: 40 }, (_, index) =>
    group(`20${10 + index}-12-31`, ((index * index) % 97) * 10, (index % 12) + 1),
  ).sort((a, b) => a.middle - b.middle);
  const labels = countLabels(list, options);
  for (const [a, b] of pairs(labels)) expect(a.right + options.gap).toBeLessThanOrEqual(b.left + 0.1);
  for (const { left, right } of labels) {
    expect(left).toBeGreaterThanOrEqual(-0.1);
    expect(right).toBeLessThanOrEqual(options.width + 0.1);
  }
  expect(labels.flatMap(({ groups }) => groups)).toEqual(list);
});
