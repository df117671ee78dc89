/** Bad input: one list of findings with place, problem and advice; a failing exit code; nothing written or changed. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder } from '../../../src/content-loader.ts';
import { importSeed } from '../../../src/import/import-plan.ts';
import { formatFindings } from '../../../src/content-files/findings.ts';
import { decodeText } from '../../../src/content-files/decode.ts';
import {
  copyWithoutNotes,
  edit,
  emptyFolder,
  findingsIn,
  lineOf,
  root,
  seedBytes,
  seedFile,
  seedText,
  snapshot,
} from '../../support/helpers.ts';

/** file:line  what is wrong  → what to do; a line only where there is one. */
const FINDING = /^[\w./-]+(?::\d+)? {2}\S.*? {2}→ \S.*$/;

const seedPlace = `seeds/${seedFile}`;

function withSeed(bytes: Uint8Array | string): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, seedPlace), bytes);
  return folder;
}

/** What the import says of a folder; nothing may be written or changed. */
function refused(folder: string): string[] {
  const before = snapshot(folder);
  const { written, findings } = importSeed(folder);
  expect(written).toEqual([]);
  expect(snapshot(folder)).toEqual(before);
  const lines = formatFindings(findings).split('\n');
  for (const one of lines) expect(one).toMatch(FINDING);
  return lines;
}

/** What the import says of the seed with words replaced that stand there once. */
function refusedSeed(from: string, to: string): string[] {
  expect(seedText.split(from)).toHaveLength(2);
  return refused(withSeed(seedText.replace(from, () => to)));
}

/** What the check before the build says of a folder that someone broke; nothing may be changed. */
function stopped(folder: string): string[] {
  const before = snapshot(folder);
  const lines = findingsIn(folder);
  expect(snapshot(folder)).toEqual(before);
  for (const one of lines) expect(one).toMatch(FINDING);
  return lines;
}

/** What it says after one edit. */
function stoppedBy(file: string, from: string, to: string): string[] {
  const folder = copyWithoutNotes();
  edit(folder, file, from, to);
  return stopped(folder);
}

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
/** “法治政府” in GBK, as an old editor saves it. */
const gbk = Uint8Array.of(0xb7, 0xa8, 0xd6, 0xce, 0xd5, 0xfe, 0xb8, 0xae);

describe('a seed that cannot be read', () => {
  test('a missing seed is named, whether the folder is empty or not there', () => {
    const advice = 'seeds/  there is no seed  → put exactly one .txt file there';
    expect(refused(emptyFolder())).toEqual([advice]);
    const folder = emptyFolder();
    mkdirSync(join(folder, 'seeds'));
    expect(refused(folder)).toEqual([advice]);
  });

  test('two seeds are refused', () => {
    const folder = withSeed(seedBytes);
    writeFileSync(join(folder, 'seeds/other.txt'), seedBytes);
    expect(refused(folder)).toEqual(['seeds/  there are 2 seeds  → put exactly one .txt file there']);
  });

  test.each([
    ['an empty file', '', 'the file is empty'],
    ['a file of blanks', ' \n\n', 'the file is empty'],
    ['GBK', gbk, 'the file is not UTF-8; it looks like GBK or GB18030'],
    ['UTF-16, little end first', utf16(seedText, 'le'), 'the file is UTF-16'],
    ['UTF-16, big end first', utf16(seedText, 'be'), 'the file is UTF-16'],
    [
      'UTF-16 without its mark',
      utf16(seedText, 'le').subarray(2),
      'the file has null bytes: UTF-16, or no text',
    ],
    ['a byte-order mark', `\ufeff${seedText}`, 'the file begins with a byte-order mark (BOM)'],
    ['no encoding at all', Uint8Array.of(0x41, 0xff, 0x41, 0xff, 0xff), 'the file is not UTF-8'],
  ])('%s is named as such, by the import and before a build', (_, bytes, problem) => {
    const [finding, ...more] = refused(withSeed(bytes));
    expect(more).toEqual([]);
    expect(finding).toContain(`${seedPlace}  ${problem}  → `);
    const folder = copyWithoutNotes();
    writeFileSync(join(folder, seedPlace), bytes);
    expect(stopped(folder)).toEqual([finding]);
  });

  test('a seed that is missing before a build is named', () => {
    const folder = copyWithoutNotes();
    rmSync(join(folder, seedPlace));
    expect(stopped(folder)).toEqual([expect.stringContaining(`${seedPlace}  the seed is missing  → `)]);
  });

  test('good text is read as it is', () => {
    expect(decodeText(seedBytes, seedPlace)).toEqual({ text: seedText });
  });
});

describe('a seed that is no whole plan', () => {
  test('a repeated task number', () => {
    const found = refusedSeed('\n12)', '\n11)');
    expect(found[0]).toBe(`${seedPlace}:38  task number 11 occurs twice  → it should be 12`);
  });

  test('a missing task number', () => {
    const line = seedText.split('\n')[37] ?? '';
    expect(refusedSeed(`${line}\n`, '')).toEqual([
      `${seedPlace}:39  task 13 follows task 11  → find the missing task 12`,
    ]);
  });

  test('a task without a clause', () => {
    expect(refusedSeed('(区物价局负责)', '')).toEqual([
      expect.stringContaining(`${seedPlace}:32  task 8 has no responsibility clause  → `),
    ]);
  });

  test('an unclosed bracket, in the clause and in the text', () => {
    expect(refusedSeed('(区物价局负责)', '(区物价局负责')).toEqual([
      expect.stringContaining(`${seedPlace}:32  task 8 has an unclosed bracket: “(区物价局负责”  → `),
    ]);
    expect(refusedSeed('村(社区)综合', '村(社区综合')).toEqual([
      expect.stringContaining(`${seedPlace}:40  task 13 has an unclosed bracket: “(社区综合服务平台`),
    ]);
  });

  test('a deadline that is no date', () => {
    expect(refusedSeed('2019年底前完成)', '20199年底前完成)')).toEqual([
      expect.stringContaining(`${seedPlace}:48  task 19: cannot read “20199年底前完成” in the clause  → `),
    ]);
  });

  test('all findings are in one list, and the exit code says that nothing was done', () => {
    const broken = seedText
      .replace('(区物价局负责)', '')
      .replace('2019年底前完成)', '20199年底前完成)')
      .replace('\n31)', '\n30)');
    const folder = withSeed(broken);
    const before = snapshot(folder);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/import.ts')], {
      cwd: root,
      env: { ...process.env, PLAN_DIR: folder },
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    const [list = '', last = ''] = stderr.split('\n\n');
    const found = list.split('\n');
    for (const one of found) expect(one).toMatch(FINDING);
    const places = found.map((one) => /^(\S+) {2}/.exec(one)?.[1]);
    expect(places).toEqual(expect.arrayContaining([32, 48, 75].map((line) => `${seedPlace}:${line}`)));
    expect(last).toContain(`${found.length} findings; nothing was written.`);
    expect(snapshot(folder)).toEqual(before);
    expect(existsSync(join(folder, 'content'))).toBe(false);
  });

  test('a broken seed leaves existing content untouched', () => {
    const folder = copyWithoutNotes();
    rmSync(join(folder, 'content/tasks/24.md'));
    edit(folder, seedPlace, '(区物价局负责)', '');
    expect(refused(folder)).toHaveLength(1);
  });
});

describe('content that an editor broke', () => {
  test('no collection is loaded: the build stops with the number of findings and the whole list', () => {
    const folder = copyWithoutNotes();
    edit(folder, 'content/tasks/07.md', 'measure: 4', 'measure: four');
    for (const name of ['plan', 'tasks', 'units'] as const) {
      const { load } = contentFolder(folder).collection(name);
      expect(() => load({ store: { clear: () => undefined }, config: {} } as never)).toThrow(
        /^1 finding in the content; nothing was built\.\n\ncontent\/tasks\/07\.md:3 {2}measure: .* {2}→ .*\n\nOther rules are held once these are mended/,
      );
    }
  });

  test('where every file could be read, nothing is said of further rules', () => {
    const folder = copyWithoutNotes();
    edit(folder, 'content/tasks/07.md', 'title: 深', 'title: 浅');
    const { load } = contentFolder(folder).collection('plan');
    const context = { store: { clear: () => undefined }, config: {} } as never;
    expect(() => load(context)).toThrow(/^1 finding in the content; nothing was built\.\n\n[^\n]*\n$/);
  });

  test('two tasks with the same number', () => {
    const folder = copyWithoutNotes();
    cpSync(join(folder, 'content/tasks/07.md'), join(folder, 'content/tasks/07-copy.md'));
    expect(stopped(folder)).toEqual([
      expect.stringMatching(
        /^content\/tasks\/07-copy\.md:2 {2}task 7 exists twice, also in content\/tasks\/07\.md: two pages would claim one address {2}→ .*delete a copy/,
      ),
    ]);
  });

  test('a missing task number', () => {
    const folder = copyWithoutNotes();
    rmSync(join(folder, 'content/tasks/12.md'));
    expect(stopped(folder)).toEqual([
      'content/tasks/12.md  the file of task 12 is missing, line 38 of the seed: “12)建立健全守信激”  → bring it back: npm run import',
    ]);
  });

  test('a task without a clause', () => {
    const found = stoppedBy('content/tasks/08.md', 'duty: (区物价局负责)\n', '');
    expect(found).toEqual([
      expect.stringMatching(/^content\/tasks\/08\.md:\d+ {2}duty: .* {2}→ src\/content-files\/schema\.ts/),
    ]);
  });

  test('a clause whose bracket is not closed', () => {
    expect(stoppedBy('content/tasks/08.md', '(区物价局负责)', '(区物价局负责')).toEqual([
      expect.stringMatching(
        /^content\/tasks\/08\.md:\d+ {2}differs from line 32 of the seed at character \d+: “.*区物价局负责”, the seed has “.*区物价局负责\)” {2}→ /,
      ),
    ]);
  });

  test('a deadline that is no date, in a clause and in the general rule', () => {
    expect(stoppedBy('content/tasks/19.md', '2019年底前完成', '20199年底前完成')).toEqual([
      expect.stringMatching(
        /^content\/tasks\/19\.md:\d+ {2}differs from line \d+ of the seed at character \d+: “.*20199年.*”, the seed has /,
      ),
    ]);
    const folder = copyWithoutNotes();
    const at = lineOf(folder, 'content/plan.yaml', '2019-12-31');
    edit(folder, 'content/plan.yaml', "'2019-12-31'", "'2019-13-31'");
    expect(stopped(folder)).toEqual([
      expect.stringContaining(
        `content/plan.yaml:${at}  generalDeadline.date: must be a date like "2017-12-31", in quotes  → `,
      ),
    ]);
  });

  test('an unknown unit is a difference from the seed; without a seed, with the nearest registered name', () => {
    const folder = copyWithoutNotes();
    edit(folder, 'content/tasks/08.md', '(区物价局负责)', '(区物价所负责)');
    const at = lineOf(folder, 'content/tasks/08.md', 'duty:');
    expect(stopped(folder)).toEqual([
      expect.stringMatching(
        /^content\/tasks\/08\.md:7 {2}differs from line 32 .*“.*区物价所.*”, the seed has “.*区物价局.*” {2}→ /,
      ),
    ]);
    rmSync(join(folder, seedPlace));
    expect(stopped(folder)).toContainEqual(
      `content/tasks/08.md:${at}  task 8: unknown unit “区物价所”  → did you mean “区物价局”? A new unit is registered in content/units.yaml`,
    );
  });

  test('a registered title that the text has otherwise is one finding, and so is one that is not registered', () => {
    const folder = copyWithoutNotes();
    edit(folder, 'content/documents.yaml', 'title: 中国共产党问责条例', 'title: 中国共产党问责办法');
    const at = lineOf(folder, 'content/documents.yaml', '问责办法');
    expect(stopped(folder)).toEqual([
      `content/documents.yaml:${at}  no text names 《中国共产党问责办法》, but some names 《中国共产党问责条例》  → write it as the text does`,
    ]);
    const other = copyWithoutNotes();
    const file = join(other, 'content/documents.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/- id: \S+\n {2}title: 中国共产党问责条例\n(?: {2}.*\n)+/, ''),
    );
    expect(stopped(other)).toEqual([
      expect.stringMatching(
        /^content\/tasks\/43\.md:\d+ {2}unknown document 《中国共产党问责条例》, here and in 1 other place {2}→ register it in content\/documents\.yaml; the nearest/,
      ),
    ]);
  });

  test.each([
    ['a number in words', 'number: 7', 'number: seven', 2, 'number: '],
    ['an empty title', /title: .*/, "title: ''", 4, 'title: '],
    ['a field nobody knows', 'number: 7', 'nummer: 7', 2, 'nummer: there is no such field  → write number:'],
    ['a line number below one', 'line: 31', 'line: 0', 5, 'line: '],
  ])('front matter that does not fit its schema: %s', (_, from, to, line, problem) => {
    const folder = copyWithoutNotes();
    const file = join(folder, 'content/tasks/07.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    expect(stopped(folder)).toContainEqual(
      expect.stringContaining(`content/tasks/07.md:${line}  ${problem}`),
    );
  });

  test('a file without front matter, and a file that is not there', () => {
    expect(stoppedBy('content/tasks/07.md', '---\nnumber', 'number')).toEqual([
      expect.stringContaining('content/tasks/07.md:1  no front matter  → '),
    ]);
    const folder = copyWithoutNotes();
    rmSync(join(folder, 'content/units.yaml'));
    expect(stopped(folder)).toEqual([expect.stringContaining('content/units.yaml  the file is missing  → ')]);
  });

  test('a page of the site without its description, or with an unknown field', () => {
    expect(stoppedBy('content/pages/data.mdx', 'description: ', 'summary: ')).toEqual([
      expect.stringContaining(
        'content/pages/data.mdx:3  summary: there is no such field  → write description:',
      ),
    ]);
  });

  test('a content file in another encoding', () => {
    const folder = copyWithoutNotes();
    writeFileSync(join(folder, 'content/tasks/07.md'), gbk);
    const file = join(folder, 'content/tasks/08.md');
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8')}`);
    expect(stopped(folder)).toEqual([
      expect.stringContaining('content/tasks/07.md  the file is not UTF-8; it looks like GBK'),
      expect.stringContaining('content/tasks/08.md  the file begins with a byte-order mark (BOM)'),
    ]);
  });

  test('line ends of Windows are no mistake in a content file', () => {
    const folder = copyWithoutNotes();
    const file = join(folder, 'content/tasks/24.md');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    expect(stopped(folder)).toEqual([]);
  });

  test('all findings at once, in one list, sorted by file and line', () => {
    const folder = copyWithoutNotes();
    edit(folder, 'content/tasks/08.md', '(区物价局负责)', '(区物价所负责)');
    edit(folder, 'content/tasks/19.md', '2019年底前完成)', '2019年底前完成');
    edit(folder, 'content/tasks/31.md', 'measure: 16', 'measure: sixteen');
    edit(folder, 'content/tasks/40.md', 'number: 40', 'number: 41');
    edit(folder, 'content/tasks/14.md', '《广西四类社会组织直接登记管理暂行办法》', '《某办法》');
    rmSync(join(folder, seedPlace));
    const places = stopped(folder).map((one) => one.split(/:|\s\s/)[0]);
    expect(places).toEqual([
      'content/tasks/08.md',
      'content/tasks/14.md',
      'content/tasks/19.md',
      'content/tasks/31.md',
      'content/tasks/40.md',
      seedPlace,
    ]);
  });
});
