/** What is done otherwise where a plan is large: few would want it, or could open it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { expect, onTestFinished, test } from 'vitest';
import { toPng } from '../../../src/images/png.ts';
import { keptFiles } from '../../../src/build/offline/service-worker.ts';
import { formatsOf, svgFile } from '../../../src/charts/svg-file.ts';
import { el, type Chart } from '../../../src/charts/svg.ts';

const picture: Chart = {
  kind: 'matrix',
  title: '各单位在各期限的任务',
  description: '',
  caption: '钦南区 2016—2020',
  width: 200,
  height: 60,
  fontSize: 14,
  legend: [],
  nodes: [el('text', { y: 20, 'font-weight': 600 }, '区发改局fi（1）')],
};

test('a picture that few programs could open is offered as SVG, and says so itself', () => {
  const large = { ...picture, width: 2000, height: 20_000 };
  expect([formatsOf(picture), formatsOf(large)]).toEqual([
    ['SVG', 'PNG', 'CSV'],
    ['SVG', 'CSV'],
  ]);
  expect(svgFile(picture, [])).not.toContain('data-png');
  expect(svgFile(large, [])).toMatch(/^<svg[^>]* data-png="none"/);
});

test('with the characters that are written alone, a picture is drawn as with the whole font', async () => {
  const svg = svgFile(picture, []);
  const files = createRequire(import.meta.url);
  const fontFiles = ['400Regular/NotoSansSC_400Regular', '600SemiBold/NotoSansSC_600SemiBold'].map((name) =>
    files.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`),
  );
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
  const whole = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng();
  expect((await toPng(svg)).equals(whole)).toBe(true);
});

test('of a site of very many megabytes nothing is kept for use without a network', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => {
    rmSync(dist, { recursive: true });
  });
  writeFileSync(join(dist, 'index.html'), '<p>');
  writeFileSync(join(dist, 'calendar.ics'), Buffer.alloc(30_000_000));
  expect((await keptFiles(dist)).files.map(({ url }) => url)).toEqual(['./']);
  writeFileSync(join(dist, 'large.html'), readFileSync(join(dist, 'calendar.ics')));
  expect(await keptFiles(dist)).toEqual({ files: [], stored: 0 });
});
