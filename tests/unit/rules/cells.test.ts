/** An editor who changes a cell of a task file: the build compares it with the row, and with the head of its column. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { interpret } from '../../../src/content-files/interpret.ts';
import type { Content } from '../../../src/content-files/schema.ts';
import { check } from '../../../src/rules/check.ts';
import { draftOf, origin, root, the } from '../../support/helpers.ts';

const planText = (name: string) => readFileSync(join(root, `tests/plans/${name}.txt`), 'utf8');

/** What check says after a change of a task of a plan, as “keys  problem”. */
function findings(text: string, number: number, change: (task: Content['tasks'][number]) => void): string[] {
  const content = draftOf(text);
  change(the(content.tasks.find((one) => one.number === number)));
  return check(interpret(content), { text, sha256: origin.sha256 }).map(
    ({ at, problem }) => `${at?.join('.') ?? ''}  ${problem}`,
  );
}
const cell = (task: Content['tasks'][number], index: number) => the(task.cells?.[index]);

test.each(['table', 'table-bars', 'table-cells', 'table-heads'])(
  'what the importer reads from %s obeys the rule',
  (name) => {
    expect(findings(planText(name), 1, () => undefined)).toEqual([]);
  },
);

test('a cell cut to a part of its words is refused', () => {
  const found = findings(planText('table'), 1, (task) => (cell(task, 1).text = '县发改局'));
  expect(found).toContain(
    'cells.1.text  task 1: the row of the table has “县发改局、县财政局” here, not “县发改局”',
  );
  const inBars = findings(planText('table-bars'), 1, (task) => (cell(task, 0).text = '市税务局'));
  expect(inBars.join('\n')).toContain('has “市市场监管局、市税务局” here, not “市税务局”');
  const onLines = findings(planText('table-cells'), 1, (task) => (cell(task, 1).text = '区财政局'));
  expect(onLines.join('\n')).toContain('has “区财政局、区统计局” here, not “区财政局”');
});

test('a cell that stands in a row above is cut no more than another', () => {
  const found = findings(planText('table'), 5, (task) => (cell(task, 1).text = '人民政府'));
  expect(found.join('\n')).toContain('has “各镇人民政府” here, not “人民政府”');
});

test('a cell left out, or doubled, is refused', () => {
  const less = findings(planText('table'), 4, (task) => task.cells?.pop());
  expect(less).toEqual(['cells  task 4: the row of the table has “王五” here, not nothing']);
  const more = findings(planText('table'), 4, (task) => task.cells?.push({ ...cell(task, 3) }));
  expect(more).toEqual(['cells.4  task 4: the row of the table has nothing here, not “王五”']);
  const none = findings(planText('table'), 4, (task) => delete task.cells);
  expect(none.join('\n')).toContain('the row of the table has “县住建局” here, not nothing');
});

test('the task is the whole words of its cell', () => {
  const found = findings(planText('table'), 4, (task) => {
    [task.title, task.text, task.tail] = ['老旧小区', '实施老旧小区', `改造${task.tail ?? ''}`];
  });
  expect(found).toEqual([
    'text  task 4: the row of the table has “实施老旧小区改造” here, not “实施老旧小区”',
  ]);
});

test('a head is that of its column, and the role is what the head says', () => {
  const head = findings(planText('table'), 4, (task) => (cell(task, 0).head = '配合单位'));
  expect(head).toEqual(['cells.0.head  task 4: the row of the table has “牵头单位” here, not “配合单位”']);
  const says = findings(planText('table'), 4, (task) => (cell(task, 0).says = 'support'));
  expect(says).toEqual(['cells.0.says  task 4: the row of the table has “lead” here, not “support”']);
  const both = findings(planText('table-heads'), 1, (task) =>
    Object.assign(cell(task, 1), { head: '配合部门', says: 'support' }),
  );
  expect(both.map((one) => one.split('  ')[0])).toEqual(['cells.1.head', 'cells.1.says']);
});

test('the units of a second row of a task are all its own', () => {
  const text = planText('table').replace('\n二、', '\n\t\t\t县水利局、县审计局\n二、');
  expect(draftOf(text).tasks[1]?.cells?.at(-1)).toEqual({
    ...{ head: '配合单位', says: 'support', text: '县水利局、县审计局' },
  });
  expect(findings(text, 2, () => undefined)).toEqual([]);
  const found = findings(text, 2, (task) => (the(task.cells?.at(-1)).text = '县水利局'));
  expect(found.join('\n')).toContain('has “县水利局、县审计局” here, not “县水利局”');
});
