/** A6: an import writes all of its files or none, and two never mix. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFile, importSeed } from '../../../src/import/import-plan.ts';
import { LOCK, withLock, writeAll } from '../../../src/import/write-files.ts';
import { emptyFolder, findingsIn } from '../../support/helpers.ts';

const PLAN = '某某县工作方案\n1.甲项。（甲局负责）\n2.乙项。（乙局负责）\n';
const folderWith = (text: string) => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'seeds/plan.txt'), text);
  return folder;
};

test('where one file cannot be written, none is, and nothing is left behind', () => {
  const folder = emptyFolder();
  expect(() => {
    writeAll(folder, [
      ['content/a.yaml', 'a'],
      ['content/b.yaml', undefined as unknown as string],
    ]);
  }).toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

// In a container, the process that was ended may have had the number of this one.
test.each([['999999999'], [String(process.pid)], []])(
  'what an import left that was ended with %j in its lock is taken away by the next',
  (...holder) => {
    const folder = folderWith(PLAN);
    mkdirSync(join(folder, '.import-new'));
    writeFileSync(join(folder, '.import-new/0'), 'half');
    mkdirSync(join(folder, LOCK, ...holder), { recursive: true });
    mkdirSync(join(folder, `${LOCK}-999999999/999999999`), { recursive: true });
    expect(importSeed(folder).findings).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['content', 'seeds']);
    expect(findingsIn(folder)).toEqual([]);
  },
);

test('a second import into the same folder is refused while one is running', () => {
  const folder = folderWith(PLAN);
  const second = withLock(folder, () => importSeed(folder));
  expect(second?.findings[0]?.problem).toBe('another import into this folder is running');
  expect(existsSync(join(folder, 'content'))).toBe(false);
  expect(existsSync(join(folder, LOCK))).toBe(false);
});

test('an import that is refused makes no folder', () => {
  const folder = join(emptyFolder(), 'new');
  expect(importFile('/nowhere/plan.txt', folder).findings).toHaveLength(1);
  expect(existsSync(folder)).toBe(false);
});

test('a folder named like a content file is a finding', () => {
  const folder = folderWith(PLAN);
  importSeed(folder);
  mkdirSync(join(folder, 'content/tasks/99.md'));
  expect(findingsIn(folder)).toEqual([
    expect.stringContaining('content/tasks/99.md  this is a folder, not a file'),
  ]);
});

test.each([['（区档案局按照《档案法》负责）'], ['（甲局、《某办法》负责）'], ['（由“甲乙”负责）']])(
  'A4: what an import writes builds, with the clause %s',
  (clause) => {
    const folder = folderWith(PLAN.replace('（甲局负责）', clause) + '3.丙项。（丙局负责）\n');
    expect(importSeed(folder, { accept: true }).findings).toEqual([]);
    expect(findingsIn(folder)).toEqual([]);
    expect(readFileSync(join(folder, 'content/units.yaml'), 'utf8')).not.toMatch(/name: .*[《“]/);
  },
);

test.each([
  '） 第一章 第一条 第二章 ①。（负责）第二条',
  ')\n4)(牵头\n39.。(,负责)40.',
  '第一条 （负责）第二条 （负责）\n第一条',
])('A5: every character of %j has its place, or the import says what is wrong with the text', (text) => {
  const { findings } = importSeed(folderWith(`某某方案\n${text}`), { accept: true });
  expect(findings.map(({ problem }) => problem).join()).not.toContain('accounted for');
});

test('A7: controls of direction stop the import', () => {
  const { findings } = importSeed(folderWith(PLAN.replace('乙局', '\u202e乙局')), { accept: true });
  expect(findings.map(({ line, problem }) => `${line ?? ''} ${problem}`)).toEqual([
    '3 character 7 (U+202E) turns the direction of the text',
  ]);
});

test('A9: numbers above 9,999 are named', () => {
  const { open } = importSeed(folderWith(`${PLAN}10000.丙项。（丙局负责）\n`), { accept: true });
  expect(open.map(({ problem }) => problem).join()).toContain('above 9,999');
});

test('an entry can be written below the comment of a list that the import left empty', () => {
  const folder = folderWith(PLAN);
  importSeed(folder);
  const file = join(folder, 'content/corrections.yaml');
  expect(readFileSync(file, 'utf8')).toMatch(/^# .*\n$/);
  expect(findingsIn(folder)).toEqual([]);
  const entry = `- id: 1
  line: 2
  received: 甲项
  shown: 甲项
  suspected: 乙项
  kind: suspected-misprint
  reason: 试。
`;
  appendFileSync(file, entry);
  expect(findingsIn(folder)).toEqual([]);
  writeFileSync(file, `# 勘误\n[]\n${entry}`);
  expect(findingsIn(folder)).toEqual([
    expect.stringMatching(
      /corrections\.yaml:2 {2}\[\] is a list without entries, .* → take the line with \[\] out/,
    ),
  ]);
  // Emptied by mistake, it is no list.
  writeFileSync(file, '');
  expect(findingsIn(folder)).toHaveLength(1);
});
