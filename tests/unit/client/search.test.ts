/** The pieces of the search that need no browser. */
import { expect, test } from 'vitest';
import { pagefindIndex } from '../../../src/build/search/pagefind.ts';
import { pagesInOrder, searchFiles } from '../../../src/build/search/write-index.ts';
import { searchPages } from '../../../src/build/search/read-page.ts';
import { excerpt } from '../../../src/client/search/excerpt.ts';
import { writeAddress } from '../../../src/client/address.ts';
import { filtersOf, nothing, stateOf } from '../../../src/client/search/state.ts';

const meta = `<div hidden data-search-meta='{"kind":"task","order":1}'></div>`;
const page = (main: string, about = meta) =>
  `<html lang="zh-CN"><body><main id="main">${about}<h1>题</h1>${main}</main></body></html>`;
const found = (built: { url: string; html: string }[]) =>
  pagesInOrder(built.flatMap(({ url, html }) => searchPages(html, url)));
const blocksOf = (main: string) => searchPages(page(main), '/x/').map((one) => one.page.blocks);

test('a page without anything to find is left out, one without its facts is an error', () => {
  expect(searchPages('<main><p>甲</p></main>', '/x/')).toEqual([]);
  expect(() => searchPages('<main><p data-pagefind-body>甲</p></main>', '/x/')).toThrow('/x/');
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

test('results come by kind, then in the order of the plan', () => {
  const about = (kind: string, order: number) =>
    `<div data-search-meta='{"kind":"${kind}","order":${order}}'></div><p data-pagefind-body>甲</p>`;
  const built = [
    { url: '/u/', html: page('', about('unit', 1)) },
    { url: '/10/', html: page('', about('task', 10)) },
    { url: '/9/', html: page('', about('task', 9)) },
  ];
  expect(found(built).map(({ url }) => url)).toEqual(['/9/', '/10/', '/u/']);
});

test('two builds of the search are identical, and nothing is in it that a search does not need', async () => {
  const pages = ['甲乙', '丙丁'].map((text, at) => ({
    url: `/${at}/`,
    html: page(`<p data-pagefind-body>${text}</p>`),
  }));
  const files = await searchFiles(found(pages));
  expect(await searchFiles(found(pages))).toEqual(files);
  expect(files.filter(({ path }) => path.endsWith('.css') || path.includes('ui'))).toEqual([]);
});

test('the index is the same in every build, its filters included', async () => {
  const pages = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((title, at) => ({
    url: `/${at}/`,
    kind: 'task' as const,
    title,
    blocks: [{ text: title }],
    filters: { as: [`unit-${at}:lead`], section: [String(at)] },
  }));
  const files = await pagefindIndex(pages);
  expect(files.filter(({ path }) => path.endsWith('.pf_filter')).length).toBeGreaterThan(2);
  expect(await pagefindIndex(pages)).toEqual(files);
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
