/** deploy/publish.sh: a reader gets one version or the other, whole, at every moment. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { isWhole } from '../../support/whole.ts';
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

const run = (...args: string[]) => runWith({}, ...args);
function runWith({ before = '', env = {} }: { before?: string; env?: NodeJS.ProcessEnv }, ...args: string[]) {
  const { status, signal, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `${before}\nexec bash "$@"`, 'bash', script, ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status: status ?? signal, said: stdout + stderr };
}
const shown = (file: string) => readFileSync(join(site, 'current', file), 'utf8').split(' ')[0];
/** Each is a folder with its list of files and what was served before it; nothing else may stay. */
function versionsKept(): number {
  const names = readdirSync(join(site, 'releases'));
  const folders = names.filter((name) => !/^\.|\.(?:files|before)$/.test(name));
  expect(names.sort()).toEqual(folders.flatMap((one) => [one, `${one}.before`, `${one}.files`]).sort());
  return folders.length;
}
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
    expect(versionsKept()).toBe(3);
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
    expect(runWith({ env: { KEEP: '1' } }, version('c'), site).status).toBe(1);
    expect(run('--back', join(scratch, 'mistyped')).status).toBe(1);
    expect(existsSync(join(scratch, 'mistyped'))).toBe(false);
    expect(shown('index.html')).toBe('a');
    expect(versionsKept()).toBe(1);
  });

  test('goes back to what was last served well, however many bad versions have come since', () => {
    run(version('good'), site);
    for (const bad of ['bad-1', 'bad-2', 'bad-3', 'bad-4']) {
      expect(run(version(bad), site).status).toBe(0);
      expect(run('--back', site).status).toBe(0);
      expect(shown('index.html')).toBe('good');
    }
    expect(run('--back', site).said).toContain('没有更早的版本');
    run(version('better'), site);
    run('--back', site);
    expect(shown('index.html')).toBe('good');
  });

  test('publishes anew what somebody has deleted, and touches no folder of others', () => {
    run(version('a'), site);
    rmSync(join(site, 'releases'), { recursive: true });
    expect(run(version('a'), site).said).toContain('现在的版本');
    expect(shown('index.html')).toBe('a');
    for (const name of ['2019-backup', 'old.files']) mkdirSync(join(site, 'releases', name));
    writeFileSync(join(site, 'releases', 'notes.before'), '');
    for (const name of ['b', 'c', 'd', 'e']) run(version(name), site);
    const names = readdirSync(join(site, 'releases'));
    expect(names).toEqual(expect.arrayContaining(['2019-backup', 'notes.before', 'old.files']));
    expect(names).toHaveLength(3 + 3 * 3);
  });

  test('refuses links, other things that are no files, and names that its list cannot hold', () => {
    run(version('a'), site);
    writeFileSync(join(scratch, 'secret'), 'secret');
    const link = version('link');
    symlinkSync(join(scratch, 'secret'), join(link, 'tasks', 'passwd.txt'));
    const pipe = version('pipe');
    spawnSync('mkfifo', [join(pipe, 'pipe')]);
    const name = version('name');
    writeFileSync(join(name, 'two\nlines.txt'), '');
    for (const [dir, what] of [
      [link, 'passwd.txt'],
      [pipe, 'pipe'],
      [name, 'lines.txt'],
    ] as const) {
      const { status, said } = run(dir, site);
      expect(status).toBe(1);
      expect(said).toContain(what);
    }
    expect(shown('index.html')).toBe('a');
    expect(versionsKept()).toBe(1);
  });

  test('publishes files of any other name as they are', () => {
    const names = [' blank ', '-rf', '--', "'", '"', '$(x)', '\\n', '*', '[a]', '中文 名', '%2e', '~', ';'];
    const odd = version('odd');
    for (const name of names.flatMap((one) => [one, `_astro/${one}`, `pagefind/fragment/${one}`]))
      writeFileSync(join(odd, name), `odd ${name}`);
    expect(run(odd, site)).toMatchObject({ status: 0 });
    expect(run(version('next'), site)).toMatchObject({ status: 0 });
    expect(run('--back', site)).toMatchObject({ status: 0 });
    for (const name of names) expect(shown(name), name).toBe('odd');
    run(version('last'), site);
    for (const name of names) expect(shown(`_astro/${name}`), name).toBe('odd');
  });

  /** Every file is of one version, those apart that were carried over for open pages. */
  function expectWhole(names: string[]): string {
    const now = shown('index.html') ?? '';
    expect(names).toContain(now);
    const root = join(site, 'current');
    const files = globSync('**', { cwd: root }).filter((file) => statSync(join(root, file)).isFile());
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const text = readFileSync(join(root, file), 'utf8');
      expect(text.split(' ').at(-1), file).toBe(text.split(' ')[0]);
      if (!/_astro|fragment/.test(file)) expect(text.split(' ')[0], file).toBe(now);
    }
    for (const file of [`_astro/main.${now}.js`, `pagefind/fragment/und_${now}.pf_fragment`])
      expect(shown(file)).toBe(now);
    return now;
  }

  test('killed at any step, it leaves one version or the other, and the next call goes on', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => version(name)) as [string, string, string];
    const steps = join(scratch, 'steps.sh');
    // Before each command of the script: at the n-th it kills itself, as the machine would.
    writeFileSync(
      steps,
      "if [[ ${0##*/} == publish.sh ]]; then set -T; step=0; trap '(( ++step != KILL_AT )) || kill -9 $$' DEBUG; fi",
    );
    const ways: [first: string[], next: string[]][] = [
      [
        [b, site],
        [c, site],
      ],
      [
        ['--back', site],
        [c, site],
      ],
    ];
    for (const [how, [first, next]] of ways.entries()) {
      let killed = 0;
      for (let at = 1; ; at += isWhole ? 1 : 7) {
        rmSync(site, { recursive: true, force: true });
        run(a, site);
        if (how === 1) run(b, site);
        const { status } = runWith({ env: { BASH_ENV: steps, KILL_AT: String(at) } }, ...first);
        const now = expectWhole(['a', 'b']);
        if (status !== 'SIGKILL') {
          expect([status, now]).toEqual([0, how === 0 ? 'b' : 'a']);
          break;
        }
        killed++;
        expect(run(...next)).toMatchObject({ status: 0 });
        expect(expectWhole(['c'])).toBe('c');
        expect(versionsKept()).toBeLessThanOrEqual(3);
        expect(run('--back', site)).toMatchObject({ status: 0 });
        expect(expectWhole(['a', 'b'])).toBe(now);
      }
      expect(killed).toBeGreaterThan(isWhole ? 20 : 2);
    }
  }, 300_000);

  test('where the disk is full nothing is published, going back goes back, and no file is left half written', () => {
    const big = version('big');
    writeFileSync(join(big, '_astro/main.big.js'), `big ${'x'.repeat(200_000)} big`);
    const full = { before: 'ulimit -f 100' };
    run(version('a'), site);
    expect(runWith(full, big, site).status).not.toBe(0);
    expect(expectWhole(['a'])).toBe('a');
    expect(versionsKept()).toBe(1);
    run(big, site);
    expect(runWith(full, '--back', site)).toMatchObject({ status: 0 });
    expect(expectWhole(['a'])).toBe('a');
    expect(isThere('_astro/main.big.js')).toBe(false);
  });

  test('of several at once one publishes, and the others say so or follow it', async () => {
    const versions = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => version(name, 30));
    run(versions[0] ?? '', site);
    const ends = versions.map(
      (dir) => new Promise((done) => spawn('bash', [script, dir, site]).once('close', done)),
    );
    const statuses = await Promise.all(ends);
    expect(statuses).toContain(0);
    expectWhole(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(versionsKept()).toBeLessThanOrEqual(3);
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
