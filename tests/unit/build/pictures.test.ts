/** Pictures are drawn once and kept between builds, under names that change with everything that they show. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draw } from '../../../src/build/pictures/draw.ts';
import { Pictures } from '../../../src/build/pictures/pictures.ts';
import type { Card } from '../../../src/images/share-card.ts';
import { shareCards } from '../../../src/metadata/share-cards.ts';
import { publishedPlan } from '../../support/helpers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.doUnmock('../../../src/images/font.ts');
  vi.resetModules();
});

const card: Card = { kicker: '任务1', title: '推进改革', facts: [], foot: '方案' };
const svg = (text: string, more = '') =>
  `<svg${more} xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text y="20">${text}</text></svg>`;

test('what was drawn is kept, and what shows something else is drawn', async () => {
  const pictures = [{ card }, { svg: svg('图') }];
  const first = await draw({ folder, pictures });
  expect(first.map(({ kept }) => kept)).toEqual([false, false]);
  expect(await draw({ folder, pictures })).toEqual(first.map((one) => ({ ...one, kept: true })));
  const others = [{ card: { ...card, title: '推进变革' } }, { svg: svg('图二') }];
  expect((await draw({ folder, pictures: others })).map(({ kept }) => kept)).toEqual([false, false]);
  expect(readdirSync(folder)).toHaveLength(4);
});

test('with another font everything is drawn anew', async () => {
  const [before] = await draw({ folder, pictures: [{ card }] });
  const fonts = await import('../../../src/images/font.ts');
  vi.resetModules();
  vi.doMock('../../../src/images/font.ts', () => ({ ...fonts, fontFiles: () => fonts.fontFiles().slice(1) }));
  const again = await import('../../../src/build/pictures/draw.ts');
  const [after] = await again.draw({ folder, pictures: [{ card }] });
  expect(after?.kept).toBe(false);
  expect(after?.name).not.toBe(before?.name);
});

test('a chart that no page offers as PNG is not drawn', async () => {
  expect(await draw({ folder, pictures: [{ svg: svg('图', ' data-png="none"') }] })).toEqual([
    { name: undefined, kept: true },
  ]);
});

test('only where the host is known tasks, sections and units have pictures of their own', () => {
  const of = (withOwn: boolean) => shareCards(publishedPlan(), withOwn).map(([address]) => address);
  expect(of(false)).toHaveLength(8);
  expect(of(true)).toEqual(
    expect.arrayContaining([
      ...of(false),
      '/og/tasks/65.png',
      '/og/sections/8.png',
      '/og/units/qu-fagai-ju.png',
    ]),
  );
});

test('a site gets its pictures, a PNG of each chart as published, and nothing old is kept', async () => {
  const root = join(folder, 'dist') + sep;
  const kept = join(folder, 'kept');
  mkdirSync(kept);
  writeFileSync(join(kept, 'old.png'), 'of a build before');
  const log = vi.fn();
  const pictures = new Pictures(kept);
  pictures.addChart('timeline/timeline.svg', svg('已发布'));
  pictures.addChart('matrix/large.svg', svg('很大', ' data-png="none"'));
  pictures.addCards(Array.from({ length: 9 }, (_, index) => [`og/${index}.png`, card]));
  await pictures.place({ root, base: '/', log });
  const [chart] = await draw({ folder: kept, pictures: [{ svg: svg('已发布') }] });
  expect(chart?.kept).toBe(true);
  expect(readFileSync(join(root, 'timeline/timeline.png'))).toEqual(
    readFileSync(join(kept, chart?.name ?? '')),
  );
  expect(readdirSync(join(root, 'og'))).toHaveLength(9);
  expect(existsSync(join(root, 'matrix'))).toBe(false);
  // Two files: all nine show the same.
  expect(readdirSync(kept)).toHaveLength(2);
});
