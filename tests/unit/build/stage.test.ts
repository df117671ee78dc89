/** A site is replaced as a whole: where one of its parts cannot be moved, all of it stays as it was. */
import fs, { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginBuild, replaceSite } from '../../../src/build/stage.ts';
import { emptyFolder } from '../../support/helpers.ts';

let stage: string;
let site: string;
const write = (folder: string, name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const contents = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort()
    .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]);

const rename = fs.renameSync;
/** Lets the file system refuse to move what matches, once it has moved so many. */
function refuse(code: string, pattern: RegExp): void {
  fs.renameSync = (from, to) => {
    if (pattern.test(String(from)))
      throw Object.assign(new Error(code), { code, syscall: 'rename', path: String(from), dest: String(to) });
    rename(from, to);
  };
  syncBuiltinESMExports();
}

beforeEach(() => {
  const folder = emptyFolder();
  stage = join(folder, 'cache/site');
  site = join(folder, 'dist');
  for (const name of ['index.html', 'tasks/1/index.html', '_astro/a.css']) write(site, name, 'old');
  for (const name of ['index.html', 'tasks/1/index.html', '_astro/b.css', 'zones.html'])
    write(stage, name, 'new');
});
afterEach(() => {
  fs.renameSync = rename;
  syncBuiltinESMExports();
});

test('what is in the stage takes the place of all that was in the site', () => {
  const fresh = contents(stage);
  replaceSite(stage, site);
  expect(contents(site)).toEqual(fresh);
  expect(readdirSync(dirname(stage))).toEqual([]);
});

test('between two disks it is copied', () => {
  const fresh = contents(stage);
  refuse('EXDEV', /./);
  replaceSite(stage, site);
  expect(contents(site)).toEqual(fresh);
});

test.each([/dist.tasks$/, /site.tasks$/, /site.zones\.html$/])(
  'where %s cannot be moved, the site before stays whole, and it is said in plain words',
  (pattern) => {
    const [old, fresh] = [contents(site), contents(stage)];
    refuse('EACCES', pattern);
    expect(() => {
      replaceSite(stage, site);
    }).toThrow(
      /(?:tasks|zones\.html) {2}you have no right to it {2}→ ask whoever looks after the computer.*\nNothing was built\.$/,
    );
    expect([contents(site), contents(stage)]).toEqual([old, fresh]);
  },
);

test('a link to nowhere in place of dist is named as such, before anything is built', () => {
  const link = join(dirname(site), 'linked');
  symlinkSync('nowhere', link);
  expect(() => {
    beginBuild([], link);
  }).toThrow(
    `${link}  this is a link to a folder that is not there  → make that folder, or remove the link\nNothing was built.`,
  );
});

test('of a full disk the editor is told which, and how much room a build needs', () => {
  const { statfsSync } = fs;
  const withFree = (free: number) => {
    fs.statfsSync = (() => ({ blocks: 9e6, bsize: 1024, bavail: free })) as never;
    syncBuiltinESMExports();
  };
  try {
    withFree(3 * 1024);
    expect(() => {
      beginBuild([], site);
    }).toThrow(
      `${site}  the disk is full: 3 MB are free, a build needs 64  → make room on it\nNothing was built.`,
    );
    withFree(65 * 1024);
    beginBuild([], site);
  } finally {
    fs.statfsSync = statfsSync;
    syncBuiltinESMExports();
  }
});
