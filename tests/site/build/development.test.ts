/** `npm run dev` on another plan, as an editor uses it: what is saved shows, what does not hold is listed and changes nothing. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { astro, siteEnvironment } from '../../support/build/build-site.ts';
import { copyCheckout } from '../../support/build/checkout-copy.ts';
import { planRoot } from '../../support/dist.ts';
import { edit, lineOf } from '../../support/helpers.ts';

/** How long an editor waits for a page. */
const SOON = 3000;

// Whoever develops in this checkout while its tests run keeps their own server.
const root = copyCheckout();
const plan = join(root, 'plan');
const file = 'content/tasks/01.md';
let server: ChildProcessWithoutNullStreams;
let log = '';
let url = '';

beforeAll(async () => {
  for (const part of ['content', 'seeds'])
    cpSync(join(planRoot, part), join(plan, part), { recursive: true });
  server = spawn(process.execPath, [astro, 'dev', '--port', '0'], {
    cwd: root,
    // In the foreground, whoever starts it.
    env: { ...siteEnvironment(plan), ASTRO_DEV_BACKGROUND: '1' },
  });
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (part: Buffer) => (log += part.toString()));
  while (url === '') {
    if (server.exitCode !== null) throw new Error(`The server did not start:\n${log}`);
    url = /http:\/\/localhost:\d+/.exec(log)?.[0] ?? '';
    await later(50);
  }
  // The first page compiles what all pages share.
  await titleOf('/tasks/1/');
});
afterAll(async () => {
  server.kill();
  if (server.exitCode === null) await once(server, 'exit');
  rmSync(root, { recursive: true });
});

async function titleOf(address: string): Promise<string> {
  const response = await fetch(url + address);
  expect(response.status).toBe(200);
  return /<title>(.*?) · /.exec(await response.text())?.[1] ?? '';
}

const soon = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: SOON, interval: 100 });

test('a task that is given another title has it on its page and in the list of its section, without a restart', async () => {
  expect(await titleOf('/tasks/1/')).toBe('任务1 治理城市污水');
  edit(plan, file, 'title: 治理城市污水', 'title: 治理城市');
  await soon(() => titleOf('/tasks/1/')).toBe('任务1 治理城市');
  const section = await (await fetch(`${url}/sections/1/`)).text();
  expect(section).toMatch(/<\/span>\s*治理城市<\/a>/);
  expect(log.split(' ready in ')).toHaveLength(2);
});

test('what does not hold is listed with its line, and the page before stays; once mended, the new text shows', async () => {
  const before = await titleOf('/tasks/1/');
  const sound = readFileSync(join(plan, file), 'utf8');
  const from = log.length;
  writeFileSync(
    join(plan, file),
    sound.replace(/title: .*/, 'title: 治理污水').replace('measure: 1', 'measure: one'),
  );
  const place = `${file}:${lineOf(plan, file, 'measure: one')}`;
  await soon(() => log.slice(from)).toMatch(new RegExp(`^${place} {2}measure: .* {2}→ `, 'm'));
  expect(log).toContain('1 finding in the content; the pages stay as they were.');
  // Astro writes what collections hold half a second after a change.
  await later(1000);
  expect(await titleOf('/tasks/1/')).toBe(before);
  writeFileSync(join(plan, file), sound.replace(/title: .*/, 'title: 治理城市污水'));
  await soon(() => titleOf('/tasks/1/')).toBe('任务1 治理城市污水');
});

test('nothing is warned of: a plan may have no pages, corrections, terms or reports of its own', async () => {
  for (const address of ['/', '/about/', '/corrections/', '/glossary/', '/documents/', '/data/', '/search/'])
    expect((await fetch(url + address)).status, address).toBe(200);
  expect(log).not.toContain('[WARN]');
});
