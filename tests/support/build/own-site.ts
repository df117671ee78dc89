/** Global setup of the projects that read dist/: builds the site as `npm run build` does, once a run. */
import { buildSite } from './build-site.ts';

const done = 'SITE_BUILT_FOR_TESTS';

/** Called by vitest once for each project that needs dist/. `SKIP_BUILD=1` takes dist/ as it is. */
export default async function buildOwnSite(): Promise<void> {
  needNode(22, 18);
  if (process.env.SKIP_BUILD === '1' || process.env[done] === '1') return;
  await buildSite();
  process.env[done] = '1';
}

function needNode(major: number, minor: number): void {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new Error(
    `This is Node ${process.versions.node}; the site needs ${major}.${minor} or newer. npm brings Node 24 where optional ` +
      'packages are installed: npm ci --include=optional',
  );
}
