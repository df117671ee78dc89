/** How a text is broken into lines; every character is as wide as high, as in Chinese. */
import { expect, test } from 'vitest';
import { fitted } from '../../../src/images/line-breaks.ts';

const widthOf = (text: string) => Array.from(text).length;
const inLines = (text: string, width: number, lines: number, kind: 'text' | 'list' = 'text') =>
  fitted(text, { kind, width, sizes: [{ size: 1, lines }], widthOf }).lines;

test('lines end between words, and are about as long as each other', () => {
  expect(inLines('推进城市管理执法体制改革', 11, 3)).toEqual(['推进城市管理', '执法体制改革']);
});

test('no line begins with a mark that closes, or ends with one that opens', () => {
  const text = '全面落实，《依法行政》（试行）、办法。';
  for (let width = 4; width < 12; width++) {
    const lines = inLines(text, width, 20);
    expect(lines.join('')).toBe(text);
    if (width < 6) continue;
    for (const line of lines) expect(line).not.toMatch(/^[，》）、。]|[《（]$/u);
  }
});

test('years stay whole', () => {
  expect(inLines('建设实施方案2016—2020年执行', 10, 3)).toContain('2016—2020年');
});

test('names of a list stay whole where they have room', () => {
  expect(inLines('区各行政执法机关、区财政局 按职责分别负责', 16, 2, 'list')).toEqual([
    '区各行政执法机关、',
    '区财政局 按职责分别负责',
  ]);
});

test('a text that is too long ends with … after a word, without the mark before it', () => {
  expect(inLines('深化改革，推进工商注册登记，促进投资便利', 6, 2)).toEqual(['深化改革，', '推进工商…']);
  expect(inLines('x'.repeat(30), 5, 2)).toEqual(['xxxxx', 'xxxx…']);
});

test('a line break of the text is kept, and a smaller size taken before anything is left out', () => {
  const sizes = [
    { size: 2, lines: 1 },
    { size: 1, lines: 2 },
  ];
  expect(fitted('方案\n（2020年）', { kind: 'text', width: 10, sizes, widthOf })).toEqual({
    size: 1,
    lines: ['方案', '（2020年）'],
  });
});
