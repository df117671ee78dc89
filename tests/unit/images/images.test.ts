import { expect, test } from 'vitest';
import { cardPng } from '../../../src/images/share-card.ts';
import { iconPng } from '../../../src/images/icon.ts';

/** Width and height, as a PNG file states them. */
function sizeOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(String.fromCharCode(...png.slice(1, 4))).toBe('PNG');
  return [view.getUint32(16), view.getUint32(20)];
}

const card = { kicker: '任务', title: ['实施方案', '（2016—2020年）'], foot: '钦南区人民政府办公室' };

test('a picture has the size that shared links want, and is the same each time', async () => {
  const png = await cardPng(card);
  expect(sizeOf(png)).toEqual([1200, 630]);
  expect(await cardPng(card)).toEqual(png);
});

test('a character that the font lacks stops the build', async () => {
  await expect(cardPng({ ...card, kicker: '任务𫧅' })).rejects.toThrow('lacks “𫧅”');
});

test('an icon has the size asked for', () => {
  expect(sizeOf(iconPng(180, '#a4262c'))).toEqual([180, 180]);
});
