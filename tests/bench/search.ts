/**
 * `npm run bench:search`: measures the search as a reader with a slow line and a slow processor meets it: 1.6 Mbit/s,
 * 150 ms a request, a fourth of this machine's speed, everything sent with brotli, nothing in the cache. It searches
 * dist/ and, where sizes are given (`-- 650 6500`), generated plans of so many tasks, which it builds; or the built sites
 * in the folders given. Beside time and bytes stands the longest task of the main thread.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlanData } from '../../src/data/formats/plan-json-fields.ts';
import { buildSite } from '../support/build/build-site.ts';
import { writePlan } from './plans.ts';
import { measureSearch } from './search-cases.ts';

const RUNS = 5;

async function measureSite(dist: string): Promise<void> {
  const { tasks } = JSON.parse(readFileSync(join(dist, 'data/plan.json'), 'utf8')) as PlanData;
  console.log(`\n${tasks.length} tasks`);
  for (const { what, ms, bytes, longest } of await measureSearch(dist, RUNS))
    console.log(
      `${(ms / 1000).toFixed(2)} s  ${(bytes / 1000).toFixed(1).padStart(6)} KB  ${longest > 0 ? Math.round(longest) : '<50'} ms at once  ${what}`,
    );
}

const given = process.argv.slice(2);
const isSize = (one: string) => /^\d+$/.test(one);
const folders = given.filter((one) => !isSize(one));
for (const dist of folders.length > 0 ? folders : [fileURLToPath(new URL('../../dist', import.meta.url))])
  await measureSite(dist);
for (const size of given.filter(isSize).map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writePlan(folder, size);
    await buildSite({ plan: folder, outDir: join(folder, 'dist') });
    await measureSite(join(folder, 'dist'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
