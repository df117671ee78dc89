/** Global setup of the projects that read dist/: builds the site as `npm run build` does, once a run. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const done = 'SITE_BUILT_FOR_TESTS';

/** Called by vitest once for each project that needs dist/. `SKIP_BUILD=1` takes dist/ as it is. */
export default function buildOnce(): void {
  needNode(22, 18);
  if (process.env.SKIP_BUILD === '1' || process.env[done] === '1') return;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build'],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      // Vitest's own NODE_ENV would make it a development build.
      env: { ASTRO_TELEMETRY_DISABLED: '1', ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The site was not built:\n${stdout}${stderr}`);
  process.env[done] = '1';
}

function needNode(major: number, minor: number): void {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new Error(
    `This is Node ${process.versions.node}; the site needs ${major}.${minor} or newer and brings Node 24 as the ` +
      'npm package “node”. npm did not run its install script: npm rebuild node --ignore-scripts=false',
  );
}
