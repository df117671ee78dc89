import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { iconPng } from '../../../src/images/icon.ts';
import { cardPng, cardSvg, type Card } from '../../../src/images/share-card.ts';

/** Width and height, as a PNG file states them. */
function sizeOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(String.fromCharCode(...png.slice(1, 4))).toBe('PNG');
  return [view.getUint32(16), view.getUint32(20)];
}

const card: Card = {
  kicker: '任务12',
  title: '深化商事制度改革，推进工商注册登记制度便利化',
  facts: ['区工商局 牵头', '2018年底前'],
  foot: '钦南区法治政府建设实施方案',
};

test('a picture has the size that shared links want, and is the same each time', () => {
  const png = cardPng(card);
  expect(sizeOf(png)).toEqual([1200, 630]);
  expect(cardPng(card)).toEqual(png);
});

test('whatever is shown changes the picture', () => {
  const others: Card[] = [
    { ...card, kicker: '任务13' },
    { ...card, title: '深化商事制度改革' },
    { ...card, facts: ['区工商局 牵头', '2019年底前'] },
    { ...card, foot: '另一方案' },
  ];
  expect(new Set([card, ...others].map(cardSvg)).size).toBe(5);
});

/** Where there is ink besides the two rules across the top, in pixels: left, top, right, bottom. */
function inked(svg: string): [number, number, number, number] {
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const paper = pixels.subarray(0, 3).join();
  const box: [number, number, number, number] = [width, height, 0, 0];
  for (let y = 50; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (pixels.subarray(at, at + 3).join() === paper) continue;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  return box;
}

const square = ([left, top, right, bottom]: number[]) =>
  (left ?? 0) > 285 && (right ?? 0) < 915 && (top ?? 0) > 50 && (bottom ?? 0) < 622;

test('however long the words are, they stay in the square of the middle', () => {
  expect(square(inked(cardSvg(card)))).toBe(true);
  const words = fc.string({
    unit: fc.constantFrom('推进', '区发改局、', '（2016—2020年）', 'W', 'Microsoft', ' ', '𫧅', '…', '<b>'),
    maxLength: 120,
  });
  const cards = fc.record({ kicker: words, title: words, facts: fc.tuple(words, words), foot: words });
  fc.assert(
    fc.property(cards, (one) => square(inked(cardSvg(one)))),
    {
      numRuns: 15,
      examples: [
        [{ kicker: '任务1-1', title: 'W'.repeat(400), facts: ['局'.repeat(300), ''], foot: '年'.repeat(90) }],
      ],
    },
  );
});

test('a character that the font lacks becomes an empty square, as in print: no editor can change the text', () => {
  expect(cardSvg({ ...card, title: '推进𫧅改革' })).toBe(cardSvg({ ...card, title: '推进□改革' }));
});

test('an icon has the size asked for', () => {
  expect(sizeOf(iconPng(180, '#a4262c'))).toEqual([180, 180]);
});
