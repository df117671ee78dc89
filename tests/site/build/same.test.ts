/** The same commit gives the same site, byte for byte: in another folder, time zone and language of the machine. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../support/build/build-site.ts';
import { copyCheckout } from '../../support/build/checkout-copy.ts';
import { files, filesBelow, readBytes } from '../../support/dist.ts';

const folder = copyCheckout();
const other = join(folder, 'dist');

let said = '';

beforeAll(async () => {
  said = await buildSite({
    root: folder,
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('two builds have the same files, and every file the same bytes', () => {
  expect(filesBelow(other)).toEqual(files);
  expect(files).toContain('sw.js');
  expect([...files].some((file) => file.startsWith('pagefind/index/'))).toBe(true);
  expect([...files].filter((file) => !readBytes(file).equals(readFileSync(join(other, file))))).toEqual([]);
});

test('whoever builds is told in a handful of lines what was made, and no control characters', () => {
  const lines = said.trim().split('\n');
  expect(lines.length).toBeLessThan(12);
  expect(lines.filter((line) => !/^\d\d:\d\d:\d\d \[site\] \P{C}+$/u.test(line))).toEqual([]);
  const pages = [...files].filter((file) => file.endsWith('/index.html') || file === 'index.html').length;
  expect(said).toContain(`${pages + 1} pages and `);
  expect(lines.at(-1)).toMatch(/finished: [\d.]+ s, in dist\/$/);
});

test('with --verbose each file is named, and nothing of what only this machine should know', async () => {
  const all = await buildSite({ root: folder, args: ['--verbose'], env: { PASSWORD: 'open-sesame' } });
  expect(all).toContain('/tasks/25/index.html');
  expect(all).not.toContain('open-sesame');
});
