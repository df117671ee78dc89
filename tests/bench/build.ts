/**
 * `npm run bench`: builds generated plans of 65, 650 and 6,500 tasks, or of the sizes given, each as a whole process
 * and from nothing, and prints what that takes and how it grows; then once more after one task has changed. With
 * --starlight, Starlight builds the same texts in turn; it is installed into a temporary folder.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatFindings } from '../../src/content-files/findings.ts';
import { readPlan } from '../../src/assemble/read-plan.ts';
import { measure, putAside, type Taken } from './measure.ts';
import { writePlan } from './plans.ts';
import { buildStarlight, installStarlight } from './starlight.ts';
import { weigh, type Weight } from './weigh.ts';

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
    const build = () =>
      measure(`node node_modules/astro/bin/astro.mjs build --outDir '${dist}'`, root, { PLAN_DIR: home });
    const taken: Taken[] = [];
    const other: Taken[] = [];
    for (let turn = 0; turn < (size > MANY ? 1 : ROUNDS); turn++) {
      // From nothing: neither pages nor a cache of the round before.
      for (const left of [dist, join(home, '.astro')]) putAside(left);
      taken.push(await build());
      if (withStarlight) other.push(await buildStarlight(starlight, plan));
    }
    const weight = await weigh(dist, plan);
    changeTask(home);
    // Its files are not deleted by this build, either.
    putAside(dist);
    rows.push({ size, taken: middle(taken), again: await build(), other: middle(other), ...weight });
    print(rows);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Row extends Weight {
  size: number;
  taken: Taken | undefined;
  /** After a change of one task, with what the build before has kept. */
  again: Taken;
  other: Taken | undefined;
}

function middle(all: Taken[]): Taken | undefined {
  return all.sort((a, b) => a.seconds - b.seconds)[Math.floor(all.length / 2)];
}

/** Rewords a task's note, which is shown on its page and found by the search. */
function changeTask(home: string): void {
  const file = join(home, 'content/tasks/01.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('\n---\n\n', '\n---\n\n内容：'));
}

function print(rows: Row[]): void {
  console.table(
    rows.map(
      ({
        size,
        taken,
        again,
        other,
        pages,
        bytes,
        largest,
        index,
        firstResult: first,
        longestTask: longest,
      }) => ({
        tasks: size,
        seconds: round(taken?.seconds),
        'cpu s': round(taken?.cpuSeconds),
        'memory MB': round(taken?.megabytes),
        'after a change s': round(again.seconds),
        pages,
        'dist MB': round(bytes / 1e6),
        'largest page, KB brotli': `${round(largest.bytes / 1e3)} /${largest.name.replace(/index\.html$/, '')}`,
        'index KB': Math.round(index / 1e3),
        'first result KB': round(first / 1e3),
        'longest task ms': longest > 0 ? Math.round(longest) : '<50',
        ...(other && {
          'Starlight s': round(other.seconds),
          'its cpu s': round(other.cpuSeconds),
          'its memory MB': round(other.megabytes),
        }),
      }),
    ),
  );
}

function round(value = NaN): number {
  return Math.round(value * 10) / 10;
}
