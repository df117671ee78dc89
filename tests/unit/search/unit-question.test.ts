import { expect, test } from 'vitest';
import { unitNames } from '../../../src/search/named-units.ts';
import { normalize } from '../../../src/search/query.ts';
import { unitQuestion } from '../../../src/search/unit-question.ts';

const page = (id: string, title: string) => ({
  url: `/units/${id}/`,
  kind: 'unit' as const,
  title,
  blocks: [],
});
const units = unitNames(
  [
    { page: page('ban', '区编办'), notes: [] },
    { page: page('si', '区司法局'), notes: [] },
  ],
  [],
);
const read = (query: string) => {
  const { units: named, role, rest } = unitQuestion(normalize(query), units, ['钦州市', '钦南区']);
  return [named.map(({ id }) => id).join(), role?.id, rest];
};

test.for<[query: string, role: string | undefined, rest: string]>([
  ['区编办', undefined, ''],
  ['钦南区编办牵头的任务', 'lead', ''],
  ['由区编办牵头负责', 'lead', ''],
  ['编办作为牵头单位的工作', 'lead', ''],
  ['编办配合的事项', 'support', ''],
  ['编办参与的任务', 'participate', ''],
  // All that a unit has to do may be called so.
  ['编办负责的任务', undefined, ''],
  ['2017年底前编办牵头', 'lead', '2017年底前'],
  ['编办牵头2018年底前完成', 'lead', '2018年底前完成'],
  ['编办牵头哪些任务', 'lead', ''],
  ['编办牵头的任务有哪些', 'lead', ''],
  ['编办2017', undefined, '2017'],
  // Words that only begin like a role.
  ['编办指导员培训', undefined, '指导员培训'],
  ['编办负责人', undefined, '负责人'],
])('%s', ([query, role, rest]) => {
  expect(read(query)).toEqual(['ban', role, rest]);
});

test('where two units are named the words of the other are kept, and without a unit no role is read', () => {
  expect(read('区编办、区司法局牵头')).toEqual(['si', 'lead', '区编办']);
  expect(read('牵头的任务')).toEqual(['', undefined, '牵头的任务']);
});
