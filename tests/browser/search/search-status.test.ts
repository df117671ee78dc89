/** What the page says of how it searched is true for every query: 逐字 only of what was compared as it was typed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { publishedPlan } from '../../support/helpers.ts';
import { ask } from '../../support/search/searching.ts';

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = (await site.newPage()).page;
  await page.goto(site.url('/search/'));
});
afterAll(() => site.close());

async function statusOf(query: string): Promise<string> {
  await ask(page, [query]);
  return (await page.textContent('main [role=status]'))?.trim() ?? '';
}

const unsearchable = ['***', '——', '%', '"', '。，', '😀', '《》', '\u200b', '<>', '……'];

test('a query of marks alone is said to have nothing to search for, and its filters count nothing', async () => {
  for (const query of unsearchable)
    expect(await statusOf(query), query).toBe('输入的内容里没有文字或数字，无从搜索。');
  const { page: other } = await site.newPage();
  await other.goto(site.url('/search/?q=%2A%2A%2A'));
  await other.locator('[data-filters] > summary').click();
  await other.locator('option', { hasText: '（0）' }).first().waitFor({ state: 'attached' });
  const counts = await other.locator('[data-filters] option').allTextContents();
  expect(counts.filter((text) => /（[1-9]\d*）$/.test(text))).toEqual([]);
  await other.context().close();
});

test.for([
  ['<b>', '“<b>”（不计标点、符号和空格，不分大小写）：'],
  ['a', '“a”（不分大小写）：'],
  ['加快，推进', '“加快，推进”（不计标点、符号和空格）：'],
  ['😀加快', '“😀加快”（不计标点、符号和空格）：'],
  ['加快 。', '“加快 。”（不计标点、符号和空格）：'],
  ['２０１７', '“２０１７”（按“2017”搜索）：'],
  ['½', '“½”（按“12”搜索）：'],
  ['人⺠政府', '“人⺠政府”（按“人民政府”搜索）：'],
  ['公安-局', '“公安-局”（不计标点、符号和空格）：'],
  ['<b>加快</b>', '方案没有写到“<b>加快</b>”（不计标点、符号和空格）。'],
  ['法治 蓝鲸', '没有同时含有“法治 蓝鲸”各词的页面。'],
  ['法治', '逐字含有“法治”的有 '],
  ['2017年底前', '逐字含有“2017年底前”的有 '],
  ['加快 推进', '逐字含有“加快 推进”各词的有 '],
  ['加快 推进。', '含有“加快 推进。”（不计标点、符号和空格）各词的有 '],
] as const)('of %s the status says how it was compared', async ([query, begin]) => {
  expect((await statusOf(query)).slice(0, begin.length)).toBe(begin);
});

test('words between which the text has punctuation are not found 逐字', async () => {
  const { tasks } = publishedPlan();
  const [, before = '', after = ''] =
    tasks.map(({ text }) => /(\p{Script=Han}{4})、(\p{Script=Han}{4})/u.exec(text)).find((one) => one) ?? [];
  expect(await statusOf(before)).toContain('逐字含有');
  expect(await statusOf(before + after)).toContain('（不计标点、符号和空格）：');
});
