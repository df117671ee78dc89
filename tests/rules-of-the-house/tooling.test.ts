/** What the project itself rests on: Node, the time zone of the tests, README's list of packages, CI. */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('npm scripts run on the Node that package.json pins for this machine', () => {
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const { platform, arch, versions } = process;
  const pinned = Object.entries(manifest.optionalDependencies).find(([name]) =>
    name.endsWith(`-${platform === 'win32' ? 'win' : platform}-${arch}`),
  );
  // Of a machine without a package of its own only the version matters.
  expect(versions.node, 'npm ci --include=optional brings it').toBe(pinned?.[1] ?? versions.node);
});

test('the time zone is an unusual one', () => {
  expect(new Date('2017-12-31T12:00:00Z').getTimezoneOffset()).toBe(210);
});

test('src/README.md says of every dependency what it is for, and of none that is not there', () => {
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >;
  const table = readFileSync(`${root}/src/README.md`, 'utf8').split('## Why these libraries')[1] ?? '';
  const named = [...table.matchAll(/^\| (?!-|Library)([^|]+)\|/gm)].flatMap(([, names = '']) =>
    names.trim().split(', '),
  );
  // Types, formatters and checkers of the code itself need no reason of their own.
  const plain = /^(?:@types\/|eslint|prettier|typescript|@astrojs\/check$)/;
  const installed = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(installed.filter((name) => !plain.test(name) && !named.includes(name))).toEqual([]);
  expect(named.filter((name) => !installed.includes(name))).toEqual([]);
});

test('a fresh clone is installed without a word but errors', () => {
  expect(readFileSync(`${root}/.npmrc`, 'utf8').split('\n')).toContain('loglevel=error');
});

test('CI can be started', () => {
  expect(statSync(`${root}/.ci/run`).mode & 0o111).not.toBe(0);
});
