/** The pieces of the search that need no browser. */
import { expect, test } from 'vitest';
import { indexFiles } from '../src/build/search-index.ts';
import { pageForIndex } from '../src/build/search-page.ts';
import { BREAK } from '../src/plan/query.ts';
import { excerpt } from '../src/scripts/search/excerpt.ts';
import { filtersOf, nothing, readAddress, writeAddress } from '../src/scripts/search/state.ts';

const meta = '<div hidden data-pagefind-sort="order[data-order]" data-order="1"></div>';
const page = (main: string) => `<html lang="zh-CN"><body><main>${meta}${main}</main></body></html>`;

function textOf(main: string): string {
  const html = pageForIndex(page(main), '/x/') ?? '';
  return html.replace(/^.*<main>/s, '').replace(/<[^>]*>/g, '');
}

test('a page without anything to index is left out, one without its facts is an error', () => {
  expect(pageForIndex('<p>甲</p>', '/x/')).toBeUndefined();
  expect(() => pageForIndex('<p data-pagefind-body>甲</p>', '/x/')).toThrow('/x/');
});

test('text and clause are one text, marked blocks are apart', () => {
  expect(textOf('<div data-pagefind-body><p>甲。</p><p><b>（</b><a>乙</a>）</p></div>')).toBe(
    ' 甲。␣ （乙）␣',
  );
  expect(textOf('<div data-pagefind-body><p>甲</p><p data-search-break>乙</p><p>丙</p></div>')).toBe(
    ` 甲␣ ${BREAK} 乙␣ ${BREAK} 丙␣`,
  );
});

test('a title that is the text of the heading keeps its words together', () => {
  const html = pageForIndex(
    page('<div data-pagefind-body><h1 data-pagefind-meta="title">甲 乙</h1></div>'),
    '/',
  );
  expect(html).toContain('data-pagefind-meta="title[data-title]" data-title="甲 乙"');
});

test('two builds of the index are identical, and nothing is in it that a search does not need', async () => {
  const pages = ['甲乙', '丙丁'].map((text, at) => ({
    url: `/${at}/`,
    html: page(`<p data-pagefind-body>${text}</p>`),
  }));
  const files = await indexFiles(pages);
  expect(await indexFiles(pages)).toEqual(files);
  expect(files.filter(({ path }) => path.endsWith('.css') || path.includes('ui'))).toEqual([]);
});

test('the address holds the whole state and nothing that is empty', () => {
  const state = { ...nothing, q: '区 编办&', unit: 'qu-bian-ban', section: '1' };
  expect(writeAddress(nothing)).toBe('');
  expect(readAddress(writeAddress(state))).toEqual(state);
  expect(() => readAddress('?q=%E0%A4%A&q=2&x')).not.toThrow();
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
