import { expect, test } from 'vitest';
import { isClause, readClause } from '../../../src/clauses/read-clause.ts';
import type { Role } from '../../../src/plan/model.ts';
import { briefly, numbers, publishedPlan, the, partsOf } from '../../support/helpers.ts';

const { tasks, units } = publishedPlan();
const task = (number: number) => the(tasks.find((one) => one.number === number));
const numbersWith = (role: Role) =>
  tasks.filter(({ duty }) => duty.units.some((unit) => unit.role === role)).map(({ number }) => number);

test.each([
  ['(甲牵头)', 'lead', '牵头'],
  ['(甲按职责分别负责)', 'joint', '按职责分别负责'],
  ['(甲按职责分工负责)', 'joint', '按职责分工负责'],
  ['(甲负责)', 'sole', '负责'],
  ['(甲配合)', 'support', '配合'],
])('%s gives the role %s and its role word %s', (clause, role, words) => {
  expect(briefly(clause)).toEqual([`unit 甲 ${role}`, `role ${words} ${role}`]);
});

test('a clause is read unit by unit in the order of the text', () => {
  expect(briefly('(区编办牵头,区政务服务管理办、区发改局等有关部门按职责分别负责,2018年底前完成)')).toEqual([
    'unit 区编办 lead',
    'role 牵头 lead',
    'unit 区政务服务管理办 joint',
    'unit 区发改局 joint',
    'open 等有关部门',
    'role 按职责分别负责 joint',
    'deadline 2018年底前完成',
  ]);
});

test('等有关部门 is no unit, also in the middle of a list', () => {
  const middle = partsOf('(甲、乙等有关部门、各镇政府按职责分别负责)');
  expect(middle.filter(({ kind }) => kind === 'unit').map(({ source }) => source)).toEqual([
    '甲',
    '乙',
    '各镇政府',
  ]);
  expect(middle.some(({ kind }) => kind === 'open')).toBe(true);
  expect(units.filter(({ name }) => name.includes('等有关部门'))).toEqual([]);
});

test('各有关部门 and 区直各有关部门 are bodies of their own and leave no list open', () => {
  expect(briefly('(各有关部门、区直各有关部门负责)')).toEqual([
    'unit 各有关部门 sole',
    'unit 区直各有关部门 sole',
    'role 负责 sole',
  ]);
});

test('the parts of all 65 clauses join to the clause, and their texts to the shown text', () => {
  expect(tasks).toHaveLength(65);
  for (const { duty } of tasks) {
    expect(duty.parts.map(({ source }) => source).join('')).toBe(duty.source);
    expect(duty.parts.map(({ text }) => text).join('')).toBe(duty.shown);
  }
});

test('the parts of a thousand generated clauses join to the clause', () => {
  const below = numbers();
  const pick = <T>(all: readonly T[]) => the(all[below(all.length)]);
  const words = ['牵头', '按职责分别负责', '按职责分工负责', '负责', '配合'];
  const list = () =>
    Array.from({ length: 1 + below(6) }, () => pick(units).name + (below(4) === 0 ? '等有关部门' : '')).join(
      '、',
    );
  for (let round = 0; round < 1000; round++) {
    const segments = Array.from({ length: 1 + below(3) }, () => list() + pick(words));
    if (below(2) === 0) segments.push(`${2016 + below(5)}年${pick(['', '年'])}底前完成`);
    const clause = `(${segments.join(',')})`;
    expect(isClause(clause)).toBe(true);
    expect(
      partsOf(clause)
        .map(({ source }) => source)
        .join(''),
    ).toBe(clause);
  }
});

test('41 tasks name a lead and 24 name none; a lead is never taken from the order', () => {
  expect(numbersWith('lead')).toHaveLength(41);
  expect(tasks.filter(({ duty }) => !duty.source.includes('牵头'))).toHaveLength(24);
  expect(task(5).duty.units.map(({ role }) => role)).toEqual(['joint', 'joint', 'joint']);
});

test('26 tasks leave the list of units open', () => {
  expect(tasks.filter(({ duty }) => duty.openEnded)).toHaveLength(26);
  for (const { duty } of tasks) expect(duty.openEnded).toBe(duty.source.includes('等有关部门'));
});

test('配合 occurs once, in task 34, for three units', () => {
  expect(numbersWith('support')).toEqual([34]);
  expect(task(34).duty.units.map(({ name, role }) => `${name} ${role}`)).toEqual([
    '区城市综合执法局 lead',
    '区编办 support',
    '区法制办 support',
    '区住建局 support',
  ]);
});

test('two bodies can lead together, and every one of them leads', () => {
  expect(
    task(2)
      .duty.units.filter(({ role }) => role === 'lead')
      .map(({ name }) => name),
  ).toEqual(['区编办', '区政务服务管理办']);
});

test('task 43 has a collective body as its lead', () => {
  expect(task(43).duty.units).toMatchObject([{ name: '全区各级政府及其部门党组', role: 'lead' }]);
});

test('the collective bodies of the plan are registered as such, and no bureau is', () => {
  const collective = units.filter(({ kind }) => kind === 'collective').map(({ name }) => name);
  expect(collective.sort()).toEqual(
    [
      '区直各有关部门',
      '区直各部门',
      '各有关部门',
      '各镇政府',
      '街道办事处',
      '规范性文件制定机关',
      '各行政决策机关',
      '区各行政执法机关',
      '区各行政机关',
      '全区各级政府及其部门',
      '全区各级政府及其部门党组',
    ].sort(),
  );
});

test.each([
  '(街道办事处)',
  '(社区)',
  '(钦政发〔201550号)',
  '(街道)',
  '(主任)',
  '(居)',
  '(党组、工委)',
  '(2017年底前完成)',
])('%s is a bracket of the text, not a clause', (bracket) => {
  expect(isClause(bracket)).toBe(false);
});

test.each(['(甲负责', '甲负责)', '(甲)负责)', '(甲负责)。'])('“%s” is no whole clause', (text) => {
  expect(isClause(text)).toBe(false);
});

test.each([
  ['(甲牵头,乙)', '乙'],
  ['(甲参与)', '甲参与'],
  ['(甲负责,2017年底)', '2017年底'],
  ['(甲负责,)', ''],
  ['(、甲负责)', '、甲负责'],
  ['(负责)', '负责'],
  ['(等有关部门负责)', '等有关部门负责'],
])('%s cannot be read, and the message quotes “%s”', (clause, rest) => {
  expect(readClause(clause)).toEqual({ unreadable: rest });
});

test('no clause uses the word 参与, and there is no role for it', () => {
  expect(tasks.filter(({ duty }) => duty.source.includes('参与'))).toEqual([]);
  const words = new Set(
    tasks.flatMap(({ duty }) => duty.parts.flatMap((part) => (part.kind === 'role' ? [part.source] : []))),
  );
  expect([...words].sort()).toEqual(['按职责分别负责', '按职责分工负责', '牵头', '负责', '配合'].sort());
});
