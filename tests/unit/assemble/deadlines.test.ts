/** The times that texts set, and what only looks like one. */
import { expect, test } from 'vitest';
import { timesIn, timesOfSegment } from '../../../src/clauses/dates.ts';

const read = (text: string, year?: string) =>
  timesIn(text, year).map(({ words, date }) => `${words}${date === undefined ? '' : ` ${date}`}`);

test.each([
  ['2017年底前完成', ['2017年底前 2017-12-31']],
  ['2017年年底前完成', ['2017年年底前 2017-12-31']],
  ['2018年6月底前完成', ['2018年6月底前 2018-06-30']],
  ['２０１８年２月底前完成', ['２０１８年２月底前 2018-02-28']],
  ['2020年2月底前完成', ['2020年2月底前 2020-02-29']],
  ['2018年6月30日前完成', ['2018年6月30日前 2018-06-30']],
  ['2018年6月底前报送，12月底前完成', ['2018年6月底前 2018-06-30', '12月底前 2018-12-31']],
  ['2018年3月底前启动，年底前完成', ['2018年3月底前 2018-03-31', '年底前 2018-12-31']],
  ['2018年，启动改造；12月底前完成', ['12月底前 2018-12-31']],
  ['2019年上半年完成', ['2019年上半年 2019-06-30']],
  ['2020年第三季度完成', ['2020年第三季度 2020-09-30']],
  ['2018年年内完成', ['2018年年内 2018-12-31']],
  ['2018年启动，年内完成', ['年内 2018-12-31']],
  ['12月底前完成', ['12月底前']],
  ['年底前完成', ['年底前']],
  ['2018年6月前完成', ['2018年6月前']],
  ['2018年2月30日前完成', ['2018年2月30日前']],
  ['2018年13月底前完成', ['2018年13月底前']],
  ['做好工作，长期坚持。', ['长期坚持']],
  ['做好工作，持续推进。', ['持续推进']],
  ['每年12月前公布计划', ['每年12月前']],
  ['每年年底前检查', ['每年年底前']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  '30日内办结',
  '3年以上',
  '三年内',
  '5个工作日内',
  '服务满1年以上',
  '持续推进改革',
  '截至2017年底',
  '2016—2020年',
  '到2020年',
  '依据《某某市2018年底前整治方案》',
  '2018年以来',
])('%s is no time', (text) => {
  expect(read(text)).toEqual([]);
});

test('a year that was said before carries over into what follows', () => {
  expect(read('12月底前完成', '2018')).toEqual(['12月底前 2018-12-31']);
});

test.each(['2017年底', '2019年完成', '甲', '2018年6月', ''])(
  '“%s” is no segment of time without a label',
  (segment) => {
    expect(timesOfSegment(segment)).toBeUndefined();
  },
);

test.each([
  ['2018年底完成', ['2018-12-31']],
  ['2018年6月完成', ['2018-06-30']],
  ['于2018年6月底前完成', ['2018-06-30']],
  ['力争2018年底前完成', ['2018-12-31']],
  ['2018—2020年', [undefined]],
  ['2018年起持续实施', [undefined]],
])('the segment “%s” sets %j', (segment, dates) => {
  expect(timesOfSegment(segment)?.map(({ date }) => date)).toEqual(dates);
});

test.each([
  ['2018年6月', '2018-06-30'],
  ['2018年6月底', '2018-06-30'],
  ['2018年', '2018-12-31'],
  ['2018年6月15日', '2018-06-15'],
  ['长期坚持', undefined],
])('after 完成时限： %s is enough', (segment, date) => {
  expect(timesOfSegment(segment, true)?.map((time) => time.date)).toEqual([date]);
});
