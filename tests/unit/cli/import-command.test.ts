/** A command that cannot be run says what is missing or wrong in it, all at once, and how it is written. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readCommand, USAGE } from '../../../src/cli/import-command.ts';
import { emptyFolder, root, snapshot } from '../../support/helpers.ts';

const wrongIn = (args: string, env: NodeJS.ProcessEnv = {}) =>
  readCommand(args === '' ? [] : args.split(' '), env).findings?.map(
    ({ file, problem, advice }) => `${file}  ${problem}  → ${advice}`,
  );

test.each([
  ['--foo', ['--foo  there is no such option  → take one of those below']],
  ['-c', ['-c  there is no such option  → take one of those below']],
  ['a.txt', ['a.txt  no folder is named to import this file into  → add --into and a new folder']],
  ['a.txt --into', ['--into  no folder is named after it  → write --into and a folder']],
  ['a.txt --into=', ['--into  no folder is named after it  → write --into and a folder']],
  ['a.txt --into --accept', ['--into  no folder is named after it  → write --into and a folder']],
  ['--report', ['--report  no file is named after it  → write --report and a file']],
  [
    'a.txt b.txt --into c',
    ['b.txt  this is a second file  → import one file, each into a folder of its own'],
  ],
  ['--into a --into b', ['--into  this option is given twice  → give it once']],
  ['--check=no', ['--check  nothing is to follow this option  → write --check alone']],
  ['--check a.txt', ['a.txt  --check takes no file  → take out the file, or --check']],
  ['--check --accept', ['--accept  --check does nothing of it  → take it out, or --check']],
  [
    'a.html --into b --report a.html',
    ['a.html  the report would overwrite the file to import  → give it another name'],
  ],
  ['--report seeds', ['seeds  the report is a web page  → give it a name that ends in .html']],
  [
    'a.txt --into /tmp/plan/content',
    ['/tmp/plan/content  this is the folder content/ of a plan  → name the folder above it: /tmp/plan'],
  ],
  [
    '--check --into /tmp/plan/seeds/',
    ['/tmp/plan/seeds/  this is the folder seeds/ of a plan  → name the folder above it: /tmp/plan'],
  ],
  ['--report no/a.html', ['no/a.html  the folder for it is not there  → make the folder first']],
])('what is wrong with “%s” is said', (args, findings) => {
  expect(wrongIn(args)).toEqual(findings);
});

test('the folder with the content is known under any name, and as PLAN_DIR', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'plan.yaml'), '');
  const finding = `${folder}  this is the folder content/ of a plan  → name the folder above it: ${dirname(folder)}`;
  expect(wrongIn(`a.txt --into ${folder}`)).toEqual([finding]);
  expect(wrongIn('--check', { PLAN_DIR: folder })).toEqual([finding]);
});

test('all that is wrong is said at once', () => {
  expect(wrongIn('a.txt --foo b.txt --check=no')).toHaveLength(4);
});

test('options that npm kept for itself are named, and not what comes of it', () => {
  const npm = { npm_config_into: 'true', npm_config_accept: 'true' };
  expect(wrongIn('a.txt folder', npm)).toEqual([
    '--into  npm took this option for one of its own  → write -- before it, as below',
    '--accept  npm took this option for one of its own  → write -- before it, as below',
  ]);
});

test.each(['', '--into a', 'a.txt --into a', '--accept', '--check', '--check --into a', '--help'])(
  '“%s” can be run',
  (args) => {
    expect(wrongIn(args)).toBeUndefined();
  },
);

test('an option that takes a value is named by its folder or file, from where the command was given', () => {
  const { command } = readCommand(['a.txt', '--into', 'b', '--report', 'c.html'], { INIT_CWD: root });
  expect(command).toMatchObject({ file: join(root, 'a.txt'), root: join(root, 'b'), into: 'b' });
  expect(command?.report).toBe(join(root, 'c.html'));
});

const PLAN = '某某县工作方案\n1.甲项。（甲局负责）\n2.乙项。（乙局负责）\n';

/** Runs the import as an editor does. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/import.ts', ...args], {
    ...{ cwd: root, encoding: 'utf8', timeout: 20_000 },
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, lines: stderr.split('\n').filter((one) => one !== '') };
}

test('a wrong command ends with the exit code 1 and the usage', () => {
  const { status, stdout, lines } = run('--foo');
  expect([status, stdout]).toEqual([1, '']);
  expect(lines[0]).toContain('--foo  there is no such option');
  expect(lines.slice(1)).toEqual(USAGE.split('\n').filter((one) => one !== ''));
});

test.each([
  ['/proc/x', '/proc/x  no folder can be made here  → use another folder'],
  ['/proc', '/proc  no folder can be made here  → use another folder'],
  ['/dev/null', '/dev/null  this is a file, not a folder  → name a folder'],
  ['/dev/null/x', '/dev/null  this is a file, not a folder  → name a folder'],
  [`/tmp/${'x'.repeat(300)}`, `/tmp/${'x'.repeat(300)}  the name is too long  → use a shorter one`],
])('into %s, where nothing can be written', (folder, finding) => {
  const file = join(emptyFolder(), 'plan.txt');
  writeFileSync(file, PLAN);
  expect(run(file, '--into', folder)).toEqual({
    ...{ status: 1, stdout: '', lines: [finding, '1 finding; nothing was written.'] },
  });
});

test.each([
  ['nothing', () => undefined, 'there is no such file or folder  → check the path'],
  [
    'a folder',
    (path: string) => {
      mkdirSync(path);
    },
    'this is a folder, not a file  → name a file, or put one in its place',
  ],
  ['a pipe', (path: string) => spawnSync('mkfifo', [path]), 'this is a device, not a file  → name a file'],
])('%s in place of the file to import leaves nothing behind', (_, put, finding) => {
  const folder = emptyFolder();
  const file = join(folder, 'plan.txt');
  put(file);
  expect(run(file, '--into', join(folder, 'new/one'))).toEqual({
    ...{ status: 1, stdout: '', lines: [`${file}  ${finding}`, '1 finding; nothing was written.'] },
  });
  expect([...snapshot(folder)]).toEqual([]);
});

test('a file in the place of content/ is a finding, and stays', () => {
  const folder = emptyFolder();
  const file = join(folder, 'plan.txt');
  writeFileSync(file, PLAN);
  writeFileSync(join(folder, 'content'), 'mine');
  const before = snapshot(folder);
  const { status, lines } = run(file, '--into', folder);
  expect([status, lines[0]]).toEqual([
    1,
    `${join(folder, 'content/plan.yaml')}  part of the path is a file, not a folder  → check the path`,
  ]);
  expect(snapshot(folder)).toEqual(before);
});
