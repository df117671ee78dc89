/** Global setup of the projects that build another plan's site: imports its file from tests/plans/, or makes a plan up. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { formatFindings } from '../../../src/content-files/findings.ts';
import { importFile } from '../../../src/import/import-plan.ts';
import { writePlan } from '../../bench/plans.ts';
import { buildSite } from './build-site.ts';

/**
 * Called by vitest for a project with `SITE_SEED` or `SITE_TASKS`, `SITE_PLAN` and `SITE_DIST`. `SKIP_BUILD=1` takes what
 * is there.
 */
export default async function buildOtherPlan({ config }: TestProject): Promise<void> {
  const {
    SITE_SEED: seed,
    SITE_TASKS: tasks = '0',
    SITE_PLAN: folder = '',
    SITE_DIST: dist = '',
  } = config.env as Record<string, string>;
  if (process.env.SKIP_BUILD === '1') return;
  rmSync(folder, { recursive: true, force: true });
  if (seed === undefined) writeGeneratedPlan(folder, Number(tasks));
  else importSeedFile(seed, folder);
  await buildSite({ plan: folder, outDir: dist });
}

function importSeedFile(seed: string, folder: string): void {
  const { findings } = importFile(seed, folder);
  if (findings.length > 0) throw new Error(`${seed} was not imported:\n${formatFindings(findings)}`);
}

/** With the default pages: those of our own plan say what does not hold for it. */
function writeGeneratedPlan(folder: string, tasks: number): void {
  writePlan(folder, tasks);
  rmSync(join(folder, 'content/pages'), { recursive: true });
}
