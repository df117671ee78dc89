/** Who follows 订阅 gets a page to read, with the addresses for the programs that read them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('the link in the foot leads to words, and each address is copied in full', async () => {
  const { page, problems } = await site.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(site.url('/about/'));
  await page.locator('footer').getByRole('link', { name: '订阅', exact: true }).click();
  await page.getByRole('heading', { name: '订阅更新' }).waitFor();
  await page.getByRole('heading', { name: '订阅日历' }).waitFor();
  for (const [what, address] of [
    ['更新', '/feed.xml'],
    ['全部任务的日历', '/calendar.ics'],
  ] as const) {
    await page.getByRole('button', { name: `复制网址：${what}` }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe(site.full(address));
    await page.locator('[data-copy-address]', { hasText: site.full(address) }).waitFor();
    expect((await fetch(site.url(address))).status).toBe(200);
  }
  expect(await page.locator('main .index-list a[href$=".ics"]').count()).toBeGreaterThan(10);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('without script the addresses are links all the same', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/subscribe/'));
  const links = page.locator('[data-copy-address] a');
  expect(await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))).toEqual([
    site.url('/feed.xml'),
    site.url('/calendar.ics'),
  ]);
  expect(await page.locator('main button').count()).toBe(0);
  await page.context().close();
});
