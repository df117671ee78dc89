import { expect, test } from 'vitest';
import { deadlineYears, examplesOf, suggestedSearches } from '../../../src/search/suggested.ts';
import { searchFilters } from '../../../src/search/filters.ts';
import { publishedPlan } from '../../support/helpers.ts';

const plan = publishedPlan();

test('what is suggested is counted as the filters count', () => {
  for (const { value, count } of deadlineYears(plan))
    expect(plan.tasks.filter((task) => searchFilters(task, 0).deadline?.includes(value))).toHaveLength(count);
  const suggested = suggestedSearches(plan);
  expect(suggested.map(({ text, count }) => `${text} ${count}`)).toContain('2017年底前完成 17');
  expect(suggested.map(({ text, count }) => `${text} ${count}`)).toContain('区法制办牵头 12');
});

test('without examples of the editors the units with most tasks are the examples', () => {
  const examples = examplesOf({ ...plan, examples: [] });
  const most = Math.max(
    ...plan.units.filter(({ kind }) => kind !== 'collective').map(({ tasks }) => tasks.length),
  );
  expect(plan.units.find(({ name }) => name === examples[0])?.tasks).toHaveLength(most);
  expect(examples).toHaveLength(3);
});

test('a year in which not all is done by then, or by then more than that, is called otherwise', () => {
  const [deadline] = plan.tasks.flatMap(({ deadlines }) => deadlines);
  if (!deadline) throw new Error('The plan has no deadline.');
  const own = (date: string) => ({ ...deadline, basis: 'own' as const, date });
  const due = (...deadlines: (typeof deadline)[]) => ({ deadlines, deadline: deadlines.at(-1) });
  const textsOf = (...facts: ReturnType<typeof due>[]) =>
    suggestedSearches({
      ...plan,
      units: [],
      tasks: facts.flatMap((one, index) => {
        const task = plan.tasks[index];
        return task ? [{ ...task, ...one }] : [];
      }),
    }).map(({ text, count }) => `${text} ${count}`);
  const [march, june, next] = [own('2024-03-31'), own('2024-06-30'), own('2025-12-31')];
  expect(textsOf(due(march), due(june))).toEqual(['2024年内完成 2']);
  expect(textsOf(due(march, june), due(next))).toEqual(['2024年内完成 1', '2025年底前完成 1']);
  // One task is due in parts: the last of them a year later.
  expect(textsOf(due(march), due(june, next))).toEqual(['写有2024年内的期限 2', '2025年底前完成 1']);
  const general = { ...deadline, basis: 'general' as const, date: '2024-12-31' };
  expect(textsOf(due(march), due(june), due(general))).toEqual(['写有2024年内的期限 2']);
});
