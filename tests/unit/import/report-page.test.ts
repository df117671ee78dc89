/** What an editor is told at the end of an import, and the page to go through. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { readingFacts, readingTable } from '../../../src/import/reading-facts.ts';
import { reportPage } from '../../../src/import/report-page.ts';
import { origin, root, the } from '../../support/helpers.ts';

function reported(text: string) {
  const { content, open } = parsePlan(text, { ...origin, accept: true });
  const plan = assemble(interpret(the(content)));
  return { plan, content, open, page: reportPage({ text, content, plan, findings: open }) };
}
const PLAN = [
  ...[
    '某某县工作方案',
    '1.甲项。（甲局负责，2018年底前完成）',
    '2.乙项。（某某部门：乙局）',
    '3.大力发展旅游。',
  ],
  ...['4.尽快做好丁项。（丁局负责）', '<script>alert(1)</script>', ''],
].join('\n');

test('the table says what was read, what the text does not have, and what was not read, with the sentence of the site', () => {
  const table = readingTable(readingFacts(reported(PLAN).plan));
  expect(table).toMatch(/^read +units of tasks +2: 1, 4$/m);
  expect(table).toMatch(/^none +units of tasks +1: 3 +→ “原文本项没有写责任单位”$/m);
  expect(table).toMatch(/^not read +units of tasks +1: 2 +→ “本站没有读出本项的责任条款，见原文”$/m);
  expect(table).toMatch(/^not read +deadlines of tasks +1: 4 +→ “本站没有读出完成期限，见原文/m);
  expect(table).toMatch(/^none +发布时间 +→ “原文未载明”$/m);
});

test.each(['chapters', 'provincial', 'table', 'notice'])('every fact of %s is listed once', (name) => {
  const { plan } = reported(readFileSync(join(root, `tests/plans/${name}.txt`), 'utf8'));
  const facts = readingFacts(plan).map(({ what, reading }) => `${reading} ${what}`);
  expect(new Set(facts).size).toBe(facts.length);
});

test('who issued a plan, and when, is listed though it stands for the publisher', () => {
  const { plan } = reported(readFileSync(join(root, 'tests/plans/provincial.txt'), 'utf8'));
  expect(readingTable(readingFacts(plan)).match(/^read +(?:发文机关|成文日期) .*$/gm)).toEqual([
    'read       发文机关  某某省人民政府办公厅',
    'read       成文日期  2018年3月12日',
  ]);
});

test('that no 发布日期 was read is listed beside the day on which the plan was made, as the pages say it', () => {
  const dated = reported(readFileSync(join(root, 'tests/plans/provincial.txt'), 'utf8')).plan;
  expect(readingTable(readingFacts(dated))).toMatch(/^not read +发布时间 +→ “本站没有读出，见原文”$/m);
  const both = reported(`成文日期：2018年3月1日\n发布日期：2018-03-05 09:30\n${PLAN}`).plan;
  const table = readingTable(readingFacts(both));
  expect(table).toMatch(/^read +发布时间 +2018-03-05 09:30$/m);
  expect(table).toMatch(/^read +成文日期 +2018年3月1日$/m);
});

const TABLE =
  '某某县工作分工表\n序号\t工作任务\t牵投单位\t配合单位\n1\t做好甲项\t县甲局\t县乙局\n2\t做好乙项\t\t县乙局\n';
test.each([
  [
    'a clause',
    '某某县工作方案\n1.甲项。（牵投单位：甲局；配合单位：乙局）\n2.乙项。（牵头单位：乙局）\n',
    '2',
    '1',
    2,
  ],
  [
    'a line',
    '某某县工作方案\n1.甲项。\n牵投单位：甲局\n责任单位：乙局\n2.乙项。（责任单位：乙局）\n',
    '2',
    '1',
    3,
  ],
  ['the head of a column', TABLE, '2', '1', 2],
])('a label mistyped in %s is named, and its tasks are not counted as read', (_, text, read, part, line) => {
  const { plan, open } = reported(text);
  const table = readingTable(readingFacts(plan));
  expect(table).toMatch(new RegExp(`^read +units of tasks +1: ${read}$`, 'm'));
  expect(table).toMatch(new RegExp(`^not read +units of tasks, in part: .* 1: ${part}$`, 'm'));
  expect(
    open.filter(({ problem }) => /“牵投单位(?:”|：).*(?:not known|cannot)|cannot.*牵投/.test(problem)),
  ).toEqual([expect.objectContaining({ line })]);
});

test.each(['chapters', 'crawler', 'table', 'table-cells', 'one-line'])(
  'the page of %s has every line as received, and findings lead to theirs',
  (name) => {
    const text = readFileSync(join(root, `tests/plans/${name}.txt`), 'utf8');
    const { page, open } = reported(text);
    const cells: string[] = [];
    const collect = (node: Tree.Node) => {
      if ('tagName' in node && node.attrs.some(({ value }) => value === 'text'))
        cells.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
      if ('childNodes' in node) node.childNodes.forEach(collect);
    };
    collect(parse(page));
    expect(cells.join('\n')).toBe(text);
    for (const { line } of open) expect(page).toContain(`<a href="#L${line ?? ''}">`);
  },
);

test('words of the text are no markup, and the page has nothing from elsewhere', () => {
  const { page } = reported(PLAN);
  expect(page).not.toContain('<script');
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  for (const state of ['已读出', '原文没有写', '没有读出']) expect(page).toContain(`责任单位：${state}`);
});
