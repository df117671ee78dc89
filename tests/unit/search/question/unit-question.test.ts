import { expect, test } from 'vitest';
import { unitNames } from '../../../../src/search/named-units.ts';
import { question } from '../../../../src/search/query.ts';
import { unitQuestion, unitsOf } from '../../../../src/search/question/unit-question.ts';

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
    { page: page('cai', '区财政局'), notes: [] },
  ],
  [],
);
const ask = (query: string) => unitQuestion(question(query).read, units, ['钦州市', '钦南区']);
const read = (query: string) => {
  const { names, due, rest } = ask(query);
  const said = names.map(({ units: own, as }) => [...own.map(({ id }) => id), as?.id].join(' ').trim());
  return [said.join(), due?.text, rest];
};

test.for<[query: string, names: string, due: string | undefined, rest: string]>([
  ['区编办', 'ban', undefined, ''],
  ['区编办的任务', 'ban', undefined, ''],
  ['钦南区编办牵头的任务', 'ban lead', undefined, ''],
  ['由区编办牵头负责', 'ban lead', undefined, ''],
  ['编办作为牵头单位的工作', 'ban lead', undefined, ''],
  ['编办配合的事项', 'ban support', undefined, ''],
  ['编办参与的任务', 'ban participate', undefined, ''],
  // All that a unit has to do may be called so.
  ['编办负责的任务', 'ban', undefined, ''],
  ['2017年底前编办牵头', 'ban lead', '2017年底', ''],
  ['编办牵头2018年底前完成', 'ban lead', '2018年底', ''],
  ['编办牵头哪些任务', 'ban lead', undefined, ''],
  ['编办牵头的任务有哪些', 'ban lead', undefined, ''],
  ['编办2017', 'ban', '2017年', ''],
  ['编办 2017-12-31', 'ban', '2017年12月31日', ''],
  ['编办审批', 'ban', undefined, '审批'],
  ['2017年12月31日前由区编办牵头完成的任务有哪些', 'ban lead', '2017年12月31日', ''],
  ['区政府编办', 'ban', undefined, ''],
  // Words that only begin like a role, or deny it.
  ['区编办不牵头的任务', 'ban', undefined, '不牵头的任务'],
  ['编办指导员培训', 'ban', undefined, '指导员培训'],
  ['编办负责人', 'ban', undefined, '负责人'],
  // Two units.
  ['区编办和区财政局共同的任务', 'ban,cai', undefined, ''],
  ['区编办、区财政局', 'ban,cai', undefined, ''],
  ['区编办与钦南区财政局', 'ban,cai', undefined, ''],
  ['区编办跟财政局一起牵头的任务', 'ban lead,cai lead', undefined, ''],
  ['区编办同区财政局', 'ban,cai', undefined, ''],
  ['编办、财政局以及司法局2018年完成', 'ban,cai,si', '2018年', ''],
  ['区司法局牵头、区编办配合的任务', 'si lead,ban support', undefined, ''],
  ['区司法局牵头但区编办配合', 'si lead,ban support', undefined, ''],
  ['区司法局牵头时区编办配合', 'si,ban', undefined, '牵头时'],
  ['区编办、编办', 'ban', undefined, ''],
  // A time alone, and words that are no question of units.
  ['2018年6月前', '', '2018年6月', ''],
  ['牵头的任务', '', undefined, '牵头的任务'],
])('%s', ([query, ...expected]) => {
  expect(read(query)).toEqual(expected);
});

test('a name behind another area, or another level, is that of another unit', () => {
  expect(ask('市编办').isElsewhere).toBe(true);
  expect(ask('区编办和市财政局').isElsewhere).toBe(true);
  expect(ask('钦南区编办').isElsewhere).toBe(false);
  // Only the plan’s texts can tell whether this is a place.
  expect([ask('钦北区编办').begin, unitsOf(ask('钦北区编办')).length]).toEqual(['钦北', 1]);
});
