/** An office builds into the folder that it serves: readers find the site before or the new one, never a part of one. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { astro, buildSite, siteEnvironment } from '../../support/build/build-site.ts';
import { copyCheckout } from '../../support/build/checkout-copy.ts';
import { filesBelow, planRoot } from '../../support/dist.ts';

const root = copyCheckout();
const plan = join(root, 'plan');
const dist = join(root, 'dist');
const publicFolder = join(root, 'public');
let site: Map<string, Buffer>;

/** The files of the site, without those of version control. */
const contents = (folder = dist) => {
  const names = [...filesBelow(folder)].filter((file) => !file.startsWith('.git/'));
  return new Map(names.map((file) => [file, readFileSync(join(folder, file))]));
};
const build = () => buildSite({ root, plan });
/** What a build that fails says. */
const failing = () =>
  build().then(
    () => '',
    (error: unknown) => String(error),
  );

/** Builds without the lock of the tests, and ends it when it has said `words`. */
function endedAt(words: string): Promise<string> {
  const child = spawn(process.execPath, [astro, 'build'], { cwd: root, env: siteEnvironment(plan) });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes(words)) child.kill('SIGKILL');
    });
  return new Promise((resolve) => {
    child.on('close', () => {
      resolve(said);
    });
  });
}

beforeAll(async () => {
  for (const part of ['content', 'seeds'])
    cpSync(join(planRoot, part), join(plan, part), { recursive: true });
  mkdirSync(join(dist, '.git'), { recursive: true });
  writeFileSync(join(dist, '.git/HEAD'), 'ref');
  writeFileSync(join(dist, 'old.html'), 'a page of another program');
  await build();
  site = contents();
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('what was there before is gone, version control stays', () => {
  expect(existsSync(join(dist, 'old.html'))).toBe(false);
  expect(readFileSync(join(dist, '.git/HEAD'), 'utf8')).toBe('ref');
  expect(site.has('index.html')).toBe(true);
});

test('a build that is ended leaves the site; the next one is whole and needs nothing removed', async () => {
  expect(await endedAt('bundled')).not.toContain('finished');
  expect(contents()).toEqual(site);
  await build();
  expect(contents()).toEqual(site);
});

test('a build that fails at its end leaves the site, and says in plain words why', async () => {
  mkdirSync(join(publicFolder, 'tasks/1/index.html'), { recursive: true });
  for (const name of ['sw.js', 'tasks/2', 'tasks/1/index.html/a.txt', 'plan'])
    writeFileSync(join(publicFolder, name), 'of the editor');
  const lines = (await failing()).trim().split('\n');
  rmSync(join(publicFolder, 'tasks'), { recursive: true });
  for (const name of ['sw.js', 'plan']) rmSync(join(publicFolder, name));
  expect(lines.slice(-5)).toEqual([
    ...['plan', 'sw.js', 'tasks/1/index.html/a.txt', 'tasks/2'].map(
      (name) => `public/${name}  the site writes a file of this name itself  → give it another name`,
    ),
    'Nothing was built.',
  ]);
  expect(lines.join('\n')).not.toContain('unhandled');
  expect(contents()).toEqual(site);
});

test('of two builds at once, one says that the other is running', async () => {
  const first = build();
  // Until the first has its lock.
  while (!existsSync(join(root, '.astro/build-lock')))
    await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await endedAt('bundled');
  expect(second).toContain('Another build is running in this folder  → wait until it has ended');
  expect(second).not.toContain('bundled');
  await first;
  expect(contents()).toEqual(site);
});

test('a folder that leads elsewhere, as to that of a server, goes on doing so', async () => {
  const served = join(root, 'served');
  renameSync(dist, served);
  symlinkSync(served, dist);
  const before = statSync(served).ino;
  await build();
  expect(statSync(served).ino).toBe(before);
  expect(contents()).toEqual(site);
});

/** A folder in memory: another disk than that of the checkout. */
const MEMORY = '/dev/shm';

test.skipIf(!existsSync(MEMORY))('plan and site may be on another disk than the program', async () => {
  const folder = mkdtempSync(join(MEMORY, 'plan-'));
  try {
    for (const part of ['content', 'seeds'])
      cpSync(join(plan, part), join(folder, part), { recursive: true });
    for (const outDir of [dist, join(folder, 'dist')]) {
      await buildSite({ root, plan: folder, outDir });
      expect(contents(outDir)).toEqual(site);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file where the site shall be is said before anything is built', async () => {
  rmSync(dist);
  writeFileSync(dist, '');
  expect(await failing()).toContain(
    `${dist} is a file  → move it away: a folder has to be here\nNothing was built.`,
  );
});
