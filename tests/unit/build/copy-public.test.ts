/** The public/ folder of a plan: what an editor lays there is published as it is, and nothing else by mistake. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyPublic } from '../../../src/build/copy-public.ts';

let scratch = '';
let plan = '';
let root = '';
const write = (folder: string, name: string, text = name) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const copy = () => copyPublic({ root: root + sep, base: '/', log: () => undefined }, plan);
/** The findings, each as its file and the first words of what is wrong. */
const refusals = async () => {
  const before = readdirSync(root, { recursive: true });
  const said = await copy().then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
  expect(readdirSync(root, { recursive: true })).toEqual(before);
  if (said === '') return [];
  const lines = said.split('\n');
  expect(lines.pop()).toBe('Nothing was built.');
  return lines;
};

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'public-'));
  plan = join(scratch, 'plan');
  root = join(scratch, 'dist');
  mkdirSync(join(plan, 'public'), { recursive: true });
  for (const name of ['index.html', 'tasks/1/index.html', 'data/plan.json']) write(root, name);
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});

test('files are published as they are, below folders, too; the icon may be replaced', async () => {
  const names = [
    'verify_a-1.html',
    '党政机关标识.png',
    'a b (1).txt',
    'marks/mark.svg',
    '.well-known/proof.txt',
  ];
  for (const name of [...names, 'favicon.svg', 'tasks/list.txt'])
    write(join(plan, 'public'), name, `own ${name}`);
  await copy();
  for (const name of [...names, 'favicon.svg', 'tasks/list.txt'])
    expect(readFileSync(join(root, name), 'utf8')).toBe(`own ${name}`);
  expect(readFileSync(join(root, 'tasks/1/index.html'), 'utf8')).toBe('tasks/1/index.html');
});

test('a plan without the folder publishes nothing', async () => {
  rmSync(join(plan, 'public'), { recursive: true });
  await copy();
  expect(readdirSync(root).sort()).toEqual(['data', 'favicon.svg', 'index.html', 'tasks']);
});

test('a link is refused, whatever it leads to, and so is what is no file', async () => {
  write(scratch, 'secret');
  symlinkSync(join(scratch, 'secret'), join(plan, 'public', 'passwd.txt'));
  symlinkSync(scratch, join(plan, 'public', 'folder'));
  symlinkSync(join(scratch, 'nothing'), join(plan, 'public', 'broken.txt'));
  execFileSync('mkfifo', [join(plan, 'public', 'pipe')]);
  const found = await refusals();
  expect(found.map((line) => line.split('  ')[0])).toEqual(
    ['broken.txt', 'folder', 'passwd.txt', 'pipe'].map((name) => `public/${name}`),
  );
  expect(found.every((line) => line.includes('link'))).toBe(true);
});

test.each(['index.html', 'data/plan.json', 'sw.js', 'tasks', 'index.html/a.txt'])(
  '%s, which the site writes itself, is not replaced',
  async (name) => {
    write(join(plan, 'public'), name);
    write(join(plan, 'public'), 'fine.txt');
    expect(await refusals()).toEqual([
      `public/${name}  the site writes a file of this name itself  → give it another name`,
    ]);
  },
);

test.each([
  ['.env', 'dot'],
  ['.git/config', 'dot'],
  ['a/.hidden', 'dot'],
  ['a#b.txt', 'addresses'],
  ['100%.txt', 'addresses'],
  ['a?.txt', 'addresses'],
  ['a\\b.txt', 'addresses'],
  ['two\nlines.txt', 'addresses'],
  ['a\u202eb.txt', 'addresses'],
  [' blank.txt', 'addresses'],
  ['blank.txt ', 'addresses'],
  ['index.html.br', 'in place of'],
  ['mark.png.gz', 'in place of'],
])('%j is refused', async (name, why) => {
  write(join(plan, 'public'), name);
  const found = await refusals();
  expect(found.join('\n')).toContain(why);
});

test('a folder cannot take the place of the icon of the program', async () => {
  write(join(plan, 'public'), 'favicon.svg/a.txt');
  expect(await refusals()).toEqual([
    'public/favicon.svg  the site writes a file of this name itself  → give it another name',
  ]);
});

test('the icon of the program is published where a plan has none, and a page of its name is a finding', async () => {
  await copy();
  expect(readFileSync(join(root, 'favicon.svg'), 'utf8')).toBe(readFileSync('public/favicon.svg', 'utf8'));
  plan = '.';
  expect(await refusals()).toEqual([
    'public/favicon.svg  the site writes a file of this name itself  → give it another name',
  ]);
});
