import { foldForms } from '../../../src/text/fold-forms.ts';
import { expect, test } from 'vitest';
import { findMatches, lettersOf, normalize, phrases, question } from '../../../src/search/query.ts';

const found = (text: string, phrase: string) =>
  findMatches(text, phrase).map(([start, end]) => text.slice(start, end));

test('only letters and digits count, in one width and one case', () => {
  expect(normalize('“ＰＰＰ 模式”，２０１７年！')).toBe('ppp模式2017年');
  expect(normalize('，。 \n')).toBe('');
});

test('a query is split at whitespace of every kind, each word once', () => {
  expect(phrases(' 区编办　牵头 区编办\u00a0，')).toEqual(['区编办', '牵头']);
  expect(phrases('')).toEqual([]);
});

test('punctuation and blanks inside make no difference, and the match is the original text', () => {
  expect(found('实现“多证合一、一照一码”。', '多证合一一照')).toEqual(['多证合一、一照']);
  expect(found('（钦政发〔2015〕50号）', '201550号')).toEqual(['2015〕50号']);
  expect(found('互联网+政务服务', '网政')).toEqual(['网+政']);
  expect(found('互联网+政务服务', '+')).toEqual([]);
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
    expect(() => [phrases(hostile), findMatches('行政', hostile), question(hostile)]).not.toThrow();
  }
  expect(found('行政', '\ud800行\u202e政')).toEqual(['行政']);
  expect(found('行政', '行政'.repeat(5_000))).toEqual([]);
});

test('reading a text in segments or letter by letter gives the same letters', () => {
  const texts = ['（区编办牵头，2017年）', 'cafe\u0301s 审\ufe00批', '重㎏ｋ政\u0301甲', '\ud800行政'];
  for (const text of texts) expect(normalize(text)).toBe(lettersOf(text).chars);
});

test('a query is its words, and the whole without the blanks between them', () => {
  expect(question('建立 健全，建立')).toEqual({
    words: ['建立', '健全建立'],
    whole: '建立健全建立',
    folded: { words: ['建立', '健全建立'], whole: '建立健全建立' },
    read: '建立健全建立',
  });
  expect(question('一 二 一')).toMatchObject({ words: ['一', '二'], whole: '一二一' });
});

test('characters of the table are replaced by those of the texts, all others stay', () => {
  expect(question('行政審批', '審审')).toEqual({
    words: ['行政審批'],
    whole: '行政審批',
    folded: { words: ['行政审批'], whole: '行政审批' },
    read: '行政审批',
  });
  expect(question('行政審批').folded.words).toEqual(['行政審批']);
});

test.for([
  ['二〇二〇年', '2020年'],
  ['二○二○年', '2020年'],
  ['二零二零年', '2020年'],
  ['二◯二◯年底前', '2020年底前'],
  ['一百零五', '一百〇五'],
  ['人⺠政府', '人民政府'],
  ['⾏政⻔', '行政门'],
  ['零容忍', '〇容忍'],
  ['十三五', '十三五'],
] as const)('%s is folded to %s', ([query, folded]) => {
  expect(question(query).folded.whole).toBe(folded);
  expect(foldForms(query)).toHaveLength(query.length);
});
