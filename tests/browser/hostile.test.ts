/** Hostile words in the address, in the box and from the clipboard: they stay text, on every page that reads them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostile } from '../support/hostile.ts';
import { openSite, type Site, type WatchedPage } from '../support/browser.ts';
import { box } from '../support/search/searching.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function newPage(): Promise<WatchedPage> {
  const watched = await site.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await watched.page.addInitScript(() => {
    (window as unknown as { ran: number[] }).ran = [];
  });
  return watched;
}

const all = Object.values(hostile);
// Servers refuse addresses of more than some thousand bytes; fragments and boxes get all of it.
const short = all.map((word) => word.slice(0, 60));
/** Several at once; each by itself is asked for in search.test.ts. */
const words = Array.from({ length: Math.ceil(short.length / 4) }, (_, index) =>
  short.slice(index * 4, index * 4 + 4).join(' '),
);
/** As it may stand in an address; half characters as whoever sends them would write them. */
const encoded = (text: string) =>
  Array.from(text, (sign) => (sign.isWellFormed() ? encodeURIComponent(sign) : '%ED%A0%80')).join('');

/** Nothing has run, nothing was made of the words, and the page is there. */
async function expectUnharmed(page: Page, what: string): Promise<void> {
  const harm = await page.evaluate(() => ({
    ran: (window as unknown as { ran: number[] }).ran,
    made: [
      ...document.querySelectorAll(
        'main img, main script:not([src], [type="application/ld+json"]), iframe, [autofocus], [onerror], [onfocus]',
      ),
    ].map(({ outerHTML }) => outerHTML.slice(0, 80)),
    links: [...document.links].filter(({ protocol }) => !/^(?:https?|mailto):$/.test(protocol)).length,
    title: document.title.length > 0 && document.querySelector('h1') !== null,
  }));
  expect({ what, ...harm }).toEqual({ what, ran: [], made: [], links: 0, title: true });
}

test('in the address of the search, as query and as filter', async () => {
  const { page, problems } = await newPage();
  for (const word of words) {
    const value = encoded(word);
    await page.goto(
      site.url(`/search/?q=${value}&unit=${value}&role=${value}&section=${value}&kind=${value}`),
    );
    await page.locator('main [role=status][data-query]').waitFor({ state: 'attached' });
    await expectUnharmed(page, word.slice(0, 40));
    expect(await page.locator('select[name=unit]').inputValue()).toBe('');
  }
  expect(problems).toEqual([]);
});

test('in the query that led to a task, whose words are marked there', async () => {
  const { page, problems } = await newPage();
  for (const word of [...words, '行政']) {
    await page.goto(site.url(`/search/?q=${encoded(word)}`));
    await page.locator('main [role=status][data-query]').waitFor({ state: 'attached' });
    const arrived = page.waitForURL(/\/tasks\/1\/$/);
    await page.evaluate((address) => {
      location.href = address;
    }, site.url('/tasks/1/'));
    await arrived;
    await expectUnharmed(page, word.slice(0, 40));
  }
  expect(problems).toEqual([]);
});

test('in the filters of the pictures, in the size, and in the part of a page that is asked for', async () => {
  const { page, problems } = await newPage();
  for (const word of words) {
    const value = encoded(word);
    for (const address of [
      `/timeline/?section=${value}&unit=${value}&role=${value}&basis=${value}&highlight=${value}`,
      `/timeline/embed/?unit=${value}`,
      `/matrix/?sort=${value}#${value}`,
      `/tasks/1/?size=${value}#${value}`,
      `/documents/#s1:~:text=${value},${value}`,
    ]) {
      await page.goto(site.url(address));
      await expectUnharmed(page, address.slice(0, 60));
    }
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe(undefined);
  }
  await page.goto(site.url(`/tasks/1/#${encoded(hostile.long ?? '')}`));
  await expectUnharmed(page, 'a long fragment');
  expect(problems).toEqual([]);
});

test('in the jump box, typed and pasted', async () => {
  const { page, problems } = await newPage();
  await page.goto(site.url('/about/'));
  const header = `header ${box}`;
  await page.focus(header);
  for (const word of all) {
    await page.fill(header, '');
    await page.evaluate((text) => navigator.clipboard.writeText(text), word);
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.insertText(word.slice(0, 200));
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') !== null);
    await expectUnharmed(page, word.slice(0, 40));
    await page.keyboard.press('Escape');
  }
  // What is copied from another page brings its HTML along.
  await page.fill(header, '');
  await page.evaluate(async (html) => {
    const item = new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) });
    await navigator.clipboard.write([item]);
  }, hostile['event handler'] ?? '');
  await page.keyboard.press('ControlOrMeta+V');
  await expectUnharmed(page, 'HTML from the clipboard');
  expect(problems).toEqual([]);
});
