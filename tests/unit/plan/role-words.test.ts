/** P6: a unit's role is called as its own clauses call it, never by the word of another unit. */
import { expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { countMatrix, deadlineColumn } from '../../../src/charts/matrix-counts.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { dutyText } from '../../../src/labels/duties.ts';
import { roleName, roleWordsText } from '../../../src/labels/roles.ts';
import { unitFacts } from '../../../src/labels/units.ts';
import { tasksNaming } from '../../../src/plan/links.ts';
import { roleNames, unitRoleNames } from '../../../src/plan/role-words.ts';
import { roleCounts } from '../../../src/plan/unit-lists.ts';
import { origin, shortSeed, the } from '../../support/helpers.ts';

const seed = shortSeed(
  '1)甲项。（甲局承办，2018年底前完成）',
  '2)乙项。（甲局承办，乙局落实，2018年底前完成）',
  '3)丙项。（丙局落实，2018年底前完成）',
  '4)丁项。（丙局承办，2018年底前完成）',
  '5)戊项。（甲局承办，2018年底前完成）',
);
const plan = assemble(interpret(the(parsePlan(seed, { ...origin, accept: true }).content)));
const unit = (name: string) =>
  the(
    plan.units.find((one) => one.name === name),
    name,
  );
const factsOf = (name: string) => {
  const roles = unitRoleNames(unit(name), plan);
  return unitFacts(roleCounts(unit(name), [...roles.keys()]), roles);
};

test('where all clauses of a unit use one word, that word is shown; where they differ, all of them', () => {
  expect(factsOf('甲局')).toBe('3项任务：承办 3');
  expect(factsOf('乙局')).toBe('1项任务：落实 1');
  expect(factsOf('丙局')).toBe('2项任务：落实／承办 2');
});

test('what stands for all units of a plan names all words', () => {
  expect(roleName(roleNames(plan), 'implement')).toBe('承办／落实');
});

test('units of one clause keep their words', () => {
  expect(dutyText(the(plan.tasks[1]))).toBe('甲局 承办，乙局 落实');
  const own = (name: string) =>
    roleWordsText(tasksNaming(unit(name).id, plan.tasks), unit(name), 'implement');
  expect(own('甲局')).toBe('，条款用语：“承办”');
  expect(own('乙局')).toBe('，条款用语：“落实”');
});

test('a row of the matrix has the words of its unit', () => {
  const rows = countMatrix(plan, deadlineColumn).named.rows;
  expect(rows.map((row) => `${row.unit.name} ${roleName(row.roles, 'implement')}`).sort()).toEqual([
    '丙局 落实／承办',
    '乙局 落实',
    '甲局 承办',
  ]);
});
