/** Published evidence is shown with its source; without any nothing is concluded. Fixtures stay in the tests. */
import { interpret } from '../../../src/content-files/interpret.ts';
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_PROGRESS, progressText } from '../../../src/labels/tasks.ts';
import { assemble } from '../../../src/assemble/plan.ts';
import { check } from '../../../src/rules/check.ts';
import { planData } from '../../../src/data/formats/plan-json.ts';
import { draftOf, seedText } from '../../support/helpers.ts';

const content = draftOf(seedText);
const seed = { text: seedText, sha256: content.plan.source.sha256 };

const entry = (task: number, date: string) => ({
  file: `content/progress/${task}-${date}.yaml`,
  task,
  date,
  statement: '测试用的表述',
  source: { title: '测试材料', publisher: '测试单位', url: 'https://example.test/a' },
});

test('the published site has no evidence, and states only that', () => {
  const folder = 'content/progress';
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  expect(files).toEqual([]);
  expect(NO_PROGRESS).not.toMatch(/未完成|没有完成|逾期/);
});

test('evidence belongs to its task, oldest first, in the model and in the data', () => {
  const progress = [entry(10, '2019-01-02'), entry(10, '2018-03-04'), entry(3, '2018-01-01')];
  const plan = assemble(interpret({ ...content, progress }));
  const [ten, four] = [plan.tasks[9], plan.tasks[3]];
  expect(ten?.progress.map(({ date }) => date)).toEqual(['2018-03-04', '2019-01-02']);
  expect(ten && progressText(ten)).toContain('2条');
  expect(four && progressText(four)).toBe('');
  const data = planData(plan, (address) => address);
  expect(data.tasks[9]?.progress[0]?.source.publisher).toBe('测试单位');
  expect(data.tasks[3]?.progress).toEqual([]);
});

test('evidence for a task that does not exist, or older than the plan, stops the build', () => {
  const progress = [entry(66, '2018-01-01'), entry(10, '2016-01-01')];
  const findings = check(interpret({ ...content, progress }), seed);
  expect(findings.map(({ file }) => file)).toEqual(progress.map(({ file }) => file));
});
