/** One mistake is one finding: nothing is told as absent, or advised, that only follows from a mistake told already. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFindings } from '../../../src/content-files/findings.ts';
import { checkSeed } from '../../../src/import/check-drift.ts';
import { copyOfContent, edit, findingsIn, seedFile } from '../../support/helpers.ts';

const placesOf = (found: string[]) => found.map((one) => one.split('  ')[0]);
const checked = (folder: string) => formatFindings(checkSeed(folder)).split('\n');

/** A copy of the content with its search words, glossary, redirects and notes, after one change. */
function changed(change: (folder: string) => void): string {
  const folder = copyOfContent();
  writeFileSync(join(folder, 'content/redirects.yaml'), '- from: /old/\n  to: /tasks/14/\n');
  expect(findingsIn(folder)).toEqual([]);
  change(folder);
  return folder;
}

const remove = (file: string) => (folder: string) => {
  rmSync(join(folder, file));
};
const replace = (file: string, from: string, to: string) => (folder: string) => {
  edit(folder, file, from, to);
};

test.each([
  ['the YAML', replace('content/tasks/14.md', 'title: ', 'title ')],
  ['a value', replace('content/tasks/14.md', 'number: 14', 'number: fourteen')],
  ['the front matter', replace('content/tasks/14.md', '---\nnumber', 'number')],
])(
  'of a task file that cannot be read for %s, only that is said, by the build and by --check',
  (_, change) => {
    const folder = changed(change);
    for (const found of [findingsIn(folder), checked(folder)]) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^content\/tasks\/14\.md:\d/);
    }
  },
);

test.each([
  'content/units.yaml',
  'content/outline.yaml',
  'content/chapters/part-4.yaml',
  'content/glossary.yaml',
])('of %s that cannot be read, only that is said', (file) => {
  const folder = changed((own) => {
    writeFileSync(join(own, file), 'x: [');
  });
  for (const found of [findingsIn(folder), checked(folder)]) expect(placesOf(found)).toEqual([`${file}:1`]);
});

test('what only a deleted task names is not called absent', () => {
  const folder = changed(remove('content/tasks/14.md'));
  for (const found of [findingsIn(folder), checked(folder)])
    expect(placesOf(found)).toEqual(['content/tasks/14.md']);
});

test('what only a deleted chapter names is not called absent, and its lines are one finding', () => {
  expect(findingsIn(changed(remove('content/chapters/part-4.yaml')))).toEqual([
    expect.stringMatching(new RegExp(`^seeds/${seedFile}:150 {2}lines 150 to 153 are in no content file: `)),
  ]);
});

test('a name mistyped in the only clause that has it is no reason to take the unit out', () => {
  const file = 'content/tasks/34.md';
  const found = findingsIn(changed(replace(file, 'duty: (区城市综合执法局', 'duty: (区城市综合执法居')));
  expect(placesOf(found)).toEqual([`${file}:7`]);
});

test('a name mistyped in the registry is one finding there, not one for each clause', () => {
  const folder = changed(replace('content/units.yaml', 'name: 区物价局', 'name: 区物价居'));
  const finding = expect.stringMatching(
    /^content\/units\.yaml:\d+ {2}no clause names “区物价居”, but some name “区物价局” {2}→ write it as the clauses do$/,
  ) as string;
  expect(findingsIn(folder)).toEqual([finding]);
  expect(checked(folder)).toEqual([finding]);
});

test('a number given twice is not also a missing one, and the notes of both tasks are left alone', () => {
  const found = findingsIn(changed(replace('content/tasks/12.md', 'number: 12', 'number: 11')));
  expect(placesOf(found)).toEqual(['content/tasks/12.md:2']);
});

test('a part with a wrong number is not said again for each of its sections', () => {
  const found = findingsIn(
    changed(
      replace(
        'content/outline.yaml',
        '  - number: 2\n    heading:\n      line: 17',
        '  - number: 3\n    heading:\n      line: 17',
      ),
    ),
  );
  expect(found).toEqual([expect.stringContaining('part 3 exists twice')]);
});

test('with another seed than registered, nothing is compared with it', () => {
  const folder = changed((own) => {
    const file = join(own, 'seeds', seedFile);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('区', '县'));
  });
  for (const found of [findingsIn(folder), checked(folder)])
    expect(found).toEqual([expect.stringContaining('is another file than registered')]);
});

test.each([
  ['content/glossary.yaml', 'term: 审管分离', 'term: ★★', 'no task writes “★★”'],
  ['content/synonyms.yaml', '志愿服务组织', '……', 'does not write “……”'],
])('what has no letters is not taken for something that the seed has: %s', (file, from, to, problem) => {
  const folder = changed(() => undefined);
  edit(folder, file, from, to);
  expect(findingsIn(folder)).toContainEqual(expect.stringContaining(problem));
  edit(folder, 'content/tasks/14.md', 'duty: (', 'duty: ( ');
  expect(findingsIn(folder)).toContainEqual(expect.stringContaining(problem));
});

test('what is really nowhere is still said beside a difference from the seed', () => {
  const folder = changed(replace('content/tasks/14.md', 'duty: (', 'duty: ( '));
  edit(folder, 'content/synonyms.yaml', '志愿服务组织', '志愿服务机关');
  expect(findingsIn(folder)).toContainEqual(expect.stringContaining('does not write “志愿服务机关”'));
});

test.each(['synonyms', 'glossary', 'redirects'])(
  'what else is wrong is said beside %s.yaml, which cannot be read',
  (name) => {
    const folder = changed(replace('content/tasks/14.md', 'duty: (', 'duty: ( '));
    writeFileSync(join(folder, `content/${name}.yaml`), 'x: [');
    expect(placesOf(findingsIn(folder))).toEqual([`content/${name}.yaml:1`, 'content/tasks/14.md:7']);
  },
);
