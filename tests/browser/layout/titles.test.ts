/** Titles as they stand on screens: no word is torn, no character stands alone, nothing is wider than the screen. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const TITLES =
  'h1, h2, h3, th, .site-name, .task-title, .phrases, .contents a, .index-list a, .neighbours a, [data-result] a';

/** What is wrong with the lines of the titles of a page. */
const faultsOf = (page: Page, selector = TITLES) =>
  page.evaluate((titles) => {
    const faults: string[] = [];
    const isHan = (text = '') => /\p{Script=Han}/u.test(text);
    for (const title of document.querySelectorAll<HTMLElement>(titles)) {
      if (
        title.offsetParent === null ||
        title.querySelector(titles) ||
        (title.closest('.visually-hidden, thead')?.clientWidth ?? 9) < 2
      )
        continue;
      const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
      const lines: string[] = [];
      let [bottom, before] = [0, ''];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        for (let at = 0; at < text.length; at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          const isNew = lines.length === 0 || box.top >= bottom - 2;
          if (isNew) lines.push('');
          lines.push((lines.pop() ?? '') + (text[at] ?? ''));
          if (isNew && at > 0 && isHan(before) && isHan(text[at]))
            faults.push(`torn: ${title.textContent.trim()} at ${before}/${text[at] ?? ''}`);
          bottom = isNew ? box.bottom : Math.max(bottom, box.bottom);
          before = text[at] ?? '';
        }
      }
      const last = lines.at(-1)?.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      if (lines.length > 1 && last === 1) faults.push(`alone: ${title.textContent.trim()}`);
    }
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) faults.push(`the page is ${over} px too wide`);
    return [...new Set(faults)];
  }, selector);

const pages = [
  ...['/', '/plan/', '/tasks/', '/tasks/18/', '/tasks/47/', '/sections/5/', '/units/', '/units/qu-fagai-ju/'],
  ...[
    '/documents/',
    '/timeline/',
    '/matrix/',
    '/glossary/',
    '/corrections/',
    '/about/',
    '/data/',
    '/search/?q=改革',
  ],
];

test.each([
  [320, 30],
  [320, 18],
  [360, 22],
  [768, 18],
  [1280, 18],
  [1280, 30],
])(
  'at %i px with letters of %i px titles break between words, and no character stands alone',
  async (width, size) => {
    const { page } = await site.newPage({ viewport: { width, height: 740 } });
    const faults: string[] = [];
    for (const address of pages) {
      const more = address.includes('?') ? '&' : '?';
      await page.goto(site.url(size === 18 ? address : `${address}${more}size=${size}`));
      if (address.startsWith('/search/')) await page.locator('[data-result]').first().waitFor();
      faults.push(...(await faultsOf(page)).map((fault) => `${address} ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test.each([
  [360, 30],
  [320, 22],
  [360, 18],
])(
  'at %i px and %i px the name of the publisher is not torn, nor what the search is for',
  async (width, size) => {
    const { page } = await site.newPage({ viewport: { width, height: 740 } });
    for (const address of ['/', '/plan/']) {
      await page.goto(site.url(size === 18 ? address : `${address}?size=${size}`));
      expect(await faultsOf(page, '.page-head > .lead, .home-search label')).toEqual([]);
    }
    await page.context().close();
  },
);

test.each([320, 360])(
  'at %i px letters that the reader’s own browser makes large do not widen the page',
  async (width) => {
    const { page } = await site.newPage({ viewport: { width, height: 740 } });
    for (const address of ['/', '/plan/', '/tasks/3/', '/units/']) {
      await page.goto(site.url(address));
      const over = await page.evaluate(() => {
        document.documentElement.style.fontSize = '30px';
        return document.documentElement.scrollWidth - innerWidth;
      });
      expect(over, address).toBe(0);
    }
    await page.context().close();
  },
);

test('at the largest size, too, the title of the home page keeps a distance from the line of the head', async () => {
  const { page } = await site.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(site.url('/?size=30'));
  const distance = await page.evaluate(() => {
    const [head, title] = ['.site-header', 'h1'].map((one) =>
      document.querySelector(one)?.getBoundingClientRect(),
    );
    return (title?.top ?? NaN) - (head?.bottom ?? NaN);
  });
  expect(distance).toBeGreaterThanOrEqual(8);
  await page.context().close();
});

test('role words that are longer than a line break', async () => {
  const { page } = await site.newPage({ viewport: { width: 320, height: 740 } });
  await page.goto(site.url('/matrix/?size=30'));
  expect(await page.locator('.legend .role').allTextContents()).toContainEqual(
    expect.stringContaining('按职责分别负责／按职责分工负责'),
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.context().close();
});
