import { pairs } from 'd3';
import { expect, test } from 'vitest';
import type { TaskNumber } from '../../../src/plan/model.ts';
import { deadlineColumns, layOutTimeline, type TimelineSize } from '../../../src/charts/timeline-layout.ts';
import { planEvents } from '../../../src/plan/calendar-days.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';

const { plan } = readPlan(process.cwd());
if (!plan) throw new Error('The content has findings: run the import, or mend them.');
const { tasks, units, sections } = plan;

const large: TimelineSize = { width: 960, cell: 45, gap: 6, columns: 4 };
const small: TimelineSize = { width: 330, cell: 30, gap: 5, columns: 2, lane: () => 16 };
const byNumber = (a: { number: TaskNumber }, b: { number: TaskNumber }) =>
  Number(a.number) - Number(b.number);
const ofUnit = (id: string) => {
  const numbers = new Set(units.find((unit) => unit.id === id)?.tasks.map(({ number }) => number));
  return tasks.filter(({ number }) => numbers.has(number));
};
const ofSection = (number: number) => tasks.filter(({ section }) => section === number);
/** Every picture the site draws, and some it does not. */
const pictures = [
  { name: 'all tasks', list: tasks, size: large },
  { name: 'all tasks, small', list: tasks, size: small },
  { name: 'cells that leave one column', list: tasks, size: { ...large, cell: 120 } },
  { name: 'no task', list: [], size: large },
  ...sections.map(({ number }) => ({ name: `section ${number}`, list: ofSection(number), size: small })),
  ...units.map(({ id }) => ({ name: id, list: ofUnit(id), size: small })),
].map(({ name, list, size }) => {
  const picture = layOutTimeline(list, plan, size);
  return { name, list, picture, marks: picture.groups.flatMap(({ marks }) => marks) };
});

test('the tasks by deadline and basis are those of the plan', () => {
  const counts = deadlineColumns(tasks).map(({ date, own, general }) => ({ date, own, general }));
  expect(counts).toEqual([
    { date: '2017-12-31', own: 17, general: 0 },
    { date: '2018-12-31', own: 16, general: 0 },
    { date: '2019-12-31', own: 1, general: 31 },
  ]);
});

test('the events are the publication, five reports and the goal, in order', () => {
  expect(planEvents(plan).map(({ date, kind }) => `${date} ${kind}`)).toEqual([
    '2016-12-01 report',
    '2017-07-18 published',
    '2017-12-01 report',
    '2018-12-01 report',
    '2019-12-01 report',
    '2020-12-01 report',
    '2020-12-31 goal',
  ]);
});

test('a plan without a yearly report has none on its axis', () => {
  const events = planEvents({ ...plan, reporting: { line: 1, words: '按季度报告' } });
  expect(events.map(({ kind }) => kind)).toEqual(['published', 'goal']);
});

test('the numbers of the large chart stay as they are', () => {
  const { groups, ...rest } = layOutTimeline(tasks, plan, large);
  expect(rest).toMatchSnapshot('frame');
  expect(groups.map(({ date, x, middle }) => ({ date, x, middle }))).toMatchSnapshot('groups');
  expect(
    groups.flatMap(({ marks }) =>
      marks.map(({ task, x, y, size, basis }) => `${task.number}: ${x} ${y} ${size} ${basis}`),
    ),
  ).toMatchSnapshot('marks');
});

test('every task has one mark, with its own date and basis', () => {
  for (const { name, list, marks } of pictures) {
    const facts = marks.map(({ task, date, basis }) => ({ number: task.number, date, basis }));
    const expected = list.map(({ number, deadline }) => ({
      number,
      date: deadline?.date,
      basis: deadline?.basis,
    }));
    expect(facts.sort(byNumber), name).toEqual(expected.sort(byNumber));
  }
});

test('every mark is inside of the chart, and before its deadline', () => {
  for (const { name, picture } of pictures) {
    for (const { x, marks } of picture.groups) {
      for (const mark of marks) {
        expect(mark.x, name).toBeGreaterThanOrEqual(0);
        expect(mark.x + mark.size, name).toBeLessThanOrEqual(x);
        expect(mark.y, name).toBeGreaterThanOrEqual(0);
        expect(mark.y + mark.size, name).toBeLessThanOrEqual(picture.height);
      }
    }
  }
});

test('marks have room: between each other, and on both sides to the lines of the years', () => {
  for (const { name, picture, marks } of pictures) {
    const lines = [...picture.ticks.map(({ x }) => x), picture.width];
    for (const { x, size } of marks) {
      const nearest = Math.min(...lines.map((line) => Math.max(line - (x + size), x - line)));
      expect(nearest, name).toBeGreaterThanOrEqual(4);
    }
    const close = marks.flatMap((a, index) =>
      marks
        .slice(index + 1)
        .map((b) => Math.max(Math.abs(a.x - b.x) - a.size, Math.abs(a.y - b.y) - a.size))
        .filter((distance) => distance < 4),
    );
    expect(close, name).toEqual([]);
  }
});

test('no two marks overlap', () => {
  for (const { name, marks } of pictures) {
    const meeting = marks.flatMap((a, index) =>
      marks
        .slice(index + 1)
        .filter((b) => Math.abs(a.x - b.x) < a.size && Math.abs(a.y - b.y) < a.size)
        .map((b) => [a.task.number, b.task.number]),
    );
    expect(meeting, name).toEqual([]);
  }
});

test('dates increase from left to right, tasks are in order within a date', () => {
  for (const { name, picture } of pictures) {
    for (const [a, b] of pairs(picture.groups)) {
      expect(a.date < b.date && a.x < b.x, name).toBe(true);
    }
    for (const [a, b] of pairs(picture.events)) expect(a.date <= b.date && a.x <= b.x, name).toBe(true);
    for (const { marks } of picture.groups) {
      const order = marks.map(({ task }) => task.section * 1000 + Number(task.number));
      expect(order, name).toEqual([...order].sort((a, b) => a - b));
    }
  }
});

test('every section has one lane with its marks and no others', () => {
  for (const { name, list, picture, marks } of pictures) {
    const sectionsOf = [...new Set(list.map(({ section }) => section))].sort((a, b) => a - b);
    expect(
      picture.lanes.map(({ section }) => section),
      name,
    ).toEqual(sectionsOf);
    for (const [a, b] of pairs(picture.lanes)) expect(a.y + a.height, name).toBe(b.y);
    for (const { task, y, size } of marks) {
      const lane = picture.lanes.find(({ section }) => section === task.section);
      expect(y, name).toBeGreaterThanOrEqual(lane?.y ?? Infinity);
      expect(y + size, name).toBeLessThanOrEqual((lane?.y ?? 0) + (lane?.height ?? 0));
    }
  }
});

test('a lane is as high as its label', () => {
  const { lanes } = layOutTimeline(ofSection(8), plan, { ...large, lane: () => 300 });
  expect(lanes.map(({ height }) => height >= 300)).toEqual([true]);
});

test('numbers have at most one decimal', () => {
  for (const { name, picture, marks } of pictures) {
    const numbers = JSON.stringify([
      picture.ticks,
      picture.events,
      marks.map(({ x, y, size }) => [x, y, size]),
    ]);
    expect(numbers, name).not.toMatch(/\.\d\d/);
  }
});
