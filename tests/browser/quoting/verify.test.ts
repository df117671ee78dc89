/** 核对引文 as a reader uses it: what was pasted is compared in the browser, and goes nowhere else. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { axeFindings } from '../../support/axe.ts';
import { largeIndex, searchLarge } from '../../support/search/large-index.ts';

const SENTENCE = '深化商事制度改革，推进工商注册登记制度便利化。';
const REPORT = `记者获悉，${SENTENCE}（区发改局牵头，区地税局、区国税局等有关部门按职责分别负责，2017年底前完成）\n政府将投入5亿元建设智慧小区。`;
const STATES = ['原文中没有找到', '逐字相同', '有出入', '原文中没有找到'];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Compares a text, and gives the states of its stretches in words. */
async function check(page: Page, text: string): Promise<string[]> {
  await page.fill('#quoted', text);
  await page.click('[data-verify] [type=submit]');
  return statesOn(page);
}

async function statesOn(page: Page): Promise<string[]> {
  await page.locator('[data-verify-result]:not([hidden])').waitFor();
  const states = await page.locator('.verify-state').allTextContents();
  return states.map((state) => state.replace(/^\S /, ''));
}

test('a report is told what it quotes right, what wrong, and what the plan does not say; each place is linked', async () => {
  const { page, problems } = await site.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(site.url('/verify/'));
  expect(await check(page, REPORT)).toEqual(STATES);
  const differing = page.locator('[data-state=differs]');
  expect(await differing.locator('ins').allTextContents()).toEqual(['换区发改局', '换2017年']);
  expect(await differing.locator('del').allTextContents()).toEqual(['原文区工商局', '原文2018年']);
  expect(await differing.locator('.verify-notes li').allTextContents()).toEqual([
    '单位：引文是“区发改局”，原文是“区工商局”。',
    '日期：引文是“2017年”，原文是“2018年”。',
  ]);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await differing.locator('.verify-place a').click();
  await page.locator('#duty:target').waitFor();
  expect(await page.locator('h1').textContent()).toContain('深化商事制度改革');
  expect(problems).toEqual([]);
  await page.context().close();
});

test('the address holds the text where no server sees it, and gives the same result to whoever opens it', async () => {
  const { page, problems } = await site.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(site.url('/verify/'));
  await check(page, REPORT);
  const address = page.url();
  expect(decodeURIComponent(new URL(address).hash)).toBe(`#text=${REPORT}`);
  const other = await site.newPage();
  other.page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await other.page.goto(address);
  expect(await statesOn(other.page)).toEqual(STATES);
  const sent = requests.map((one) => decodeURIComponent(one.replace(/#.*/, '')));
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.filter((one) => one.includes('商事制度'))).toEqual([]);
  await other.page.goto(`${site.url('/verify/')}#text=%E6%B7%B`);
  await other.page.locator('[data-verify-status]', { hasText: '网址不完整' }).waitFor();
  expect([...problems, ...other.problems]).toEqual([]);
  await page.context().close();
  await other.page.context().close();
});

test('the result is copied as words, with marks for what differs and full addresses', async () => {
  const { page } = await site.newPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.url('/verify/'));
  await check(page, REPORT);
  await page.getByRole('button', { name: '复制结果' }).click();
  await page.locator('[data-said]', { hasText: '已复制' }).waitFor({ state: 'attached' });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('2.【逐字相同】深化商事制度改革');
  expect(copied).toContain('〔换：2017年，原文：2018年〕');
  expect(copied).toContain(site.url('/tasks/10/#duty'));
  await page.context().close();
});

test('on paper stands the result, not the form', async () => {
  const { page } = await site.newPage();
  await page.goto(site.url('/verify/'));
  await check(page, REPORT);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.verify-form').isVisible()).toBe(false);
  expect(await page.locator('[data-state=differs]').isVisible()).toBe(true);
  await page.context().close();
});

test('what was pasted is text and nothing else, however it looks', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/verify/'));
  const hostile = `记者<img src=x onerror="document.title='x'">获悉，${SENTENCE}`;
  expect(await check(page, hostile)).toContain('逐字相同');
  expect(await page.locator('.verify-list img').count()).toBe(0);
  expect(await page.locator('.verify-list').textContent()).toContain('<img src=x');
  await page.fill('#quoted', ' ');
  await page.click('[data-verify] [type=submit]');
  expect(await page.locator('[data-verify-status]').textContent()).toContain('请先粘贴');
  expect(problems).toEqual([]);
  await page.context().close();
});

test('of a large plan the pages most like each sentence are compared, and the page says so', async () => {
  const { page, problems } = await site.newPage();
  await searchLarge(page, await largeIndex());
  await page.goto(site.url('/verify/'));
  expect(await check(page, REPORT)).toEqual(STATES);
  expect(await page.locator('[data-verify-compared]').textContent()).toContain('只与最相近的');
  expect(problems).toEqual([]);
  await page.context().close();
});

test('without script the page says what it needs', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/verify/'));
  expect(await page.locator('noscript').first().innerText()).toContain('需要浏览器运行脚本');
  expect(await page.locator('.verify-form').isVisible()).toBe(false);
  await page.context().close();
});

test('forty thousand marks, between which no line may end, are shown as fast as letters, and answered', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/verify/'));
  const times = await page.locator('#quoted').evaluate((field: HTMLTextAreaElement) => {
    const timeOf = (text: string) => {
      field.value = '';
      const start = field.scrollHeight && performance.now();
      field.value = text;
      return field.scrollHeight && performance.now() - start;
    };
    const least = (text: string) => Math.min(...[1, 2, 3].map(() => timeOf(text)));
    return { marks: least('，'.repeat(40_000)), letters: least('文'.repeat(40_000)) };
  });
  // What grows with the square takes 240 times as long.
  expect(times.marks / times.letters).toBeLessThan(40);
  await page.fill('#quoted', '，'.repeat(40_000));
  await page.click('[data-verify] [type=submit]');
  await page.getByText('粘贴的内容里没有文字或数字，无从核对。').waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test('it works once the server is gone', async () => {
  const { page } = await site.newPage({ serviceWorkers: 'allow' });
  await page.goto(site.url('/verify/'));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.locator('[data-offline]:not([hidden])').waitFor({ timeout: 60_000 });
  await site.stopServer();
  await page.goto(site.url('/verify/'));
  expect(await check(page, REPORT)).toEqual(STATES);
  await page.context().close();
});
