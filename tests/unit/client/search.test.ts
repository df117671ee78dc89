/** The pieces of the search that need no browser. */
import { sep } from 'node:path';
import { expect, test } from 'vitest';
import { SearchIndex } from '../../../src/build/search/write-index.ts';
import type { Texts } from '../../../src/search/text-pages.ts';
import { searchPages } from '../../../src/build/search/read-page.ts';
import { excerpt } from '../../../src/client/search/show/excerpt.ts';
import { writeAddress } from '../../../src/client/address.ts';
import { emptyFolder, snapshot } from '../../support/helpers.ts';
import { filtersOf, nothing, stateOf } from '../../../src/client/search/state.ts';

const meta = `<div hidden data-search-meta='{"kind":"task","order":1}'></div>`;
const page = (main: string, about = meta) =>
  `<html lang="zh-CN"><body><main id="main">${about}<h1>题</h1>${main}</main></body></html>`;
const blocksOf = (main: string) => searchPages(page(main), '/x/').map((one) => one.page.blocks);

test('a page without anything to find is left out, one without its facts is an error', () => {
  expect(searchPages('<main><p>甲</p></main>', '/x/')).toEqual([]);
  expect(() => searchPages('<main><p data-pagefind-body>甲</p></main>', '/x/')).toThrow('/x/');
});

test('a cell is read with the head of its column, a row with the words before its text, a ditto mark with its words', () => {
  expect(
    blocksOf(
      '<div data-pagefind-body><p data-before="投资"><span id="s1">甲。</span><span id="s2">乙。</span></p><p id="duty" data-search-field="duty" data-head="牵头单位">某局</p><p data-head="时限" data-held="长期">〃</p></div>',
    ),
  ).toEqual([
    [
      { text: '甲。', id: 's1', before: '投资' },
      { text: '乙。', id: 's2', on: true },
      { text: '某局', id: 'duty', field: 'duty', on: true, head: '牵头单位' },
      { text: '〃', id: 'duty', on: true, head: '时限', held: '长期' },
    ],
  ]);
});

test('an excerpt says which column the words of a cell stand in', () => {
  const text = '修路。县交通局县财政局2023年底';
  const heads = [
    { at: 3, text: '牵头单位' },
    { at: 7, text: '配合单位' },
    { at: 11, text: '时限' },
  ];
  const pieces = excerpt(text, [[7, 11]], [7, 11], heads);
  expect(pieces.map(({ text: own, head = false }) => (head ? ` ${own}：` : own)).join('')).toBe(
    ' 牵头单位：县交通局 配合单位：县财政局 时限：2023年底',
  );
  expect(pieces.filter(({ marked }) => marked)).toEqual([{ text: '县财政局', marked: true }]);
});

test('text and clause go on, headings and marked blocks are apart, each knows its place', () => {
  expect(
    blocksOf(
      '<div data-pagefind-body><p><span id="s1">甲。</span></p><p id="duty" data-search-field="duty"><b>（</b><a>乙</a>）</p></div>',
    ),
  ).toEqual([
    [
      { text: '甲。', id: 's1' },
      { text: '（乙）', id: 'duty', field: 'duty', on: true },
    ],
  ]);
  expect(
    blocksOf(
      '<div data-pagefind-body><p>甲 <i>子</i></p><p data-search-break>乙</p><h2 id="b">丙</h2><p>丁</p></div>',
    ),
  ).toEqual([
    [{ text: '甲 子' }, { text: '乙' }, { text: '丙', id: 'b', field: 'title' }, { text: '丁', id: 'b' }],
  ]);
});

test('marks alone stay with the text before them, or after them where there is none', () => {
  const marks = '<p data-pagefind-body>“<a data-search-field="document">甲</a>”<a id="x">、</a>乙</p>';
  expect(blocksOf(marks)).toEqual([
    [
      { text: '“甲”、', field: 'document' },
      { text: '乙', id: 'x', on: true },
    ],
  ]);
});

test('an entry is a result of its own; what is no text of the page is left out', () => {
  const entry =
    '<article id="c1" data-search-entry="第1条"><p data-pagefind-body>甲<b data-pagefind-ignore>校</b></p></article>';
  expect(searchPages(page(`<p data-pagefind-body>乙<button>丙</button></p>${entry}`), '/x/')).toEqual([
    { place: [0, 1, 0], page: { url: '/x/', kind: 'task', title: '题', blocks: [{ text: '乙' }] } },
    { place: [0, 1, 1], page: { url: '/x/#c1', kind: 'task', title: '第1条', blocks: [{ text: '甲' }] } },
  ]);
});

/** The files of a search index over these pages, with their bytes. */
async function indexOf(built: { url: string; html: string }[]): Promise<Map<string, string>> {
  const folder = emptyFolder();
  const index = new SearchIndex();
  for (const { url, html } of built) index.add(searchPages(html, url));
  await index.write({ root: folder + sep, base: '/', log: () => undefined });
  return snapshot(folder);
}

const about = (kind: string, order: number, text = '甲乙', filters = {}) =>
  page(
    `<p data-pagefind-body>${text}</p>`,
    `<div data-search-meta='${JSON.stringify({ kind, order, filters })}'></div>`,
  );
const built = [
  { url: '/u/', html: about('unit', 1) },
  ...[3, 1, 2].map((n) => ({ url: `/${n}/`, html: about('task', n, `丙${n}丁`, { as: [`u-${n}:lead`] }) })),
];

test('results come by kind, then in the order of the plan, in whatever order pages are rendered', async () => {
  const texts = (await indexOf(built)).get('/search/texts.json') ?? '';
  const { entries } = JSON.parse(Buffer.from(texts, 'base64').toString()) as Texts;
  expect(entries.map((entry) => entry.page.url)).toEqual(['/1/', '/2/', '/3/', '/u/']);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
});

test('two builds of the index are identical, and nothing is in it that a search does not need', async () => {
  const files = await indexOf(built);
  expect(await indexOf(built.toReversed())).toEqual(files);
  expect([...files.keys()].filter((path) => path.endsWith('.pf_filter')).length).toBeGreaterThan(2);
  expect([...files.keys()].filter((path) => /css$|ui|highlight|fragment/.test(path))).toEqual([]);
});

test('a task that is missing among the pages is an error, not a gap in the index', async () => {
  await expect(indexOf(built.filter(({ url }) => url !== '/2/'))).rejects.toThrow('a task is missing');
});

test('a page that comes after the index was written is an error; one with nothing to be found is none', async () => {
  const index = new SearchIndex();
  index.add(searchPages(about('unit', 1), '/u/'));
  await index.write({ root: emptyFolder() + sep, base: '/', log: () => undefined });
  index.add([]);
  expect(() => {
    index.add(searchPages(about('page', 1), '/late/'));
  }).toThrow('/late/ comes too late');
});

test('the address holds the whole state and nothing that is empty', () => {
  const state = { ...nothing, q: '区 编办&', unit: 'qu-bian-ban', section: '1' };
  expect(writeAddress(nothing)).toBe('');
  expect(stateOf(writeAddress(state))).toEqual(state);
  expect(() => stateOf('?q=%E0%A4%A&q=2&x')).not.toThrow();
});

test('unit and role together mean this unit in this role', () => {
  expect(filtersOf({ ...nothing, unit: 'a', role: 'lead' })).toEqual({ as: 'a:lead' });
  expect(filtersOf({ ...nothing, role: 'lead', kind: 'task' })).toEqual({ role: 'lead', kind: 'task' });
});

test('an excerpt is whole sentences where they are short enough, and marks each match', () => {
  const text = `第一句。第二句说甲和乙。${'很长'.repeat(200)}甲${'很长'.repeat(200)}。`;
  const at = text.indexOf('甲');
  const far = text.lastIndexOf('甲');
  const join = (matches: [number, number][]) =>
    excerpt(text, matches)
      .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
      .join('');
  expect(join([[at, at + 1]])).toBe('第二句说[甲]和乙。');
  expect(join([[far, far + 1]])).toMatch(/^…(很|长)+\[甲\](很|长)+…$/);
  expect(join([[0, 300]]).length).toBeLessThan(250);
});
