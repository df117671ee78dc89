/** Tables whose rows and cells do not stand as simply as their heads: each row is read as the table shows it, or the import says so. */
import { expect, test } from 'vitest';
import { assemble } from '../../../../src/assemble/plan.ts';
import { interpret } from '../../../../src/content-files/interpret.ts';
import { rebuildSeed, verbatimPieces } from '../../../../src/content-files/verbatim.ts';
import { parsePlan } from '../../../../src/import/parse-plan.ts';
import { check } from '../../../../src/rules/check.ts';
import { origin, refusalOf, the } from '../../../support/helpers.ts';

/** What the import makes of lines whose cells are written with ｜ between them. */
function read(...lines: string[]) {
  const text = lines.join('\n').replaceAll('｜', '\t');
  const { content, open } = parsePlan(text, origin);
  expect(rebuildSeed(verbatimPieces(the(content, 'content')))).toBe(text);
  expect(check(interpret(the(content)), { text, sha256: origin.sha256 })).toEqual([]);
  const plan = assemble(interpret(the(content)));
  return { plan, open: open.map(({ line, problem }) => `${line ?? ''} ${problem}`) };
}
/** Each task with its number, its words and what its cells say. */
const tasksOf = (...lines: string[]) =>
  read(...lines).plan.tasks.map(
    ({ number, text, cells }) =>
      `${number} ${text}${cells.map(({ head, shown }) => ` ${head}：${shown}`).join('')}`,
  );
const refusal = (...lines: string[]) => refusalOf(lines.join('\n').replaceAll('｜', '\t'));

const T = '某某县2022年民生实事任务分解表';

test('a row with its own number is a task of its own where the words of its task go on from above', () => {
  const heads = '序号｜工作内容｜年度目标｜责任单位｜配合单位';
  const rows = ['1｜新建幼儿园。｜完成选址。｜县教科局｜县财政局', '2｜〃｜建成主体。｜县住建局｜无'];
  expect(tasksOf(T, heads, ...rows, '3｜修路。｜〃｜县交通局｜无')).toEqual([
    '1 新建幼儿园。 年度目标：完成选址。 责任单位：县教科局 配合单位：县财政局',
    '2 建成主体。 工作内容：新建幼儿园。 责任单位：县住建局 配合单位：无',
    '3 修路。 年度目标：建成主体。 责任单位：县交通局 配合单位：无',
  ]);
  const { plan } = read(T, heads, ...rows);
  expect(plan.tasks.map(({ cells }) => cells.flatMap(({ units }) => units.map(({ name }) => name)))).toEqual([
    ['县教科局', '县财政局'],
    ['县住建局'],
  ]);
});

test('a numbered row that nowhere says what is to be done stops the import', () => {
  const heads = '序号｜工作内容｜责任单位｜备注';
  for (const words of ['〃', ''])
    expect(
      refusal(T, heads, '1｜修路。｜县交通局｜', `2｜${words}｜县住建局｜略`, '3｜架桥。｜县水利局｜'),
    ).toEqual([
      expect.stringMatching(
        /:4 +the row “2” has a number of its own, but no words below “工作内容” +→ in a copy/,
      ),
    ]);
});

test('a row without a number is more of the task above', () => {
  const heads = '序号｜工作内容｜责任单位';
  expect(
    tasksOf(T, heads, '1｜修路。｜县交通局', '〃｜〃｜县住建局', '｜｜县水利局', '2｜架桥。｜县水利局'),
  ).toEqual([
    '1 修路。 责任单位：县交通局 责任单位：县住建局 责任单位：县水利局',
    '2 架桥。 责任单位：县水利局',
  ]);
});

test('an empty cell for units or times before the task is not filled from the row above', () => {
  const heads = '序号｜责任单位｜完成时限｜工作任务';
  const lines = [
    T,
    heads,
    '1｜县司法局｜2022年8月底｜开展监督。',
    '2｜｜｜推行公示。',
    '3｜〃｜〃｜公开信息。',
  ];
  expect(tasksOf(...lines)).toEqual([
    '1 开展监督。 责任单位：县司法局 完成时限：2022年8月底',
    '2 推行公示。 责任单位： 完成时限：',
    '3 公开信息。 责任单位：县司法局 完成时限：2022年8月底',
  ]);
  expect(read(...lines).open).toEqual([
    '4 the cell below “责任单位” is empty: it may span rows, or say nothing',
    '4 the cell below “完成时限” is empty: it may span rows, or say nothing',
  ]);
  expect(read(...lines).plan.tasks[1]?.readings).toEqual({ units: 'unread', deadline: 'unread' });
});

test.each(['合计｜｜3项｜｜', '｜合计：｜3项｜｜', '〃｜小计｜3项｜｜', '总计3项｜｜｜｜'])(
  'a row with a total is no task: %s',
  (total) => {
    const lines = [T, '序号｜类别｜任务｜责任单位｜备注', '1｜卫生｜改造病房。｜县卫健局｜', total];
    expect(tasksOf(...lines)).toEqual(['1 改造病房。 类别：卫生 责任单位：县卫健局 备注：']);
    expect(read(...lines).open).toContain('4 a row of the table that is no task, kept as prose');
  },
);

const HEADS = '序号｜工作内容｜责任单位｜完成时间';
const ONE_LINE = / +→ put each row on one line in a copy of the file/;

test.each([
  // Copied from a browser: the parts of a cell stand on lines of their own.
  [
    ['2｜发放补贴。｜县人社局', '县财政局｜2022年10月底'],
    [
      '4 the row has 2 cells, its heads are 4, and “县财政局” is no number: it may be the rest of the row above',
    ],
  ],
  [
    ['2｜发放补贴。｜县人社局', '县财政局', '县审计局｜2022年10月底'],
    [
      '4 “县财政局” stands on a line of its own below a row: it may be the rest of its cell',
      '5 the row has 2 cells, its heads are 4, and “县审计局” is no number: it may be the rest of the row above',
    ],
  ],
  // Copied from a table calculation: it puts such a cell between quotation marks.
  [
    ['2｜发放补贴。｜"县人社局', '县财政局"｜2022年10月底'],
    [
      '3 the cell “"县人社局” goes on in the next line',
      '4 the row has 2 cells, its heads are 4, and “县财政局"” is no number: it may be the rest of the row above',
    ],
  ],
  // Cells that span rows are not copied at all.
  [
    ['2｜县人社局｜2022年10月底'],
    ['3 the row has 3 cells, its heads are 4, and “2022年10月底” stands below “责任单位”'],
  ],
])('a row broken over lines stops the import: %j', (rows, expected) => {
  const found = refusal(T, HEADS, ...rows, '9｜安装路灯。｜县城管局｜2022年9月底');
  expect(found.map((one) => one.replace(/^.*?:(\d+) +/, '$1 ').replace(/ +→.*/, ''))).toEqual(expected);
  for (const one of found) expect(one).toMatch(ONE_LINE);
});

test('without numbers a broken row shows by a time below the head of the units', () => {
  expect(
    refusal(T, '工作内容｜责任单位｜完成时间', '发放补贴。｜县人社局', '县财政局｜2022年10月底'),
  ).toEqual([
    expect.stringContaining(
      ':4  the row has 2 cells, its heads are 3, and “2022年10月底” stands below “责任单位”',
    ),
  ]);
});

test('the rest of the last cell of a table is no prose', () => {
  const rows = ['序号｜工作内容｜责任单位', '1｜安装路灯。｜县城管局', '县住建局'];
  expect(refusal(T, ...rows)).toEqual([
    expect.stringMatching(/:4 +“县住建局” stands on a line of its own below a row.*import with --accept$/),
  ]);
  expect(tasksOf(T, ...rows.slice(0, 2), '备注：每月报送。')).toHaveLength(1);
});

test('a cell below no head may have been moved there', () => {
  expect(refusal(T, HEADS, '1｜安装｜路灯。｜县城管局｜2022年9月底')).toEqual([
    expect.stringMatching(/:3 +the cell “2022年9月底” stands below no head/),
  ]);
});

test('a row may lack its last cells, and have quotation marks in its words', () => {
  expect(tasksOf(T, HEADS, '1｜安装路灯。｜县城管局', '2｜"路灯"工程｜县城管局｜')).toHaveLength(2);
});

/** A table with one cell a line, as copied from a browser; 1 and the numbers after it begin the rows. */
const onLines = (...rows: string[]) => [T, '序号', '任务', '牵头单位', '配合单位', '完成时限', ...rows];
const ROW = ['1', '改造公厕', '县城管局', '各街道', '2022年9月底'];
const LAST = ['2', '架设路灯', '县城管局', '县住建局', '长期坚持'];

test('one cell a line: a row with a line more or less than the heads stops the import', () => {
  expect(tasksOf(...onLines(...ROW, ...LAST, '备注：每月报送。'))).toHaveLength(2);
  const less = refusal(...onLines('1', '新建幼儿园', '县教科局', '2022年8月底', ...LAST));
  expect(less).toEqual([
    expect.stringMatching(
      /:7 +the row has 4 cells, its heads are 5: a cell is empty, or lost +→ put each row/,
    ),
  ]);
  const more = refusal(
    ...onLines('1', '改造道路', '县住建局', '县交通局', '县财政局', '2022年9月底', ...LAST),
  );
  expect(more).toEqual([
    expect.stringMatching(
      /:7 +the row has 6 cells, its heads are 5: a cell has several lines +→ put each row/,
    ),
  ]);
});

test('one cell a line: the last row is as long as the heads, and what it lacks shows as well', () => {
  const more = ['2', '改造道路', '县住建局', '县交通局', '县财政局', '2022年9月底'];
  expect(refusal(...onLines(...ROW, ...more)).join('\n')).toMatch(
    /:12 +the row has 5 cells, its heads are 5, and “县财政局” stands below “完成时限”/,
  );
  const less = ['2', '改造道路', '县住建局', '2022年9月底', '某某县人民政府', '2022年1月1日'];
  expect(refusal(...onLines(...ROW, ...less)).join('\n')).toMatch(
    /“2022年9月底” stands below “配合单位”, “某某县人民政府” stands below “完成时限”/,
  );
});

test('one cell a line, without numbers: a row that is moved shows by what stands below its heads', () => {
  const heads = [T, '牵头单位', '任务', '配合单位', '完成时限'];
  const rows = [
    '县城管局',
    '改造公厕',
    '各街道',
    '2022年9月底',
    '县住建局',
    '架设路灯',
    '县城管局',
    '长期坚持',
  ];
  expect(tasksOf(...heads, ...rows)).toHaveLength(2);
  const moved = ['县城管局', '改造公厕', '2022年9月底', ...rows];
  expect(refusal(...heads, ...moved).join('\n')).toMatch(/“2022年9月底” stands below “配合单位”/);
});

test('a cell of units that could not be read is listed with its line and its words, once', () => {
  const heads = '序号｜工作内容｜责任单位｜配合单位';
  const rows = [
    '1｜建校。｜县教科局按照要求｜县财政局',
    '2｜修路。｜〃｜县财政局',
    '3｜架桥。｜县水利局｜无',
  ];
  expect(read(T, heads, ...rows).open).toEqual([
    '3 task 1: cannot read “县教科局按照要求” in the cell below “责任单位”',
  ]);
});

test('a heading that stands in two cells is shown with a blank between them', () => {
  const heads = '序号｜工作内容｜责任单位';
  const { plan } = read(T, heads, '一｜教育惠民工程｜', '1｜建校。｜县教科局');
  expect(plan.sections.map(({ title, heading }) => [title, heading.shown])).toEqual([
    ['一 教育惠民工程', '一 教育惠民工程'],
  ]);
});

test.each(['续表', '续表1', '（续表）', '续上表', '接上页', '某某县任务分解表（续）', '附表1（续）'])(
  'a table that goes on below “%s” is one',
  (words) => {
    const lines = [T, HEADS, '1｜修路。｜县交通局｜长期', words, HEADS, '2｜架桥。｜县水利局｜长期'];
    expect(read(...lines).plan.sections.map(({ title }) => title)).toEqual(['']);
    expect(tasksOf(...lines)).toHaveLength(2);
  },
);

test('another table is below its own heading', () => {
  const lines = [
    T,
    '表1 工程',
    HEADS,
    '1｜修路。｜县交通局｜长期',
    '表2 民生',
    HEADS,
    '2｜建校。｜县教科局｜长期',
  ];
  expect(read(...lines).plan.sections.map(({ title }) => title)).toEqual(['表1 工程', '表2 民生']);
});

test('names of bodies in what is to be done are no sign of a broken row, nor is a row of sums', () => {
  const heads = '序号｜项目名称｜责任单位｜完成时限｜备注';
  const rows = [
    '1｜新建县妇幼保健院｜县卫健局｜2022年8月底',
    '2｜扩建乡镇养老服务中心｜县民政局｜同步进行',
    '3｜修路。｜县交通局｜按省统一部署｜续建',
  ];
  expect(
    read(T, heads, ...rows, '总计｜3').plan.tasks.map(({ text, duty }) => [text, duty.units[0]?.name]),
  ).toEqual([
    ['新建县妇幼保健院', '县卫健局'],
    ['扩建乡镇养老服务中心', '县民政局'],
    ['修路。', '县交通局'],
  ]);
});
