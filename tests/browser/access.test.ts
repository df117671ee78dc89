/**
 * Every page in every way it is shown: axe finds nothing, and nothing is lost or scrolls sideways at 400 % zoom.
 * Without WHOLE=1 every kind of page, and of the pages of a kind one in ten.
 */
import type { RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { openSite, type Site } from '../support/browser.ts';
import { allPages, pageKinds } from '../support/kinds.ts';
import { isWhole } from '../support/whole.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** 320 CSS px wide is a window of 1280 px at 400 % zoom (WCAG 1.4.10). */
const widths = [320, 1280];
const modes = [
  { name: 'light', scheme: 'light', size: '', runOnly: rules },
  // Only the colours are others.
  { name: 'dark', scheme: 'dark', size: '', runOnly: colours },
  { name: 'large print', scheme: 'light', size: '30', runOnly: rules },
] as const;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** What is cut off, or makes the page scroll sideways. Regions that scroll in themselves are no loss. */
function losses(): string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
  for (const element of document.querySelectorAll<HTMLElement>('body *:not(svg *)')) {
    const { overflowX, clipPath } = getComputedStyle(element);
    const cut = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    // The way to the page is one line; its middle stands again below the title.
    if (cut && clipPath === 'none' && !element.closest('.breadcrumb'))
      found.push(`cut off: ${element.className || element.tagName}`);
  }
  return found;
}

/** Words in a row that are not Chinese and say so nowhere; names and code are no language (WCAG 3.1.2). */
function unnamedLanguage(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    const words = /\b[A-Za-z]{2,}(?: [A-Za-z]{2,}){3,}/.exec(textContent ?? '')?.[0];
    if (words !== undefined && !parentElement?.closest('code, pre, script, style, [lang]:not(html)'))
      found.push(`what language is “${words}”?`);
  }
  return found;
}

async function inspect(page: Page, address: string): Promise<string[]> {
  await page.goto(site.url(address));
  const found = (await page.evaluate(unnamedLanguage)).map((one) => `${address}  ${one}`);
  for (const { name, scheme, size, runOnly } of modes) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((value) => {
      if (value === '') delete document.documentElement.dataset.size;
      else document.documentElement.dataset.size = value;
    }, size);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 256 });
      const problems = [...(await axeFindings(page, { runOnly })), ...(await page.evaluate(losses))];
      found.push(...problems.map((problem) => `${address}  ${name}, ${width} px: ${problem}`));
    }
  }
  return found;
}

/** Every tenth page stands for those beside it. */
const some = () => {
  const kinds = new Set(pageKinds());
  return allPages().filter((address, index) => kinds.has(address) || index % 10 === 0);
};

test(
  'axe finds nothing on any page, and no page loses anything at 400 % zoom',
  { timeout: 600_000 },
  async () => {
    const left = isWhole ? allPages() : some();
    expect(left.length).toBeGreaterThan(0);
    const found: string[] = [];
    const worker = async () => {
      const { page, problems } = await site.newPage();
      for (let address = left.pop(); address !== undefined; address = left.pop())
        found.push(...(await inspect(page, address)));
      found.push(...problems.filter((problem) => !problem.includes('404')));
      await page.context().close();
    };
    await Promise.all([worker(), worker()]);
    expect(found.sort()).toEqual([]);
  },
);
