import { expect, test } from 'vitest';
import { FULL_WIDTH, toShown } from '../../../src/text/punctuation.ts';
import { punctuationUses } from '../../../src/text/punctuation-uses.ts';
import { line, seedLines } from '../../support/helpers.ts';

test('brackets, commas, colons and semicolons of the seed are shown full-width', () => {
  expect(toShown('目标:甲,乙;丙(丁)')).toBe('目标：甲，乙；丙（丁）');
});

test('a comma or a colon inside a number stays as it is', () => {
  expect(toShown('1,000件,11:07')).toBe('1,000件，11:07');
});

test('a hyphen between two years is shown as one dash, any other stays', () => {
  expect(toShown(line(3))).toBe('钦州市钦南区法治政府建设实施方案（2016—2020年）');
  expect(toShown('甲-乙')).toBe('甲-乙');
});

test('quotation marks, 《》, full stops and the plus sign of 互联网+ stay', () => {
  const untouched = '“互联网+政务服务”、《甲〈乙〉》〔2015〕。3. 甲';
  expect(toShown(untouched)).toBe(untouched);
});

test('punctuation mapped back gives the characters of every line of the text', () => {
  const ascii = new Map([...FULL_WIDTH, ['-', '—'] as const].map(([from, to]) => [to, from]));
  const toSource = (shown: string) => Array.from(shown, (one) => ascii.get(one) ?? one).join('');
  for (const text of seedLines.slice(6)) expect(toSource(toShown(text))).toBe(text);
  expect(toSource(toShown(line(3)))).toBe(line(3));
});

test('full-width punctuation never makes a text longer or shorter', () => {
  for (const text of seedLines) expect(toShown(text)).toHaveLength(text.length);
});

test.each([
  ['电话:0777-2822123,转801', '电话：0777-2822123，转801'],
  ['400-123-4567', '400-123-4567'],
  ['2023-06-30前;2023-6-30', '2023-06-30前；2023-6-30'],
  ['见附件1-1', '见附件1-1'],
  ['2016-2020年,5-10月,3-5个', '2016—2020年，5—10月，3—5个'],
])('a hyphen is a dash only in a range: %s is shown as %s', (source, shown) => {
  expect(toShown(source)).toBe(shown);
});

test('the hyphens that become dashes are counted, the others are not', () => {
  const dashes = punctuationUses('0777-2822123；2016-2020年；2023-06-30').filter(
    ({ shown }) => shown === '—',
  );
  expect(dashes.map(({ count }) => count)).toEqual([1]);
});
