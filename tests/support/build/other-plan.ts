/** Global setup of the projects that build another plan's site: imports its file from tests/plans/, then builds. */
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { formatFindings } from '../../../src/content-files/findings.ts';
import { importFile } from '../../../src/import/import-plan.ts';
import { buildSite } from './build-site.ts';

/** Called by vitest for a project with `SITE_SEED`, `SITE_PLAN` and `SITE_DIST`. `SKIP_BUILD=1` takes what is there. */
export default async function buildOtherPlan({ config }: TestProject): Promise<void> {
  const {
    SITE_SEED: seed = '',
    SITE_PLAN: folder = '',
    SITE_DIST: dist = '',
  } = config.env as Record<string, string>;
  if (process.env.SKIP_BUILD === '1') return;
  rmSync(folder, { recursive: true, force: true });
  const { findings } = importFile(seed, folder);
  if (findings.length > 0) throw new Error(`${seed} was not imported:\n${formatFindings(findings)}`);
  await buildSite({ plan: folder, outDir: dist });
}
