/** Numbers and levels of items, and the web page around a text. */
import { expect, test } from 'vitest';
import { foldWidth } from '../../../src/text/width.ts';
import { withoutNumber } from '../../../src/plan/headings.ts';
import { leadingMarker, markersIn } from '../../../src/text/list-numbers.ts';
import { readPublication } from '../../../src/content-files/facts/publication.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { runsOfLine } from '../../../src/plan/apply-corrections.ts';
import { draftOf, origin, refusalOf, seedText, shortSeed } from '../../support/helpers.ts';

test.each([
  ['一、总体要求', '一、', 1, '总体要求'],
  ['　　（二十三）优化服务', '（一）', 23, '优化服务'],
  ['(十)优化服务', '（一）', 10, '优化服务'],
  ['1.改革', '1.', 1, '改革'],
  ['12．改革', '1.', 12, '改革'],
  ['3. 改革', '1.', 3, '改革'],
  ['4、改革', '1、', 4, '改革'],
  ['（5）改革', '(1)', 5, '改革'],
  ['⑸改革', '(1)', 5, '改革'],
  ['６）改革', '1)', 6, '改革'],
  ['1052.改革', '1.', 1052, '改革'],
  ['⑦改革', '①', 7, '改革'],
  ['第八条 改革', '第一条', 8, '改革'],
  ['第一百零二条　改革', '第一条', 102, '改革'],
  ['第三章　改革', '第一章', 3, '改革'],
])('%s is numbered in the style %s with %i', (text, style, value, rest) => {
  expect(leadingMarker(text)).toMatchObject({ style, value });
  expect(withoutNumber(text)).toBe(rest);
});

test.each(['2.5亿元', '2018年', '改革1.', '一、二、三产业', '十八届三中全会', ''])(
  '%s begins with no number',
  (text) => {
    expect(leadingMarker(text)).toBeUndefined();
  },
);

test('four digits are a number after a clause, and a year elsewhere', () => {
  const values = (text: string) => markersIn(foldWidth(text)).map(({ value }) => value);
  expect(values('健全制度。（县司法局负责）1052.改革')).toEqual([1052]);
  expect(values('规划（2016—2020）、计划（至2018）和2019、2020两年')).toEqual([]);
});

test('markers are found with their offsets', () => {
  expect(
    markersIn(foldWidth('甲。1.乙。（二）丙')).map(({ style, start, end }) => [style, start, end]),
  ).toEqual([
    ['1.', 2, 4],
    ['（一）', 6, 9],
  ]);
});

const tasksOf = (...lines: string[]) =>
  draftOf(['某某县工作方案', ...lines].join('\n')).tasks.map(({ number }) => number);

test('tasks that are numbered through the text keep their numbers; where numbering restarts, the number of the section comes first', () => {
  const [one, two] = ['做好。（县甲局负责）', '（县乙局负责）'];
  expect(tasksOf('一、甲', `1.${one}`, '二、乙', `2.做${two}`)).toEqual([1, 2]);
  expect(tasksOf('一、甲', `1.${one}`, '二、乙', `1.做${two}`)).toEqual(['1-1', '2-1']);
  const nested = [
    '一、甲',
    '（一）乙',
    '1.丙',
    `①${one}`,
    '2.丁',
    `①做${two}`,
    '（二）戊',
    '1.己',
    `①办${two}`,
  ];
  expect(tasksOf(...nested)).toEqual(['1-1-1', '1-2-1', '2-1-1']);
});

test('numbers used by prose are no gap', () => {
  const lines = [
    '一、总则',
    '（一）意义。重大。',
    '二、任务',
    '（二）甲。做好。（县甲局负责）',
    '（三）乙。办好。（县乙局负责）',
  ];
  expect(tasksOf(...lines)).toEqual([2, 3]);
});

test('a numbering that has a gap or a repeat within a section is refused', () => {
  const plan = (second: string) =>
    [
      '某某县工作方案',
      '一、甲',
      '1.甲。（县甲局负责）',
      `${second}乙。（县甲局负责）`,
      '二、乙',
      '1.丙。（县甲局负责）',
    ].join('\n');
  expect(refusalOf(plan('3.'))[0]).toContain(':4  task 3 follows task 1  → find the missing task 2');
  expect(refusalOf(plan('1.'))[0]).toContain(':4  task number 1 occurs twice  → it should be 2');
});

test('the seed without its line breaks is read like the seed', () => {
  for (const between of ['', ' ', '\u3000']) {
    const one = draftOf(seedText.replaceAll('\n', between));
    const whole = draftOf(seedText);
    expect(one.tasks.map(({ number, measure, duty, title }) => [number, measure, duty, title])).toEqual(
      whole.tasks.map(({ number, measure, duty, title }) => [number, measure, duty, title]),
    );
    expect(one.plan).toMatchObject({ publisher: whole.plan.publisher, published: whole.plan.published });
    expect(one.outline.sections.map(({ goal }) => goal?.text.trim())).toEqual(
      whole.outline.sections.map(({ goal }) => goal?.text.trim()),
    );
  }
});

test('accepted damage is listed as open, and so is what occurs often in a text', () => {
  const damaged = shortSeed('1)甲。', '2)乙。(甲负责)');
  expect(refusalOf(damaged)).toHaveLength(1);
  const accepted = parsePlan(damaged, { ...origin, accept: true });
  expect(accepted.content?.tasks[0]).toMatchObject({ text: '甲。', duty: '' });
  expect(accepted.open.map(({ problem }) => problem)).toEqual(['task 1 has no responsibility clause']);
  const common = parsePlan(shortSeed('1)甲。', '2)乙。', '3)丙。', '4)丁。(甲负责)'), origin);
  expect(common.open).toHaveLength(3);
});

test('a clause with one unreadable word is read as far as possible, and the word is reported', () => {
  const { content, open } = parsePlan(shortSeed('1)甲。(甲负责)', '2)乙。(甲牵头,乙)'), {
    ...origin,
    accept: true,
  });
  expect(content?.tasks[1]).toMatchObject({ text: '乙。', duty: '(甲牵头,乙)' });
  expect(open.map(({ line, problem }) => `${line ?? ''} ${problem}`)).toEqual([
    '9 task 2: cannot read “乙” in the clause',
  ]);
});

test('the summary of an import counts what was read', () => {
  const { summary } = parsePlan(seedText, origin);
  expect(summary).toMatchObject({ parts: 4, sections: 8, measures: 41, tasks: 65, clauses: 65 });
  expect(summary?.deadlines).toEqual({ clause: 34, text: 0, standing: 0, general: 31, none: 0 });
  expect(summary?.units[0]).toEqual({ name: '各镇政府', clauses: 37 });
  expect(parsePlan(seedText, origin).open).toEqual([]);
});

/** P8, P1: what the lines around a text say of its publication, with variants of our own. */
test.each<[lines: string[], text: string[], Record<string, unknown>]>([
  [
    ['发布日期：2018-03-02 来源：某某市人民政府'],
    [],
    { publisher: '某某市人民政府', published: '2018-03-02T00:00:00+08:00' },
  ],
  [
    ['信息来源： 某办　发布时间：2018年3月2日 9:05'],
    [],
    { publisher: '某办', published: '2018-03-02T09:05:00+08:00' },
  ],
  [
    ['发布机构：某局 | 成文日期：2018/3/2'],
    [],
    { publisher: '某局', published: '2018-03-02T00:00:00+08:00', publishedAs: 'dated', dated: '2018/3/2' },
  ],
  [['来源：某局 时间：2018-02-30'], [], { publisher: '某局' }],
  // A newspaper, a website or a centre of media reprints.
  [['来源：某某日报 浏览次数：3'], [], {}],
  [['信息来源：某某县融媒体中心', '来源：本站'], [], {}],
  [['来源：某某日报', '发布机构：某某县档案馆'], [], { publisher: '某某县档案馆' }],
  [['发文字号：无	索引号：—	主题分类：司法'], [], { topic: '司法' }],
  [
    [
      '标　　题：某某方案',
      '索引号：000014349/2018-00012　主题分类：城乡建设、环境保护',
      '发文机关：某某市人民政府办公室　成文日期：2018年03月02日',
      '发文字号：某政办发〔2018〕9号　发布日期：2018年03月09日',
    ],
    [],
    {
      ...{ publisher: '某某市人民政府办公室', publisherAs: 'issuer', published: '2018-03-09T00:00:00+08:00' },
      ...{ indexNumber: '000014349/2018-00012', topic: '城乡建设、环境保护', issuer: '某某市人民政府办公室' },
      ...{ dated: '2018年03月02日', documentNumber: '某政办发〔2018〕9号' },
    },
  ],
  [
    ['索 引 号\t11450/2018\t发文机关\t某某县人民政府', '文  号\t某政发〔2018〕3号\t成文日期\t2018-05-04'],
    [],
    {
      ...{
        publisher: '某某县人民政府',
        publisherAs: 'issuer',
        issuer: '某某县人民政府',
        indexNumber: '11450/2018',
      },
      ...{ published: '2018-05-04T00:00:00+08:00', publishedAs: 'dated', dated: '2018-05-04' },
      documentNumber: '某政发〔2018〕3号',
    },
  ],
  [
    ['索引号：', '11450/2018', '发布机构：', '某某县教育局', '发布日期：', '2018-05-04'],
    [],
    { publisher: '某某县教育局', published: '2018-05-04T00:00:00+08:00', indexNumber: '11450/2018' },
  ],
  [
    [],
    ['做好各项工作。', '某某市人民政府', '2023年3月1日', '（此件公开发布）'],
    {
      ...{ publisher: '某某市人民政府', publisherAs: 'issuer', issuer: '某某市人民政府' },
      ...{ published: '2023-03-01T00:00:00+08:00', publishedAs: 'dated', dated: '2023年3月1日' },
    },
  ],
  [
    [],
    ['　　　　中共某某县委办公室', '　　　　二○二三年三月一日'],
    {
      ...{ publisher: '中共某某县委办公室', publisherAs: 'issuer', issuer: '中共某某县委办公室' },
      ...{ published: '2023-03-01T00:00:00+08:00', publishedAs: 'dated', dated: '二○二三年三月一日' },
    },
  ],
  [
    ['来源：某某网 发布时间：2023-03-08'],
    ['某某县人民政府办公室', '2023年3月1日', '附件：任务清单'],
    {
      ...{ publisher: '某某县人民政府办公室', publisherAs: 'issuer' },
      published: '2023-03-08T00:00:00+08:00',
      ...{ issuer: '某某县人民政府办公室', dated: '2023年3月1日' },
    },
  ],
  [[], ['会议于2023年3月1日召开。', '2023年3月1日', '会议听取了汇报。'], {}],
])('of %j and %j the publication is read', (around, text, expected) => {
  const numbered = (lines: string[], from: number) =>
    lines.map((one, index) => ({ line: from + index, text: one }));
  const { metadata = {}, ...publication } = readPublication(numbered(around, 1), numbered(text, 20));
  const quotes = Object.entries(metadata).map(([name, quote]) => [name, quote?.words]);
  const read = [...Object.entries(publication), ...quotes];
  expect(Object.fromEntries(read.filter(([, value]) => value !== undefined))).toEqual(expected);
});

test('blanks at the ends of a line and characters without width are kept, but not shown', () => {
  const runs = runsOfLine({ line: 1, text: '　　甲\u200b乙 丙 \u00a0' }, []);
  expect(runs.map(({ text }) => text).join('')).toBe('甲乙 丙');
  expect(runs.map(({ source }) => source).join('')).toBe('　　甲\u200b乙 丙 \u00a0');
});
