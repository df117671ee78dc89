import { expect, test } from 'vitest';
import { timesOfSegment } from '../../../src/clauses/dates.ts';
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

test.each(['2017年底', '17年底前完成', '20177年底前完成', '二〇一七年底前完成', '2017年底前完成。'])(
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
