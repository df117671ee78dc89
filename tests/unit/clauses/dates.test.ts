import { expect, test } from 'vitest';
import { timesIn } from '../../../src/clauses/dates.ts';
import { timesOfSegment } from '../../../src/clauses/segment-times.ts';
import { publishedPlan, the } from '../../support/helpers.ts';

const { tasks, generalDeadline } = publishedPlan();

test('2017年底前完成 means the last day of 2017', () => {
  expect(timesOfSegment('2017年底前完成')?.map(({ date }) => date)).toEqual(['2017-12-31']);
});

test('task 25 says 2017年年底前 and means the same day', () => {
  const task = the(tasks.find(({ number }) => number === 25));
  expect(task.duty.source).toContain('2017年年底前完成');
  expect(task.deadline).toEqual({ date: '2017-12-31', basis: 'own', words: '2017年年底前完成' });
});

test.each(['17年底前完成', '20177年底前完成', '2017年13月底前完成', '2017年底前完成。'])(
  '“%s” is no deadline that the plan uses',
  (words) => {
    expect(timesOfSegment(words)?.filter(({ date }) => date !== undefined) ?? []).toEqual([]);
  },
);

test('17 tasks end in 2017, 16 in 2018, task 19 in 2019, and 31 by the general rule', () => {
  const own = (year: string) =>
    tasks.filter(({ deadline }) => deadline?.basis === 'own' && deadline.date === `${year}-12-31`);
  expect([own('2017').length, own('2018').length]).toEqual([17, 16]);
  expect(own('2019').map(({ number }) => number)).toEqual([19]);
  const general = tasks.filter(({ deadline }) => deadline?.basis === 'general');
  expect(general).toHaveLength(31);
  for (const { deadline } of general)
    expect(deadline).toMatchObject({ date: '2019-12-31', words: generalDeadline?.words });
});

test('the general rule is shown with its quotation and line', () => {
  expect(generalDeadline).toEqual({
    date: '2019-12-31',
    line: 150,
    words: '除本实施方案有明确时间要求外，原则上应当在2019年底前完成',
  });
});

test.each([
  // A blank, a letter or a sign among the figures.
  ['2017年完成。2018年1 2月底前', []],
  ['2018年l2月底前', []],
  ['2018年1月启动，l2月底前完成', []],
  ['2018年1｜2月底前', []],
  ['2017年启动，201 8年12月底前', []],
  ['2017年启动，2018.12月底前', []],
  // Years that are named in relation to another.
  ['2019年完成；在去年12月底前的基础上', []],
  ['2018年启动，第二年6月底前', []],
  ['2018年启动，去年底前', []],
  ['2018年启动，同年12月底前', ['2018-12-31']],
  ['2018年度12月底前', ['2018-12-31']],
  ['2018年  12月底前', ['2018-12-31']],
  ['2018年6月-12月底前', ['2018-12-31']],
  // A year that is named for something else says nothing of the months after it.
  ['根据2020年考核结果整改，6月底前完成', []],
  ['能耗较2020年下降10%，12月底前完成', []],
  ['巩固2019年以来成果，年底前总结', []],
  ['2022年已建成5个，年内再建5个', []],
  ['2022年3月启动，10月底前完成', ['2022-10-31']],
  ['2018年，启动改造；12月底前，完成10个', ['2018-12-31']],
  // A month before the time that gives it its year is one of a later year, which nobody names.
  ['2022年12月开工，3月底前竣工', []],
  ['2022年底前完成可研；次年6月底前开工；9月底前竣工', ['2022-12-31']],
  // What something is by then is no deadline.
  ['对2000年底前建成的老旧小区进行改造', []],
  ['清理2018年底前印发的文件，2022年9月底前完成', ['2022-09-30']],
  ['在2021年底前完成试点的基础上，全面推开', []],
  ['对2020年12月31日前登记的企业开展清查', []],
  ['2018年底前已审批通过的', []],
  ['对2015年底前竣工验收的住宅建档', []],
  ['2018年底前印发实施的文件', []],
  ['对2020年底前脱贫的不稳定户继续监测', []],
  ['对2020年底前未完成整改的单位通报', []],
  ['2020年底前我县已建成50个，2022年底前全覆盖', ['2022-12-31']],
  ['2020年底前已有的项目完工', ['2020-12-31']],
  ['2022年5月起开展宣传，6月底前总结', ['2022-06-30']],
  // A year that begins a sentence and says what is done in it.
  ['2021年制定规划，6月底前印发', ['2021-06-30']],
  ['加快建设，2022年完成投资5亿元，12月底前完工', ['2022-12-31']],
  ['2021年1-6月开展清理，8月底前公布', ['2021-08-31']],
  ['2018-2020年，开展整治，12月底前完成', []],
  ['2024年底前完成已批准项目建设', ['2024-12-31']],
  ['2024年6月底前对已建成小区进行改造', ['2024-06-30']],
  ['2020年完成的项目，6月底前验收', []],
  ['2021年清理出的文件，9月底前废止', []],
  ['2021年完成率达到80%，6月底前整改', []],
  ['2021年完成试点，2022年推开，12月底前验收', []],
  ['2022年续建，10月底前完工', []],
  ['2023年12月开工，6月底前建成，12月底前投产', []],
  ['2020年底前取得明显的成效', ['2020-12-31']],
  ['2021年底前全县的村居实现全覆盖', ['2021-12-31']],
  ['2021年底前对现有的清单进行调整', ['2021-12-31']],
  ['2022年底前在试点基础上全面推开', ['2022-12-31']],
  ['2022年12月底前完成全区的摸底工作', ['2022-12-31']],
  ['2018年6月底前起草，12月底前完成', ['2018-06-30', '2018-12-31']],
  // What was or became so by then, and who may do something.
  ['2019年底前取得土地使用权的项目限期开工', []],
  ['2019年底前取得符合要求的土地证书', ['2019-12-31']],
  ['2020年底前关停的企业不得复产', []],
  ['2020年底前入职的人员参加培训', []],
  ['2020年底前已有50个，2022年底前再建50个', ['2022-12-31']],
  ['2020年6月30日前，已经登记的企业可享受优惠', []],
  ['2022年6月30日前，已开工的项目全部完工', ['2022-06-30']],
  // A half or a quarter of the year that is named before it.
  ['2022年上半年完成50个，下半年完成50个', ['2022-06-30', '2022-12-31']],
  ['2022年一季度完成方案，二季度启动，四季度完成', ['2022-03-31', '2022-12-31']],
  ['2022年，一季度前摸底，第2季度底前整改', ['2022-03-31', '2022-06-30']],
  ['2022年完成100个，上半年完成50个', ['2022-06-30']],
  ['2022年一季度完成摸底，第二、三季度完成整改', ['2022-03-31', '2022-09-30']],
  ['2021年底前完成，下半年完成验收', ['2021-12-31']],
  ['今年上半年完成摸底，下半年完成整改', []],
  ['上半年完成摸底，下半年完成整改', []],
])('the last days in “%s” are %j', (text, expected) => {
  expect(timesIn(text).flatMap(({ date }) => date ?? [])).toEqual(expected);
});

test.each([
  ['2022年上半年完成方案，下半年全面推开', ['2022年上半年', '下半年']],
  ['2021年底前完成方案，下半年推开，12月底前验收', ['2021年底前', '下半年', '12月底前']],
  ['2022年6月底前总结，上半年工作情况报县政府', ['2022年6月底前']],
  ['下半年完成50个', []],
])('the times in “%s” are %j: another part of a year is not left out', (text, expected) => {
  expect(timesIn(text).map(({ words }) => words)).toEqual(expected);
});

test('a date that is damaged is no time in a clause, so that it is told as not read', () => {
  expect(timesOfSegment('2018年1 2月底前完成')).toBeUndefined();
  expect(timesOfSegment('2018 年 12 月底前完成')?.map(({ date }) => date)).toEqual(['2018-12-31']);
});
