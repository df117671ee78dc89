/** 核对引文 in the single-file edition: opened from disk, without a server or a network, it says what the site says. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../../support/axe.ts';
import { openSite, type Site } from '../../support/browser.ts';
import { dist } from '../../support/dist.ts';
import { publishedPlan } from '../../support/helpers.ts';
import { quotationsOf } from '../../support/quotations.ts';

const file = pathToFileURL(join(dist, 'offline.html')).href;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Compares a text, and gives what is said of each stretch: state, differences, notes, places without titles. */
async function check(page: Page, text: string): Promise<string[][]> {
  await page.fill('#quoted', text);
  await page.click('[data-verify] [type=submit]');
  await page.locator('[data-verify-result]:not([hidden])').waitFor();
  return page
    .locator('.verify-list > li')
    .evaluateAll((items) =>
      items.map((item) => [
        ...Array.from(
          item.querySelectorAll('.verify-state, ins, del, .verify-notes li'),
          (one) => one.textContent,
        ),
        ...Array.from(item.querySelectorAll('.verify-place a'), (one) =>
          one.textContent.replace(/^(任务\S+) [^]*(?=，)/, '$1'),
        ),
      ]),
    );
}

test('two hundred quotations get the same verdicts, differences and places as on the site', async () => {
  const text = quotationsOf(publishedPlan())
    .map((one) => one.text)
    .join('\n');
  const [onSite, inFile] = [await site.newPage(), await site.newPage()];
  await onSite.page.goto(site.url('/verify/'));
  await inFile.page.goto(file);
  const expected = await check(onSite.page, text);
  expect(expected.length).toBeGreaterThan(200);
  expect(await check(inFile.page, text)).toEqual(expected);
  await Promise.all([onSite, inFile].map(({ page }) => page.context().close()));
});

test('a journalist without a network opens the file, pastes a report, and is led to the task', async () => {
  const { page, problems } = await site.newPage({ viewport: { width: 360, height: 740 } });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.context().setOffline(true);
  await page.goto(file);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '核对' }).click();
  await page.locator('#quoted').scrollIntoViewIfNeeded();
  const [stretch] = await check(page, '深化商事制度改革，推进工商注册登记制度便利化。');
  expect(stretch).toEqual(['＝ 逐字相同', '任务10，第1句']);
  await page.getByRole('link', { name: '任务10，第1句' }).click();
  await expect.poll(() => page.locator('#task-10:target').count()).toBe(1);
  expect(await page.getByRole('button', { name: '复制结果' }).count()).toBe(1);
  // An address on this disk is of no use to anyone else.
  expect(await page.getByRole('button', { name: /链接/ }).count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(new Set(requests)).toEqual(new Set([file]));
  expect(problems.filter((problem) => !problem.endsWith(file))).toEqual([]);
  await page.context().close();
});

test('the page of the site, opened from disk, leads to the file that works there', async () => {
  const { page } = await site.newPage();
  await page.goto(pathToFileURL(join(dist, 'verify/index.html')).href);
  const link = page.locator('.verify-late a');
  await link.waitFor({ timeout: 10_000 });
  await link.click();
  await page.locator('#verify:target').waitFor();
  expect(page.url()).toBe(`${file}#verify`);
  await page.context().close();
});
