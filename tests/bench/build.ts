/**
 * `npm run bench`: builds generated plans of 65, 650 and 6,500 tasks, or of the sizes given, each as a whole process
 * and from nothing, and prints what that takes and how it grows. With --starlight, Starlight builds the same texts
 * in turn; it is installed into a temporary folder.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../src/plan/model.ts';
import { formatFindings } from '../../src/content-files/findings.ts';
import { readPlan } from '../../src/assemble/read-plan.ts';
import { openSite } from '../support/browser.ts';
import { serveCompressed } from './compressed.ts';
import { measure, type Taken } from './measure.ts';
import { writePlan } from './plans.ts';
import { buildStarlight, installStarlight } from './starlight.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const withStarlight = process.argv.includes('--starlight');
const given = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const sizes = given.length > 0 ? given : [65, 650, 6500];

/** Machines are noisy: builds take turns, and the one in the middle counts. Beyond so many tasks one round has to do. */
const [ROUNDS, MANY] = [3, 1000];

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const starlight = join(folder, 'starlight');
  if (withStarlight) await installStarlight(starlight);
  const rows: Row[] = [];
  for (const size of sizes) {
    const home = join(folder, String(size));
    writePlan(home, size);
    const { plan, findings } = readPlan(home);
    if (!plan) throw new Error(formatFindings(findings));
    const dist = join(home, 'dist');
    const taken: Taken[] = [];
    const other: Taken[] = [];
    for (let turn = 0; turn < (size > MANY ? 1 : ROUNDS); turn++) {
      // From nothing: neither pages nor a cache of the round before.
      for (const left of [dist, join(home, '.astro')]) rmSync(left, { recursive: true, force: true });
      taken.push(
        await measure(`node node_modules/astro/bin/astro.mjs build --outDir '${dist}'`, root, {
          PLAN_DIR: home,
        }),
      );
      if (withStarlight) other.push(await buildStarlight(starlight, plan));
    }
    rows.push({ size, taken: middle(taken), other: middle(other), ...(await weigh(dist, plan)) });
    print(rows);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Row {
  size: number;
  taken: Taken | undefined;
  other: Taken | undefined;
  pages: number;
  bytes: number;
  index: number;
  firstResult: number;
}

function middle(all: Taken[]): Taken | undefined {
  return all.sort((a, b) => a.seconds - b.seconds)[Math.floor(all.length / 2)];
}

/** What a build has left, and what a reader is sent for the first result of a search. */
async function weigh(
  dist: string,
  plan: Plan,
): Promise<Pick<Row, 'pages' | 'bytes' | 'index' | 'firstResult'>> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stat: statSync(join(dist, name)) }))
    .filter(({ stat }) => stat.isFile());
  const sum = (some: typeof files) => some.reduce((bytes, { stat }) => bytes + stat.size, 0);
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: sum(files),
    index: sum(files.filter(({ name }) => /^(?:pagefind|search)[\\/].*(?<!\.html)$/.test(name))),
    firstResult: await firstResult(dist, plan),
  };
}

/** Bytes from opening the search for words of one task until that task stands there. */
async function firstResult(dist: string, { tasks }: Plan): Promise<number> {
  const task = tasks[Math.floor(tasks.length / 2)];
  const server = await serveCompressed(dist);
  const site = await openSite({ dir: dist });
  try {
    const { page } = await site.newPage();
    server.sent();
    await page.goto(`${server.url}/search/?q=${encodeURIComponent(task?.title ?? '')}`, {
      waitUntil: 'commit',
    });
    await page.waitForSelector(`[data-match=exact] [data-result] a[href^="/tasks/${task?.number ?? 0}/"]`);
    return server.sent();
  } finally {
    await site.close();
    server.close();
  }
}

function print(rows: Row[]): void {
  console.table(
    rows.map(({ size, taken, other, pages, bytes, index, firstResult: first }) => ({
      tasks: size,
      seconds: round(taken?.seconds),
      'cpu s': round(taken?.cpuSeconds),
      'memory MB': round(taken?.megabytes),
      pages,
      'ms a page': round((taken?.seconds ?? NaN) * (1000 / pages)),
      'dist MB': round(bytes / 1e6),
      'index KB': Math.round(index / 1e3),
      'first result KB': round(first / 1e3),
      ...(other && {
        'Starlight s': round(other.seconds),
        'its cpu s': round(other.cpuSeconds),
        'its memory MB': round(other.megabytes),
      }),
    })),
  );
}

function round(value = NaN): number {
  return Math.round(value * 10) / 10;
}
