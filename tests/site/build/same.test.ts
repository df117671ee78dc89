/** The same commit gives the same site, byte for byte: in another folder, time zone and language of the machine. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../support/build/build-site.ts';
import { copyCheckout } from '../../support/build/checkout-copy.ts';
import { files, filesBelow, readBytes } from '../../support/dist.ts';

const folder = copyCheckout();
const other = join(folder, 'dist');

beforeAll(() =>
  buildSite({
    root: folder,
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  }),
);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('two builds have the same files, and every file the same bytes', () => {
  expect(filesBelow(other)).toEqual(files);
  expect(files).toContain('sw.js');
  expect([...files].some((file) => file.startsWith('pagefind/index/'))).toBe(true);
  expect([...files].filter((file) => !readBytes(file).equals(readFileSync(join(other, file))))).toEqual([]);
});
