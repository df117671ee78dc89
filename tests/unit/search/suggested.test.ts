import { expect, test } from 'vitest';
import { deadlineYears, examplesOf, suggestedSearches } from '../../../src/search/suggested.ts';
import { searchFilters } from '../../../src/search/filters.ts';
import { publishedPlan } from '../../support/helpers.ts';

const plan = publishedPlan();

test('what is suggested is counted as the filters count', () => {
  for (const { value, count } of deadlineYears(plan))
    expect(plan.tasks.filter((task) => searchFilters(task).deadline?.includes(value))).toHaveLength(count);
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
