/** The program depends on no plan: names of this plan's district and its offices occur in content/ only. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPlan, root } from '../support/helpers.ts';

const read = (pattern: string) =>
  globSync(pattern, { cwd: root, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => ({
      file: join(one.parentPath, one.name),
      text: readFileSync(join(one.parentPath, one.name), 'utf8'),
    }));

test('the district is not named in src/', () => {
  expect(
    read('src/**')
      .filter(({ text }) => text.includes('钦'))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('no office of the plan is named in src/', () => {
  const names = publishedPlan()
    .units.filter(({ kind }) => kind !== 'collective')
    .map(({ name }) => name);
  const named = read('src/**').flatMap(({ file, text }) =>
    names.filter((name) => text.includes(name)).map((name) => `${file} ${name}`),
  );
  expect(named).toEqual([]);
});
