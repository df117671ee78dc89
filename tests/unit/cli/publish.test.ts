/** deploy/publish.sh: a reader gets one version or the other, whole, at every moment. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { hasNginx, startNginx } from '../../support/nginx.ts';

const script = 'deploy/publish.sh';
let scratch = '';
let site = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'publish-'));
  site = join(scratch, 'site');
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});

/** A site that tells its version in every file. */
function version(name: string, pages = 3): string {
  const dir = join(scratch, name);
  const files = ['index.html', '404.html', 'sw.js', '.well-known/security.txt', `_astro/main.${name}.js`];
  for (let page = 1; page <= pages; page++) files.push(`tasks/${page}/index.html`);
  files.push(`pagefind/fragment/und_${name}.pf_fragment`, 'pagefind/pagefind.js');
  for (const file of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), `${name} ${'x'.repeat(20_000)} ${name}`);
  }
  return dir;
}

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('bash', [script, ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};
const shown = (file: string) => readFileSync(join(site, 'current', file), 'utf8').split(' ')[0];
const isThere = (file: string) => existsSync(join(site, 'current', file));

describe.runIf(process.platform === 'linux')('publishing', () => {
  test('shows the new version, keeps what open pages of earlier ones still ask for, and no more', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) expect(run(version(name), site).status).toBe(0);
    expect(['index.html', 'tasks/3/index.html', '.well-known/security.txt'].map(shown)).toEqual([
      'e',
      'e',
      'e',
    ]);
    for (const name of ['b', 'c', 'd', 'e']) {
      expect(shown(`_astro/main.${name}.js`)).toBe(name);
      expect(shown(`pagefind/fragment/und_${name}.pf_fragment`)).toBe(name);
    }
    expect(isThere('_astro/main.a.js')).toBe(false);
    expect(readdirSync(join(site, 'releases')).length).toBe(6);
  });

  test('goes back to the version before, and on again; the same version is published once', () => {
    run(version('a'), site);
    run(version('b'), site);
    expect(run('--back', site).status).toBe(0);
    expect(shown('index.html')).toBe('a');
    // A page of the version that was taken back may still be open.
    expect(isThere('_astro/main.b.js')).toBe(true);
    expect(run('--back', site).status).toBe(1);
    expect(run(version('a'), site).said).toContain('已经是这个版本');
    expect(run(version('b'), site).status).toBe(0);
    expect(shown('index.html')).toBe('b');
  });

  test('refuses what is no whole site, and changes nothing then', () => {
    run(version('a'), site);
    const broken = version('b');
    rmSync(join(broken, 'sw.js'));
    expect(run(broken, site)).toEqual({
      status: 1,
      said: `publish.sh: ${broken} 里没有 sw.js，不是生成好的网站\n`,
    });
    expect(run(join(scratch, 'none'), site).status).toBe(1);
    expect(run(site).status).toBe(1);
    expect(shown('index.html')).toBe('a');
    expect(readdirSync(join(site, 'releases')).length).toBe(2);
  });

  test.runIf(hasNginx)(
    'while versions change, every answer is whole and every page finds its script',
    async () => {
      const versions = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => version(name, 100));
      run(versions[0] ?? '', site);
      const nginx = await startNginx({ base: '/zwgk/fazhi/', dir: join(site, 'current') });
      onTestFinished(() => nginx.close());
      const seen: Record<string, number> = {};
      const wrong: string[] = [];
      let isDone = false;
      const text = async (address: string) => {
        const response = await fetch(nginx.url + address);
        const body = await response.text();
        const [first, , last] = body.split(' ');
        if (response.status !== 200 || first !== last) wrong.push(`${address}: ${response.status}`);
        return first ?? '';
      };
      const read = async () => {
        while (!isDone) {
          const name = await text('');
          seen[name] = (seen[name] ?? 0) + 1;
          await text('tasks/100/');
          // Later than the page, as a reader does who has it open.
          await new Promise((later) => setTimeout(later, 5));
          await text(`_astro/main.${name}.js`);
        }
      };
      const readers = [read(), read(), read()];
      for (const next of versions) {
        await new Promise((done) => spawn('bash', [script, next, site]).once('close', done));
      }
      isDone = true;
      await Promise.all(readers);
      expect(wrong).toEqual([]);
      expect(Object.keys(seen).length).toBeGreaterThan(3);
    },
  );
});
