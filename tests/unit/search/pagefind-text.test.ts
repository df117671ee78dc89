import { expect, test } from 'vitest';
import { BREAK, readBlocks, spaced, writeBlocks } from '../../../src/search/pagefind-text.ts';

test('in the index every character is a word, and punctuation is never one', () => {
  expect(spaced('（区编办牵头，2017年）').trim().split(' ')).toEqual(
    '（区 编 办 牵 头， 2 0 1 7 年）'.split(' '),
  );
  expect(spaced('前 “后”_x').trim()).toBe('前␣“ 后”␣ x');
  expect(() => spaced('\ud800\u202e\u0000')).not.toThrow();
});

test('blocks that continue are one text, others are separated by a word that no phrase has', () => {
  expect(writeBlocks([{ text: '甲。' }, { text: '（乙）', on: true }, { text: '丙' }])).toBe(
    ` 甲。␟ （乙） ${BREAK} 丙`,
  );
});

test('text written for the index is read back unchanged', () => {
  const blocks = [
    { text: '甲乙，PPP 模式。', on: false },
    { text: '“丙”', on: true },
    { text: '2017', on: false },
  ];
  expect(readBlocks(writeBlocks(blocks))).toEqual(blocks);
});
