import { expect, test } from 'vitest';
import { itemNumber } from '../../../../src/search/question/task-number.ts';

test.for([
  ['10', 10],
  ['第10项', 10],
  ['任务10', 10],
  ['第十项', 10],
  ['任务十', 10],
  ['第二十五项任务', 25],
  ['任务六十五', 65],
  ['第一百零三项', 103],
  ['十', undefined],
  ['十项', 10],
  ['2017年', undefined],
  ['任务', undefined],
  ['任务十项目', undefined],
] as const)('%s names %s', ([query, number]) => {
  expect(itemNumber(query)).toBe(number);
});
