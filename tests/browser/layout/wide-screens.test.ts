/** On a wide screen facts and contents stand beside the text, which keeps its line length. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

test.each([1200, 1280, 1920])('at %i px the facts of a task stand beside its text', async (width) => {
  const { page } = await site.newPage({ viewport: { width, height: 800 } });
  for (const address of ['/tasks/1/', '/tasks/23/', '/tasks/44/']) {
    await page.goto(site.url(address));
    const [facts, text, header] = [
      await box(page, '.facts'),
      await box(page, '.source-text'),
      await box(page, '.site-header-in'),
    ];
    expect(facts.x).toBeGreaterThan(text.x + text.width);
    expect(facts.x + facts.width).toBeLessThanOrEqual(width);
    expect(facts.y).toBeLessThan(300);
    // The column of the header, at most 38 characters wide.
    expect([text.x, text.width]).toEqual([header.x, header.width]);
    expect(text.width).toBeLessThanOrEqual(38 * 18);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  await page.context().close();
});

test('on a narrower screen, in larger letters and on paper the facts stand above the text', async () => {
  const { page } = await site.newPage({ viewport: { width: 1100, height: 800 } });
  const isAbove = async () => {
    const [facts, text] = [await box(page, '.facts'), await box(page, '.source-text')];
    return facts.y + facts.height <= text.y && Math.abs(facts.x - text.x) < 2;
  };
  await page.goto(site.url('/tasks/1/'));
  expect(await isAbove()).toBe(true);
  await page.setViewportSize({ width: 1400, height: 800 });
  expect(await isAbove()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await isAbove()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.goto(site.url('/tasks/1/?size=30'));
  expect(await isAbove()).toBe(true);
  await page.context().close();
});

test.each([
  ['/plan/', '#section-4'],
  ['/sections/1/', '#measure-4'],
])('the contents of %s follow the reader and mark where they are', async (address, place) => {
  const { page, problems } = await site.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(site.url(`${address}${place}`));
  const current = page.locator('.contents [aria-current]');
  await page.locator(`.contents [href="${place}"][aria-current]`).waitFor();
  expect(await current.count()).toBe(1);
  expect((await box(page, '.contents')).y).toBeGreaterThanOrEqual(0);
  await page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
  });
  await page.locator(`.contents [href="${place}"]:not([aria-current])`).waitFor();
  expect(await current.count()).toBe(1);
  expect(problems).toEqual([]);
  await page.context().close();
});
