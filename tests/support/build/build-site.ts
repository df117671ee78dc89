/** The one way in which tests build a site: as a process of its own, like `npm run build`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLock } from './build-lock.ts';

/** The folder of package.json. */
export const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** How npm runs Astro, below the folder of package.json. */
export const astro = 'src/cli/astro.mjs';

interface Build {
  /** The folder of package.json; a copy of it where the checkout itself is not meant. */
  root?: string;
  /** The folder with content/ and seeds/ of another plan. */
  plan?: string;
  outDir?: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

/**
 * Builds and returns what was printed; rejects with it where the build fails, or warns of anything.
 * One build of a checkout waits for the other, whichever test file or process it comes from: each writes which
 * MDX files there are into the same .astro/.
 */
export async function buildSite({
  root = checkout,
  plan,
  outDir,
  args = [],
  env,
}: Build = {}): Promise<string> {
  const giveBack = await waitForLock(join(root, 'node_modules/.build-lock'));
  try {
    const { status, said } = await run(
      [astro, 'build', ...(outDir === undefined ? [] : ['--outDir', outDir]), ...args],
      root,
      { ...siteEnvironment(plan), NODE_ENV: 'production', ...env },
    );
    if (status !== 0) throw new Error(`The site was not built:\n${said}`);
    if (said.includes('[WARN]')) throw new Error(`The build warns:\n${said}`);
    return said;
  } finally {
    giveBack();
  }
}

/**
 * The environment for Astro, whose words are read here, so without colours: vitest's own BASE_URL, MODE and others would
 * be taken for the site's.
 */
export function siteEnvironment(plan?: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:BASE_URL|MODE|DEV|PROD|SSR|TEST|VITEST.*|NODE_ENV|FORCE_COLOR)$/.test(name),
  );
  return { ...Object.fromEntries(own), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', PLAN_DIR: plan };
}

function run(
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, timeout: 5 * 60_000 });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (said += part.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, said });
    });
  });
}
