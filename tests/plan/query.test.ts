import { expect, test } from 'vitest';
import {
  BREAK,
  contains,
  findMatches,
  normalize,
  phrases,
  spaced,
  spacing,
  unspaced,
} from '../../src/plan/query.ts';

const found = (text: string, phrase: string) =>
  findMatches(text, phrase).map(([start, end]) => text.slice(start, end));

test('only letters and digits count, in one width and one case', () => {
  expect(normalize('“ＰＰＰ 模式”，２０１７年！')).toBe('ppp模式2017年');
  expect(normalize('，。 \n')).toBe('');
});

test('a query is split at blanks of every kind, each word once', () => {
  expect(phrases(' 区编办　牵头 区编办\u00a0，')).toEqual(['区编办', '牵头']);
  expect(phrases('')).toEqual([]);
});

test('marks and blanks inside make no difference, and the match is the original text', () => {
  expect(found('实现“多证合一、一照一码”。', '多证合一一照')).toEqual(['多证合一、一照']);
  expect(found('（钦政发〔2015〕50号）', '201550号')).toEqual(['2015〕50号']);
  expect(contains('互联网+政务服务', '网政')).toBe(true);
  expect(contains('互联网+政务服务', '+')).toBe(false);
});

test('every match is found, none of them overlapping', () => {
  expect(findMatches('一一一一', '一一')).toEqual([
    [0, 2],
    [2, 4],
  ]);
  expect(found('区发改局、区财政局', '区')).toHaveLength(2);
});

test('characters outside the basic plane and those that expand are found whole', () => {
  expect(found('在𠮷野家', '𠮷野')).toEqual(['𠮷野']);
  expect(found('重㎏', 'k')).toEqual(['㎏']);
  expect(found('㈠总则', '一总')).toEqual(['㈠总']);
  expect(found('cafe\u0301s', 'café')).toEqual(['cafe\u0301']);
});

test('lone surrogates, control characters and very long queries do no harm', () => {
  for (const hostile of ['\ud800', '\udc00政\ud800', '\u202e\u0000政', '政'.repeat(10_000)]) {
    expect(() => [phrases(hostile), findMatches('行政', hostile), spaced(hostile)]).not.toThrow();
  }
  expect(contains('行政', '\ud800行\u202e政')).toBe(true);
  expect(contains('行政', '行政'.repeat(5_000))).toBe(false);
});

test('in the index every letter is a word, and a mark never stands alone', () => {
  expect(spaced('（区编办牵头，2017年）').trim().split(' ')).toEqual(
    '（区 编 办 牵 头， 2 0 1 7 年）'.split(' '),
  );
  expect(spaced('前 “后”_x').trim()).toBe('前␣“ 后”␣ x');
});

test('text goes on from node to node, and a block begins with a word of its own', () => {
  const space = spacing();
  expect(space.text('终。')).toBe(' 终。');
  expect(space.text('“')).toBe('“');
  expect(space.text('始')).toBe(' 始');
  space.edge();
  expect(space.text('（')).toBe(' （');
  expect(space.text('区')).toBe('区');
});

test('what is written for the index is read back as it was, with the place of every word', () => {
  const { text, starts } = unspaced(`${spaced('甲乙，PPP 模式。')} ${BREAK}${spaced('丙')}␣`);
  expect(text).toBe(`甲乙，PPP 模式。${BREAK}丙`);
  expect(starts.map((start) => text[start])).toEqual(['甲', '乙', 'P', 'P', 'P', '模', '式', BREAK, '丙']);
});
