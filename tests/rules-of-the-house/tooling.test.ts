import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../../src/cli/serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the ground the tests stand on', () => {
  test('npm scripts run on the Node that package.json pins', () => {
    const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(
      process.versions.node,
      'npm did not run the install script of the package “node”: npm rebuild node --ignore-scripts=false',
    ).toBe(manifest.devDependencies.node);
  });

  test('the time zone is an unusual one', () => {
    expect(new Date('2017-12-31T12:00:00Z').getTimezoneOffset()).toBe(210);
  });

  test('README says of every dependency what it is for, and of none that is not there', () => {
    const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const table = readFileSync(`${root}/README.md`, 'utf8').split('## Why these libraries')[1] ?? '';
    const named = [...table.matchAll(/^\| (?!-|Library)([^|]+)\|/gm)].flatMap(([, names = '']) =>
      names.trim().split(', '),
    );
    // Types, formatters and checkers of the code itself need no reason of their own.
    const plain = /^(?:@types\/|eslint|prettier|typescript|@astrojs\/check$)/;
    const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(installed.filter((name) => !plain.test(name) && !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !installed.includes(name))).toEqual([]);
  });

  test('CI can be started', () => {
    expect(statSync(`${root}/.ci/run`).mode & 0o111).not.toBe(0);
  });
});

describe('the server', () => {
  const dir = mkdtempSync(join(tmpdir(), 'serve-'));
  let served: Served;
  let origin: string;
  const get = (path: string) => fetch(origin + path, { redirect: 'manual' });

  beforeAll(async () => {
    mkdirSync(join(dir, 'tasks'));
    writeFileSync(join(dir, 'index.html'), '首页');
    writeFileSync(join(dir, 'tasks', 'index.html'), '任务');
    writeFileSync(join(dir, '404.html'), '没有此页');
    writeFileSync(join(dir, 'source.txt'), '原文');
    writeFileSync(join(dir, 'tasks.csv'), '');
    served = await serve({ dir, base: '/plan' });
    origin = new URL(served.url).origin;
  });

  afterAll(async () => {
    await served.close();
    rmSync(dir, { recursive: true });
  });

  test('says where the site is, the base path included', () => {
    expect(served.url).toMatch(/^http:\/\/localhost:\d+\/plan\/$/);
  });

  test('answers at a directory with the slash', async () => {
    const response = await get('/plan/tasks/');
    expect([response.status, await response.text()]).toEqual([200, '任务']);
  });

  test.each([
    ['/plan', '/plan/'],
    ['/plan/tasks', '/plan/tasks/'],
    ['/plan/tasks?q=%E5%8C%BA', '/plan/tasks/?q=%E5%8C%BA'],
  ])('sends %s on to %s', async (asked, sent) => {
    const response = await get(asked);
    expect([response.status, response.headers.get('location')]).toEqual([301, sent]);
  });

  test.each([
    '/',
    '/tasks/',
    '/plan/none',
    '/plan/none/',
    '/plan/%2e%2e%2fpackage.json',
    '/plan/%ff',
    '/plan/%00',
  ])('answers %s with the page for what is not there', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([404, '没有此页']);
  });

  test.each([
    ['/plan/', 'text/html; charset=utf-8'],
    ['/plan/none', 'text/html; charset=utf-8'],
    ['/plan/source.txt', 'text/plain; charset=utf-8'],
    ['/plan/tasks.csv', 'text/csv; charset=utf-8'],
  ])('calls %s %s', async (path, type) => {
    expect((await get(path)).headers.get('content-type')).toBe(type);
  });

  test('says so where its port is busy', async () => {
    const busy = Number(new URL(served.url).port);
    await expect(serve({ dir, port: busy })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
