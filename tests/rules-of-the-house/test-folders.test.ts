/** Tests are found where one looks for them. */
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/build/build-site.ts';

const tests = join(checkout, 'tests');
const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

test('every folder is named in tests/README.md, and nothing lies loose beside it', () => {
  const [table = ''] = readFileSync(join(tests, 'README.md'), 'utf8').split('\n## ');
  const named = [...table.matchAll(/^\| `([\w-]+)\//gm)].map(([, name = '']) => name);
  expect(new Set(readdirSync(tests))).toEqual(new Set([...named, 'README.md']));
});

test('tests of a room of src/ stand in a folder of its name', () => {
  const folders = readdirSync(join(tests, 'unit')).filter((name) => isFolder(join(tests, 'unit', name)));
  expect(folders.filter((name) => !isFolder(join(checkout, 'src', name)))).toEqual([]);
});

test('no folder holds more than can be seen at a glance', () => {
  const files = globSync('**/*', { cwd: tests, exclude: ['**/node_modules'] }).filter(
    (name) => !isFolder(join(tests, name)),
  );
  const folders = Map.groupBy(files, dirname);
  // Texts with their expected readings, two files each.
  folders.delete('plans');
  expect([...folders].filter(([, own]) => own.length > 16).map(([folder]) => folder)).toEqual([]);
});
