/** The forms that responsibility clauses come in. */
import { expect, test } from 'vitest';
import { isClause } from '../../../src/clauses/read-clause.ts';
import { mayBeSeveral, nameKey } from '../../../src/clauses/unit-names.ts';
import { clauseSpans } from '../../../src/import/structure/clause-spans.ts';
import { foldWidth } from '../../../src/text/width.ts';
import { briefly, partsOf, draftOf, shortSeed } from '../../support/helpers.ts';

/** Units with their roles, and whatever else is no mark. */
const read = (clause: string, names: string[] = []) =>
  partsOf(clause, { names: new Set(names) }).flatMap((part) => {
    if (part.kind === 'unit') return `${part.text} ${part.role}`;
    if (part.kind === 'deadline') return `${part.text} = ${part.date}`;
    return part.kind === 'punctuation' || part.kind === 'role' ? [] : `${part.kind} ${part.text}`;
  });

test.each([
  ['责任单位：甲、乙', ['sole 责任单位']],
  ['（牵头单位：甲；配合单位 ：乙）', ['lead 牵头单位', 'support 配合单位']],
  ['责任单位：甲（牵头）、乙', ['sole 责任单位', 'lead （牵头）']],
  ['（甲牵头，会同乙落实）', ['lead 牵头', 'with 会同']],
  ['完成时限：2018年6月', []],
])('%s: role words are recognized at any position', (clause, expected) => {
  const said = partsOf(clause).flatMap((part) => (part.kind === 'role' ? `${part.role} ${part.text}` : []));
  expect(said).toEqual(expected);
});

test.each([
  ['（甲牵头，乙、丙按职责分工负责）', ['甲 lead', '乙 joint', '丙 joint']],
  ['（甲、乙负责）', ['甲 sole', '乙 sole']],
  [
    '（甲牵头，乙等有关部门及各地区按职责分工负责）',
    ['甲 lead', '乙 joint', 'open 等有关部门', '各地区 joint'],
  ],
  ['（牵头单位：甲；配合单位：乙、丙）', ['甲 lead', '乙 support', '丙 support']],
  ['(牵头单位:甲;配合单位:乙)', ['甲 lead', '乙 support']],
  ['责任单位：甲、乙', ['甲 sole', '乙 sole']],
  ['责任单位：甲、乙。', ['甲 sole', '乙 sole']],
  ['　　责任单位：甲 乙\u3000丙', ['甲 sole', '乙 sole', '丙 sole']],
  [
    '牵头单位：甲　配合单位：乙、丙　完成时限：2018年6月',
    ['甲 lead', '乙 support', '丙 support', '2018年6月 = 2018-06-30'],
  ],
  ['责任单位：甲（牵头）、乙', ['甲 lead', '乙 sole']],
  ['【责任单位：甲、乙】', ['甲 sole', '乙 sole']],
  ['（甲会同乙）', ['甲 sole', '乙 with']],
  ['（甲会同乙、丙等部门负责）', ['甲 sole', '乙 with', '丙 with', 'open 等部门']],
  ['（甲牵头，会同乙落实）', ['甲 lead', '乙 with']],
  ['（由甲负责）', ['甲 sole']],
  ['（甲牵头、乙配合）', ['甲 lead', '乙 support']],
  ['（甲按各自职责分工负责）', ['甲 joint']],
  [
    '（财政部、发展改革委等和各有关省级人民政府负责）',
    ['财政部 sole', '发展改革委 sole', 'open 等', '各有关省级人民政府 sole'],
  ],
  ['（甲等12个部门和乙负责）', ['甲 sole', 'open 等12个部门', '乙 sole']],
  ['（各省、自治区、直辖市人民政府负责）', ['各省、自治区、直辖市人民政府 sole']],
  ['（县委宣传部（县文明办）牵头）', ['县委宣传部（县文明办） lead']],
  ['（各县（市、区）人民政府负责）', ['各县（市、区）人民政府 sole']],
  ['（各高等学校负责）', ['各高等学校 sole']],
  ['（同上）', ['same 同上']],
  ['责任单位：同上', ['same 同上']],
  ['（甲负责，长期坚持）', ['甲 sole', 'standing 长期坚持']],
  ['（甲负责，每年12月底前完成）', ['甲 sole', 'standing 每年12月底前完成']],
  ['（甲负责，2018年底前取得明显成效）', ['甲 sole', '2018年底前取得明显成效 = 2018-12-31']],
  ['责任单位：甲，2018年10月底前完成', ['甲 sole', '2018年10月底前完成 = 2018-10-31']],
])('%s', (clause, expected) => {
  expect(read(clause)).toEqual(expected);
  expect(isClause(clause.trim().replace(/。$/, ''))).toBe(true);
  expect(
    partsOf(clause)
      .map(({ source }) => source)
      .join(''),
  ).toBe(clause);
});

test('the first of several units leads only where the text says so', () => {
  expect(read('（甲、乙负责）')).toEqual(['甲 sole', '乙 sole']);
  expect(briefly('（甲、乙负责，列第一位者为牵头单位，下同）')).toContain('unit 甲 lead');
  const roles = (clause: string) =>
    partsOf(clause, { firstLeads: true }).flatMap((part) => (part.kind === 'unit' ? part.role : []));
  expect(roles('（甲、乙负责）')).toEqual(['lead', 'sole']);
  expect(roles('（甲负责）')).toEqual(['sole']);
  expect(roles('（甲、乙牵头，丙负责）')).toEqual(['lead', 'lead', 'sole']);
});

test('a sentence about all later tasks is a rule, not units', () => {
  expect(read('（甲负责。以下均需各省级人民政府负责，不再列出）')).toEqual([
    '甲 sole',
    'rule 以下均需各省级人民政府负责，不再列出',
  ]);
});

test.each([
  ['县教育局和县财政局', ['县教育局', '县财政局'], ['县教育局', '县财政局']],
  ['县教育局、县财政局以及县司法局', ['县财政局', '县司法局'], ['县教育局', '县财政局', '县司法局']],
  ['县教育局和县财政局', ['县教育局'], ['县教育局和县财政局']],
  ['县住房和城乡建设局', [], ['县住房和城乡建设局']],
  ['全区各级政府及其部门', ['全区各级政府', '其部门'], ['全区各级政府及其部门']],
])('%s with %j known is %j', (names, known, expected) => {
  expect(read(`（${names}负责）`, known)).toEqual(expected.map((name) => `${name} sole`));
});

test('a name that may be two is ambiguous; 和 inside of a name is not', () => {
  const known = new Set(['县教育局']);
  for (const name of ['县教育局和县体育局', '县公安局及相关单位', '某局和各镇', '甲等部门落实']) {
    expect(mayBeSeveral(name, known), name).toBe(true);
  }
  for (const name of ['县住房和城乡建设局', '县文化和旅游局', '全区各级政府及其部门', '各高等学校']) {
    expect(mayBeSeveral(name, known), name).toBe(false);
  }
});

test.each([
  '积极推进改革（自治区、直辖市另有规定的除外）。',
  '推广客户端（APP）。',
  '建立证照库（以下简称证照库），由县政府负责。',
  '某某规划（2016—2020年）',
  '由领导小组（县发改局牵头）统筹推进。',
])('%s contains no clause', (text) => {
  expect(clauseSpans(foldWidth(text)).filter(({ unread }) => unread === undefined)).toEqual([]);
});

test.each([
  ['甲。（乙负责）', ['（乙负责）']],
  ['甲（乙负责）。', ['（乙负责）']],
  ['甲。（乙负责）丙。（丁负责）', ['（乙负责）', '（丁负责）']],
  ['甲。责任单位：乙；完成时限：2018年底', ['责任单位：乙；完成时限：2018年底']],
  ['甲。【责任单位：乙】', ['【责任单位：乙】']],
  ['加强领导（甲牵头，乙配合）', ['（甲牵头，乙配合）']],
])('in “%s” the clauses are %j', (text, expected) => {
  expect(clauseSpans(foldWidth(text)).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('characters without width do not change a name', () => {
  expect(read('（县发\u200b改局负责）')).toEqual(['县发改局 sole']);
  expect(nameKey('县发\u200b改局')).toBe('县发改局');
});

test('a clause before the full stop keeps it as its tail; several clauses stay in their order', () => {
  const { tasks } = draftOf(shortSeed('1)甲。(甲负责)乙(乙负责)。', '2)丙。', '责任单位:丙'));
  expect(tasks.map(({ text, clauses, duty, tail }) => [text, clauses, duty, tail])).toEqual([
    ['甲。(甲负责)乙', ['(甲负责)'], '(乙负责)', '。'],
    ['丙。\n', undefined, '责任单位:丙', undefined],
  ]);
});
