/** Work on worker threads: what goes wrong there reaches whoever called, and a build never waits for ever. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WorkerPool } from '../../../src/build/shared/worker-pool.ts';

let workers: WorkerPool;
let folder = '';
/** What the threads do. */
let module = '';

const WORK = `export function work(number) {
  if (number < 0) throw new Error(number + ' is below 0');
  if (number === 0) return new Promise(() => setTimeout(() => { throw new Error('died'); }));
  return 2 * number;
}`;
/** Names the function there. */
const work = (number: number): number => number;

beforeEach(() => {
  workers = new WorkerPool();
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const file = join(folder, 'work.mjs');
  writeFileSync(file, WORK);
  module = pathToFileURL(file).href;
});
afterEach(async () => {
  await workers.end();
  rmSync(folder, { recursive: true });
});

test('calls are answered, each with its own result', async () => {
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  const doubled = numbers.map((number) => 2 * number);
  expect(await Promise.all(numbers.map((number) => workers.run(module, work, number)))).toEqual(doubled);
});

test('a call that fails leaves the thread to the next', async () => {
  await expect(workers.run(module, work, -1)).rejects.toThrow('-1 is below 0');
  expect(await workers.run(module, work, 1)).toBe(2);
});

test('where the module does not load, every call fails', async () => {
  const nowhere = new URL('nowhere.ts', module).href;
  await expect(workers.run(nowhere, work, 1)).rejects.toThrow('nowhere.ts');
  await expect(workers.run(nowhere, work, 1)).rejects.toThrow('nowhere.ts');
});

test('an answer that arrives after its thread has died is no error of the build', async () => {
  const deaths = Array.from({ length: 20 }, async (_, index) => {
    const pool = new WorkerPool();
    const calls = Array.from({ length: 40 }, (_, call) => pool.run(module, work, (call + index) % 4));
    await Promise.allSettled(calls);
    await pool.end();
  });
  await Promise.all(deaths);
});

test('a thread that dies fails the calls it had, none waits for ever, and another thread takes the next', async () => {
  const calls = Array.from({ length: 40 }, (_, index) => workers.run(module, work, index % 2));
  const ends = (await Promise.allSettled(calls)).map((one) =>
    one.status === 'fulfilled' ? one.value : (one.reason as Error).message,
  );
  const fatal = ends.filter((_, index) => index % 2 === 0);
  // Of those that wait for the same thread, some may fail because it is ended.
  expect(fatal).not.toContain(2);
  expect(fatal).toContain('died');
  expect(ends).toContain(2);
  expect(await workers.run(module, work, 1)).toBe(2);
});
