/** The site on Apache and IIS, set up as deploy/apache and deploy/iis say. IIS itself is not tried: its file is read here. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { configured } from '../../support/build/configured.ts';
import { checkout } from '../../support/build/build-site.ts';
import { freePort } from '../../support/nginx.ts';

const { base, dist } = configured;
const read = (file: string) => readFileSync(join(checkout, 'deploy', file), 'utf8');
const htaccess = read('apache/htaccess').replace(
  'ErrorDocument 404 /404.html',
  `ErrorDocument 404 ${base}404.html`,
);
const webConfig = read('iis/web.config');

/** What every server knows. */
const KNOWN = ['.html', '.css', '.js', '.png', '.svg', '.txt', '.xml', '.zip'];
const kinds = [...new Set(globSync('**/*', { cwd: dist }).map((file) => extname(file)))]
  .filter((kind) => kind !== '' && !['.gz', '.br', ...KNOWN].includes(kind))
  .sort();

test('every kind of file that a server may not know is named for Apache, for IIS and in the guide', () => {
  expect(kinds).toEqual(expect.arrayContaining(['.md', '.ics', '.pf_meta', '.pagefind', '.webmanifest']));
  const guide = read('README.md');
  for (const kind of kinds) {
    expect(htaccess).toMatch(new RegExp(`^AddType .* \\${kind}\\b`, 'm'));
    expect(webConfig).toContain(`<mimeMap fileExtension="${kind}" `);
    expect(guide).toContain(`\`${kind}\``);
  }
});

test('what IIS reads is XML, and takes away each kind before it names it', async () => {
  expect((await validateXML({ xml: { fileName: 'web.config', contents: webConfig } })).errors).toEqual([]);
  const named = (tag: string) => webConfig.match(new RegExp(`(?<=<${tag} fileExtension=")[^"]*`, 'g'));
  expect(named('remove')).toEqual(named('mimeMap'));
});

const version = spawnSync('apache2', ['-v']);
if (version.status !== 0) console.log('Apache is not installed: the tests that need it are SKIPPED.');

describe.skipIf(version.status !== 0)('Apache', () => {
  let root = '';
  let url = '';
  let stop = () => Promise.resolve();

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'apache-'));
    const folder = join(root, 'www', base);
    cpSync(dist, folder, { recursive: true });
    writeFileSync(join(folder, '.htaccess'), htaccess);
    const port = await freePort();
    const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers'];
    const lines = [
      ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
      ...[`ServerRoot ${root}`, 'ServerName localhost', `Listen 127.0.0.1:${port}`, `PidFile ${root}/pid`],
      ...[
        `ErrorLog ${root}/log`,
        'TypesConfig /dev/null',
        'AddType text/html .html',
        'AddType text/css .css',
      ],
      ...['AddType image/png .png', 'AddType image/svg+xml .svg', 'AddType text/plain .txt'],
      ...[`DocumentRoot ${root}/www`, `<Directory ${root}/www>`, 'AllowOverride FileInfo Indexes Options'],
      ...['Options None', 'Require all granted', '</Directory>'],
    ];
    writeFileSync(join(root, 'conf'), `${lines.join('\n')}\n`);
    chmodSync(root, 0o755);
    const apache = spawn('apache2', ['-X', '-f', join(root, 'conf')], { stdio: 'ignore' });
    const ended = new Promise((done) => apache.once('close', done));
    stop = async () => {
      apache.kill('SIGTERM');
      await ended;
    };
    url = `http://localhost:${port}${base}`;
    const isUp = () =>
      fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
    for (let attempt = 0; !(await isUp()); attempt++) {
      if (apache.exitCode !== null || attempt > 100)
        throw new Error(`Apache did not start:\n${readFileSync(join(root, 'log'), 'utf8').slice(0, 2000)}`);
      await new Promise((later) => setTimeout(later, 30));
    }
  });
  afterAll(async () => {
    await stop();
    rmSync(root, { recursive: true });
  });

  const head = async (path: string) => {
    const answer = await fetch(url + path, { redirect: 'manual' });
    return {
      status: answer.status,
      of: (name: string) => answer.headers.get(name),
      text: await answer.text(),
    };
  };

  test('pages are found with and without their last slash, and what is missing is 404 with its page', async () => {
    expect((await head('tasks/25/')).text).toContain('data-kind="task"');
    const moved = await head('tasks/25');
    expect([moved.status, moved.of('location')?.endsWith(`${base}tasks/25/`)]).toEqual([301, true]);
    const missing = await head('tasks/no-such/');
    expect([missing.status, missing.text]).toEqual([404, readFileSync(join(dist, '404.html'), 'utf8')]);
    expect((await head('data/')).status).toBe(200);
    expect((await head('_astro/')).status).toBe(404);
  });

  test('every kind of file has its type, what never changes is kept, and data may be read by other sites', async () => {
    const types = {
      'manifest.webmanifest': 'application/manifest+json',
      'calendar.ics': 'text/calendar; charset=utf-8',
      'tasks/25.md': 'text/markdown; charset=utf-8',
      'data/plan.json': 'application/json',
      'sw.js': 'text/javascript; charset=utf-8',
    };
    for (const [file, type] of Object.entries(types))
      expect((await head(file)).of('content-type')).toBe(type);
    const [meta = ''] = globSync('pagefind/*.pf_meta', { cwd: dist });
    for (const file of [meta, ...globSync('_astro/*.js', { cwd: dist }).slice(0, 1)])
      expect((await head(file)).of('cache-control')).toContain('immutable');
    const page = await head('tasks/25/');
    expect([page.of('cache-control'), page.of('x-content-type-options')]).toEqual(['no-cache', 'nosniff']);
    expect([page.of('x-frame-options'), (await head('tasks/25/embed/')).of('x-frame-options')]).toEqual([
      'DENY',
      null,
    ]);
    expect([
      (await head('data/plan.json')).of('access-control-allow-origin'),
      page.of('access-control-allow-origin'),
    ]).toEqual(['*', null]);
  });
});
