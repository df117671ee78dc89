/** What an editor is advised to do helps in this plan, and --accept is named where it takes what the finding says. */
import { expect, test } from 'vitest';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { origin, refusalOf } from '../../support/helpers.ts';

const NUMBERS = Array.from({ length: 30 }, (_, index) => index + 1);

/** A plan of thirty tasks, one of them with another text. */
const planOf = (clause: (number: number) => string, own: Record<number, string> = {}) =>
  [
    '某某县工作方案',
    ...NUMBERS.map((number) => own[number] ?? `${number}.第${number}项。${clause(number)}`),
  ].join('\n');

const bracket = (number: number) => `（第${number}局负责）`;
const label = (number: number) => `\n责任单位：县第${number}局`;
const lead = (number: number) => `\n牵头单位：县第${number}局\n配合单位：县财政局`;

test.each([
  ['in brackets', bracket, '（第1局负责）'],
  ['in lines with a label', label, '责任单位：县第1局'],
  ['in several lines with labels', lead, '县第1局'],
])('a task without a clause is advised with a clause of this plan, %s', (_, clause, example) => {
  const [finding, ...more] = refusalOf(planOf(clause, { 8: '8.没有写谁。' }));
  expect(more).toEqual([]);
  expect(finding).toContain('task 8 has no responsibility clause  → compare with the published page; ');
  expect(finding).toContain(example);
  if (clause !== bracket) expect(finding).not.toMatch(/[（(]|bracket/);
});

test('a table that names nobody is advised as a table', () => {
  const rows = ['1\t甲项\t2018年底前', '2\t乙项\t2018年底前', '3\t丙项\t2018年底前'];
  const [finding] = refusalOf(['某某县任务表', '序号\t任务\t完成时限', ...rows].join('\n'));
  expect(finding).toContain('no column says who is responsible');
  expect(finding).toMatch(/→ compare the heads with the published table$/);
});

/** Findings that name --accept, and others. */
function told(text: string): { accepted: number; others: number } {
  const found = refusalOf(text);
  const accepted = found.filter((one) => one.includes('--accept')).length;
  return { accepted, others: found.length - accepted };
}

test.each([
  ['a task without a clause', { 8: '8.没有写谁。' }],
  ['a bracket without its partner', { 8: '8.甲项（乙。（甲局负责）' }],
  ['a time that is none', { 8: '8.甲项。（甲局负责，20199年底前完成）' }],
])('%s can be accepted as published, and is then no finding', (_, own) => {
  const text = planOf(bracket, own);
  expect(told(text)).toEqual({ accepted: 1, others: 0 });
  expect(parsePlan(text, { ...origin, accept: true }).findings).toEqual([]);
});

test.each([
  ['a missing number', { 8: '9.甲项。（甲局负责）', 9: '10.乙项。（乙局负责）', 10: '' }],
  ['a number that stands twice', { 8: '7.甲项。（甲局负责）' }],
  ['a task without text', { 8: '8.（甲局负责）' }],
  ['a text without numbers', Object.fromEntries(NUMBERS.map((number) => [number, '甲项。（甲局负责）']))],
  ['a text without clauses', Object.fromEntries(NUMBERS.map((number) => [number, `${number}.甲项。`]))],
])('%s cannot be accepted, and nothing says so', (_, own) => {
  const text = planOf(bracket, own);
  const { accepted, others } = told(text);
  expect(accepted).toBe(0);
  expect(others).toBeGreaterThan(0);
  expect(parsePlan(text, { ...origin, accept: true }).findings).toHaveLength(others);
});

test('what was accepted is listed without --accept', () => {
  const { open } = parsePlan(planOf(bracket, { 8: '8.没有写谁。' }), { ...origin, accept: true });
  expect(open.map(({ advice }) => advice).join()).not.toContain('--accept');
});

test('numbers that begin anew below a heading that was lost are one finding', () => {
  const again = NUMBERS.map((number) => `${number}.另${number}项。${bracket(number)}`).join('\n');
  expect(refusalOf(`${planOf(bracket)}\n${again}`)).toEqual([
    expect.stringMatching(
      /:32 {2}task number 1 occurs twice {2}→ it should be 31, or a heading is missing above it$/,
    ),
  ]);
});

test('a heading whose number does not follow is listed, with the one that should stand there', () => {
  const planWith = (sections: string, part = '二') =>
    [
      '某某县工作方案',
      '一、总体要求',
      '做好各项工作。',
      `${part}、重点任务`,
      ...[...sections].flatMap((number, index) => [
        `（${number}）第${index}节`,
        `${2 * index + 1}.甲项。（甲局负责）`,
        `${2 * index + 2}.乙项。（乙局负责）`,
      ]),
    ].join('\n');
  const numbers = (text: string) => {
    const { findings, open } = parsePlan(text, origin);
    expect(findings).toEqual([]);
    return open
      .filter(({ problem }) => problem.includes('heading'))
      .map(({ line, problem }) => [line, problem]);
  };
  expect(numbers(planWith('一二三四'))).toEqual([]);
  expect(numbers(planWith('一二五四'))).toEqual([
    [11, 'a heading has the number 5, where 3 or 1 should stand'],
    [14, 'a heading has the number 4, where 6 or 1 should stand'],
  ]);
  expect(numbers(planWith('一二二'))).toEqual([
    [11, 'a heading has the number 2, where 3 or 1 should stand'],
  ]);
  expect(numbers(planWith('一二', '四'))).toEqual([
    [4, 'a heading has the number 4, where 2 or 1 should stand'],
  ]);
});
