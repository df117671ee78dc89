/** A task in a page of another site: whole, named with its source, and leading to the site. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../../support/axe.ts';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';

const plan = planOfSite();

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('on a phone nothing is cut: the frame scrolls, downwards only', async () => {
  const { page } = await site.newPage({ viewport: { width: 320, height: 600 } });
  await page.goto(site.url('/tasks/12/embed/'));
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }));
  expect(width).toBeLessThanOrEqual(320);
  expect(height).toBeGreaterThan(600);
  await page.evaluate(() => {
    scrollTo(0, 100);
  });
  expect(await page.evaluate(() => scrollY)).toBe(100);
  await page.context().close();
});

test('the code stands on the page of the task with the full address, and what it names is that task', async () => {
  const { page } = await site.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(site.url('/tasks/12/'));
  await page.getByText('嵌入其他网页').click();
  const code = await page.locator('[data-embed]').inputValue();
  const [, src = ''] =
    /^<iframe src="(https?:\/\/[^"]+)" title="任务12" width="100%" height="\d+"/.exec(code) ?? [];
  expect(src).toBe(site.full('/tasks/12/embed/'));
  await page.getByRole('button', { name: '复制代码' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await page.goto(site.url('/tasks/12/embed/'));
  expect(await page.locator('h1').textContent()).toContain('任务12');
  expect(await page.locator('main').textContent()).toContain(`《${plan.title.shown}》`);
  const link = page.getByRole('link', { name: '在本站查看任务12' });
  expect(await link.evaluate((one: HTMLAnchorElement) => one.href)).toBe(site.url('/tasks/12/'));
  expect(await page.locator('base').getAttribute('target')).toBe('_top');
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  await page.context().close();
});

test('axe finds nothing in it', async () => {
  const { page } = await site.newPage();
  await page.goto(site.url('/tasks/12/embed/'));
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});
