/** What a reader's clipboard holds: lines without their breaks, numbers beside titles, cells with the heads of their columns. */
import { expect, test } from 'vitest';
import { preparePage } from '../../../src/search/exact-search.ts';
import type { Block, TextPage } from '../../../src/search/text-pages.ts';
import { checkText } from '../../../src/verify/check.ts';
import { prepareSource } from '../../../src/verify/source.ts';

const cell = (head: string, text: string, held?: string): Block => ({
  ...{ head, text, held, id: 'duty', field: 'duty', on: true },
});
const task = (number: number, text: string, ...row: Block[]): TextPage => ({
  ...{ url: `/tasks/${number}/`, kind: 'task', title: `任务${number} ${text.slice(0, 6)}` },
  blocks: [{ text, id: 's1' }, ...row],
});
const pages: TextPage[] = [
  task(
    1,
    '推进招商引资。',
    cell('牵头单位', '县商务局'),
    cell('配合单位', '县发改局、县财政局'),
    cell('完成时限', '2023年12月底'),
  ),
  task(
    2,
    '做好项目建设。',
    cell('牵头单位', '县发改局'),
    cell('配合单位', '无'),
    cell('完成时限', '2024年6月底'),
  ),
  task(3, '建设学校。', cell('牵头单位', '县教育局'), cell('配合单位', '〃', '无')),
  {
    ...{ url: '/sections/1/', kind: 'section', title: '一、发展' },
    blocks: [
      { text: '一、发展', field: 'title' },
      { text: '10.推进', field: 'title' },
    ],
  },
];
const units = ['县商务局', '县发改局', '县财政局', '县教育局'].map((name): TextPage => ({
  ...{ url: '/', kind: 'unit', title: name, blocks: [{ text: name, field: 'unit' }] },
}));
const source = prepareSource(pages.map(preparePage), units.map(preparePage), '');
const said = (text: string) =>
  checkText(text, source).map(({ state, start, end }) => `${state} ${text.slice(start, end)}`);

test.each([
  ['10.推进1推进招商引资。县商务局', ['same 10.推进', 'same 推进招商引资。县商务局']],
  ['一、发展10.推进做好项目建设。', ['same 一、发展', 'same 10.推进', 'same 做好项目建设。']],
  ['1\n推进招商引资。', ['same 推进招商引资。']],
  ['2做好项目建设。\t县发改局\t无\t2024年6月底', ['same 做好项目建设。\t县发改局\t无\t2024年6月底']],
])('lines are found without their breaks, short headings too: %s', (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  '牵头单位：县商务局',
  '牵头单位：县商务局，配合单位：县发改局、县财政局',
  '牵头单位 县商务局；配合单位 县发改局、县财政局；完成时限 2023年12月底',
  '牵头单位：县教育局，配合单位：无',
])(
  'a cell is found with the head of its column, and what stands between cells is no punctuation: %s',
  (text) => {
    const [only, ...more] = checkText(text, source);
    expect([only?.state, only?.marks.punctuation, more]).toEqual(['same', [], []]);
  },
);

test('facts with a dot between them are facts of one task', () => {
  expect(said('推进招商引资\n牵头单位：县商务局 · 2023年12月底')).toEqual([
    'same 推进招商引资',
    'same 牵头单位：县商务局',
    'same 2023年12月底',
  ]);
});

test.each([
  ['推进招商引资。牵头单位：县发改局', '牵头单位：县发改局'],
  ['推进招商引资。\n2024年6月底', '2024年6月底'],
  ['推进招商引资。\n牵头单位：县教育局', '牵头单位：县教育局'],
  ['配合单位：县商务局', '配合单位：县商务局'],
])('who and by when are those of the task that is quoted, not of another: %s', (text, wrong) => {
  expect(said(text)).toContain(`missing ${wrong}`);
});

test('words of several tasks say nothing of which is quoted', () => {
  expect(said('牵头单位\n县教育局')).toEqual(['same 牵头单位', 'same 县教育局']);
});

test('a count is no quotation', () => {
  expect(said('县商务局\n2\n1')).toEqual(['same 县商务局', 'missing 2\n1']);
});
