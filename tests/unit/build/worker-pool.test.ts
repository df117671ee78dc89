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

test('a thread that dies fails its call, and others take those that wait', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const file = join(folder, 'dies.mjs');
  writeFileSync(
    file,
    `export const work = (fatal) => fatal ? new Promise(() => { setTimeout(() => { throw new Error('died'); }); }) : 'done';`,
  );
  const work = (fatal: boolean) => String(fatal);
  const calls = Array.from({ length: 40 }, (_, index) =>
    workers.run(pathToFileURL(file).href, work, index % 2 === 0),
  );
  const ends = await Promise.allSettled(calls);
  rmSync(folder, { recursive: true });
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : (end.reason as Error).message))).toEqual(
    calls.map((_, index) => (index % 2 === 0 ? 'died' : 'done')),
  );
});
