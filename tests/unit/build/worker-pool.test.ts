/** Work on worker threads: what goes wrong there reaches whoever called, and a build never waits for ever. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WorkerPool } from '../../../src/build/shared/worker-pool.ts';
import { readPage } from '../../../src/build/search/read-page.ts';

const module = new URL('../../../src/build/search/read-page.ts', import.meta.url).href;
let workers: WorkerPool;

beforeEach(() => {
  workers = new WorkerPool();
});
afterEach(() => workers.end());

const page = (text: string) =>
  `<main><div data-search-meta='{"kind":"task","order":1}'></div><p data-pagefind-body>${text}</p></main>`;

test('calls are answered, each with its own result', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => String(index));
  const found = await Promise.all(
    texts.map((text) => workers.run(module, readPage, { html: page(text), url: `/${text}/` })),
  );
  expect(found.map(([entry]) => entry?.page)).toMatchObject(
    texts.map((text) => ({ url: `/${text}/`, blocks: [{ text }] })),
  );
});

test('a call that fails leaves the thread to the next', async () => {
  const failing = { html: '<main><p data-pagefind-body></p></main>', url: '/a/' };
  await expect(workers.run(module, readPage, failing)).rejects.toThrow('/a/ has');
  expect(await workers.run(module, readPage, { html: '', url: '/b/' })).toEqual([]);
});

test('where the module does not load, every call fails', async () => {
  const nowhere = new URL('nowhere.ts', module).href;
  const given = { html: '', url: '/a/' };
  await expect(workers.run(nowhere, readPage, given)).rejects.toThrow('nowhere.ts');
  await expect(workers.run(nowhere, readPage, given)).rejects.toThrow('nowhere.ts');
});

test('a thread that dies fails the calls it had, none waits for ever, and another thread takes the next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const file = join(folder, 'dies.mjs');
  writeFileSync(
    file,
    `export const work = (fatal) => fatal ? new Promise(() => { setTimeout(() => { throw new Error('died'); }); }) : 'done';`,
  );
  const work = (fatal: boolean) => String(fatal);
  const call = (fatal: boolean) => workers.run(pathToFileURL(file).href, work, fatal);
  const ends = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => call(index % 2 === 0)));
  const end = ends.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message));
  const fatal = end.filter((_, index) => index % 2 === 0);
  expect(new Set(fatal)).toEqual(new Set(['died']));
  expect(new Set(end)).toEqual(new Set(['died', 'done']));
  expect(await call(false)).toBe('done');
  rmSync(folder, { recursive: true });
});
