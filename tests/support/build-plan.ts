/** Global setup of the projects that build another plan's site: imports its text from tests/plans/, then builds. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { importSeed } from '../../src/import/import-plan.ts';
import { formatFindings } from '../../src/content-files/findings.ts';

/** Called by vitest for a project with `SITE_SEED`, `SITE_PLAN` and `SITE_DIST`. `SKIP_BUILD=1` takes what is there. */
export default function buildPlan({ config }: TestProject): void {
  const {
    SITE_SEED: seed = '',
    SITE_PLAN: folder = '',
    SITE_DIST: dist = '',
  } = config.env as Record<string, string>;
  if (process.env.SKIP_BUILD === '1') return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'seeds'), { recursive: true });
  copyFileSync(seed, join(folder, 'seeds', basename(seed)));
  const { findings } = importSeed(folder);
  if (findings.length > 0) throw new Error(`${seed} was not imported:\n${formatFindings(findings)}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', dist],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ASTRO_TELEMETRY_DISABLED: '1', ...process.env, NODE_ENV: 'production', PLAN_DIR: folder },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The site of ${seed} was not built:\n${stdout}${stderr}`);
}
