/** Long texts: 1 MB is read in two seconds, and no run of punctuation makes a regular expression backtrack for ever. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import { LIMITS, parsePlan } from '../../../src/import/parse-plan.ts';
import { readChecked } from '../../../src/rules/read-checked.ts';
import { emptyFolder, origin, root, seedLines, seedText } from '../../support/helpers.ts';

/** Milliseconds of this process; what else runs on the machine does not count. */
const cpu = () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage());

function timeOf(text: string): number {
  const before = cpu();
  const { content, findings } = parsePlan(text, origin);
  const time = cpu() - before;
  expect(content !== undefined || findings.length > 0).toBe(true);
  return time;
}

const MB = 1_000_000;
const upTo = (size: number, one: string) => one.repeat(Math.ceil(size / Buffer.byteLength(one)));
const provincial = readFileSync(join(root, 'tests/plans/provincial.txt'), 'utf8');
const longPlan = [
  ...seedLines.slice(0, 22),
  ...Array.from(
    { length: 3500 },
    (_, index) =>
      `${index + 2})推进工作${index}。建立制度,落实责任,制定工作${index}方案,2018年6月底前报送。(区编办牵头,区某${index % 300}局等有关部门按职责分别负责,2018年底前完成)`,
  ),
].join('\n');

test.each([
  ['a plan of 3,500 tasks', longPlan],
  ['the same on one line', longPlan.replaceAll('\n', '')],
  ['the seed again and again', upTo(MB, `${seedText}\n`)],
  ['a plan with full-width marks again and again', upTo(MB, provincial)],
  ['the same on one line', upTo(MB, provincial).replaceAll('\n', '')],
])('1 MB of text, %s, takes two seconds at most', (_, text) => {
  expect(timeOf(text)).toBeLessThan(2000);
});

const RUNS = [
  '(',
  ')',
  '（',
  '()',
  '2',
  '20152020年',
  '〔20155号',
  '、',
  '等',
  '和',
  '《',
  '》',
  '。',
  '，',
  ' ',
  '\u3000',
  '\u200b',
  '一、',
  '（一）',
  '1.',
  '①',
];
const MORE = [
  '责任单位：',
  '（负责）',
  '（同上）',
  '。（甲负责）',
  '制定',
  '制定方案，',
  '12月底前',
  '以下不再',
  '原则上',
  '到2020年,',
  '会同',
  '首页 > ',
  '目标:',
  '附件',
  '各镇党委、',
  '其他',
  '县、',
  '(甲、',
  '2018年 ',
];

test.each([...RUNS, ...MORE])('a long run of “%s” in a task', (one) => {
  const head = seedLines.slice(0, 21).join('\n');
  // With a time behind it, so that times are looked for.
  expect(timeOf(`${head}\n1)${upTo(MB / 5, one)}12月底前。(甲负责)`)).toBeLessThan(2000);
});

/** Imports a text from the seeds/ of a folder and reads what was written, as the build does. */
function importTimeOf(text: string) {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'seeds/plan.txt'), text);
  const before = cpu();
  const { findings } = importSeed(folder);
  if (findings.length === 0) findings.push(...readChecked(folder).findings);
  return { time: cpu() - before, problems: findings.map(({ problem }) => problem) };
}

const small = '某某县工作方案\n1.甲项。（甲局负责）\n2.乙项。（乙局负责）';

test('as many empty lines as a text may have are read and checked in two seconds', () => {
  const { time, problems } = importTimeOf(small + '\n'.repeat(LIMITS.lines - 3));
  expect(problems).toEqual([]);
  expect(time).toBeLessThan(2000);
});

test.each([
  ['1 MB of empty lines', small + '\n'.repeat(MB), '1000003 lines'],
  ['lines of one character', small + '\n1'.repeat(MB / 2), '500003 lines'],
  ['too many characters', small + '。'.repeat(2 * MB), '2000031 characters'],
])('%s are refused with the limit, in two seconds', (_, text, problem) => {
  const { time, problems } = importTimeOf(text);
  expect(problems).toEqual([
    expect.stringMatching(new RegExp(`^the text has ${problem}; a plan has at most`)),
  ]);
  expect(time).toBeLessThan(2000);
});
