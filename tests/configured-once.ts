/**
 * Global setup of the projects that read the site as an office sets it up: a host, a path, issued marks, an address
 * that has moved, files compressed for the server. Built once a run; `SKIP_BUILD=1` takes what is there.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compress } from '../src/build/compress.ts';
import { withoutVitest } from './built/environment.ts';
import { configured, folder } from './configured.ts';

const done = 'CONFIGURED_SITE_BUILT_FOR_TESTS';

const settings = `
site:
  name: 钦南法治
  code: bm01000001
  host: 某某办公室
  contact:
    - text: 0777-0000000
  report: https://example.gov.cn/jiucuo
  icp:
    text: 某ICP备00000000号
    url: https://beian.example.gov.cn/
`;

/** Called by vitest once for each project that needs it. */
export default async function buildConfigured(): Promise<void> {
  if (process.env[done] === '1' || (process.env.SKIP_BUILD === '1' && existsSync(configured.dist))) return;
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['content', 'seeds']) cpSync(part, join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'content/plan.yaml'), readFileSync('content/plan.yaml', 'utf8') + settings);
  writeFileSync(
    join(folder, 'content/redirects.yaml'),
    '- from: /units/qu-jiu-ming/\n  to: /units/qu-fazhi-ban/\n- from: /old/one/\n  to: /tasks/1/#s1\n',
  );
  const arguments_ = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', configured.dist];
  const build = spawn(process.execPath, arguments_, {
    env: {
      ASTRO_TELEMETRY_DISABLED: '1',
      ...withoutVitest(process.env),
      NODE_ENV: 'production',
      PLAN_DIR: folder,
      SITE_URL: configured.host,
      BASE_PATH: configured.base,
    },
  });
  let said = '';
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  const status = await new Promise((resolve) => build.on('close', resolve));
  if (status !== 0) throw new Error(said);
  await compress(configured.dist);
  process.env[done] = '1';
}
