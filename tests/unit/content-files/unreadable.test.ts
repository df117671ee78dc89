/** What the file system refuses is a finding like all others: place, what is wrong, what to do. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemOf } from '../../../src/content-files/read-bytes.ts';
import { copyWithoutNotes, emptyFolder, findingsIn, seedFile } from '../../support/helpers.ts';

const FOLDERS = ['content/tasks', 'content/chapters', 'content/progress', 'content/pages'];
const FILES = [
  ...['content/plan.yaml', 'content/units.yaml', 'content/names.yaml', 'content/redirects.yaml'],
  ...['content/tasks/07.md', 'content/chapters/preamble.yaml', `seeds/${seedFile}`],
];

/** What is said of a good folder with something else in the place of a file or folder. */
function findingsWith(place: string, put: (path: string) => void): string[] {
  const folder = copyWithoutNotes();
  const path = join(folder, place);
  rmSync(path, { recursive: true, force: true });
  put(path);
  return findingsIn(folder);
}

test.each(FILES)('in place of %s: a folder, a link to nowhere, a link to itself, a pipe', (file) => {
  const cases: [put: (path: string) => void, finding: string][] = [
    [
      (path) => {
        mkdirSync(path);
      },
      'this is a folder, not a file  → name a file, or put one in its place',
    ],
    [
      (path) => {
        symlinkSync('nowhere', path);
      },
      'this is a link to a file that is not there  → put the file itself in its place',
    ],
    [
      (path) => {
        symlinkSync(path, path);
      },
      'the links lead in a circle  → put the file itself there',
    ],
    [(path) => spawnSync('mkfifo', [path]), 'this is a device, not a file  → name a file'],
  ];
  for (const [put, finding] of cases) expect(findingsWith(file, put)).toEqual([`${file}  ${finding}`]);
});

test.each(FOLDERS)('a file in place of the folder %s', (folder) => {
  expect(
    findingsWith(folder, (path) => {
      writeFileSync(path, '');
    }),
  ).toEqual([`${folder}/  this is a file, not a folder  → put a folder in its place, or name one`]);
});

test('a folder without tasks', () => {
  const finding = 'content/tasks/  there are no tasks  → bring them back: npm run import';
  expect(findingsWith('content/tasks', () => undefined)).toEqual([finding]);
  expect(
    findingsWith('content/tasks', (path) => {
      mkdirSync(path);
    }),
  ).toEqual([finding]);
});

test('a folder without content/, or with a file of that name', () => {
  const folder = emptyFolder();
  expect(findingsIn(folder)).toEqual([
    `content/  there is no content in ${folder}  → import a plan first: npm run import`,
  ]);
  writeFileSync(join(folder, 'content'), '');
  expect(findingsIn(folder)).toEqual([
    'content/  this is a file, not a folder  → put a folder in its place, or name one',
  ]);
});

test('a folder that is none itself, or that is not there', () => {
  const folder = join(emptyFolder(), 'plan');
  expect(findingsIn(folder)).toEqual([`${folder}  there is no such file or folder  → check the path`]);
  writeFileSync(folder, '');
  expect(findingsIn(folder)).toEqual([
    `${folder}  this is a file, not a folder  → put a folder in its place, or name one`,
  ]);
});

test('an empty folder content/', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'content'));
  expect(findingsIn(folder)).toEqual([
    `content/  there is no content in ${folder}  → import a plan first: npm run import`,
  ]);
});

test('a seed in a folder that is a file', () => {
  const folder = copyWithoutNotes();
  renameSync(join(folder, 'seeds', seedFile), join(folder, 'seed'));
  rmSync(join(folder, 'seeds'), { recursive: true });
  renameSync(join(folder, 'seed'), join(folder, 'seeds'));
  expect(findingsIn(folder)).toEqual([
    `seeds/${seedFile}  part of the path is a file, not a folder  → check the path`,
  ]);
});

test.each([
  ['EACCES', 'you have no right to it'],
  ['EPERM', 'you have no right to it'],
  ['EIO', 'the operating system refuses it (EIO)'],
])('the code %s is told in words', (code, problem) => {
  expect(problemOf(Object.assign(new Error(code), { code })).problem).toBe(problem);
});

test('a mistake of the program is none of the file system', () => {
  expect(() => problemOf(new TypeError('x'))).toThrow('x');
  expect(() => problemOf(Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toThrow('x');
});

test('a file that nothing reads for its name is said, what systems leave is not', () => {
  const folder = copyWithoutNotes();
  const names = ['synonym.yaml', 'tasks/07.md.txt', 'chapters/part-1.yml', 'task/07.md'];
  mkdirSync(join(folder, 'content/task'));
  for (const name of [...names, '.DS_Store', 'tasks/Thumbs.db', 'tasks/~$07.md', 'chapters/._part-1.yaml'])
    writeFileSync(join(folder, 'content', name), '');
  expect(findingsIn(folder)).toEqual(
    ['chapters/part-1.yml', 'synonym.yaml', 'task', 'tasks/07.md.txt'].map(
      (name) => expect.stringContaining(`content/${name}  nothing reads a file of this name`) as string,
    ),
  );
});
