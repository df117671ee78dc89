/**
 * What a screen reader says, in order. The text files beside this one are for people to read and judge; after a change that is meant,
 * `npx vitest run --project browser tests/browser/listening -u` writes them anew.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { answered } from '../../support/search/searching.ts';

const reader = readFileSync(
  createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
);
/** Of tables that are longer the beginning is enough. */
const MAX_LINES = 150;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Opens a page with the virtual screen reader, which the policy of the site would not let in. */
async function open(address: string): Promise<Page> {
  const { page } = await site.newPage({ bypassCSP: true });
  await page.route('**/virtual-screen-reader.js', (route) =>
    route.fulfill({ body: reader, contentType: 'text/javascript' }),
  );
  await page.goto(site.url(address));
  return page;
}

interface Reader {
  start(options: { container: Element }): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
}

/** What is said from the top of the page on, without the ends and counts of groups, what closed lists of choices hold, and what is for those without script. */
async function said(page: Page): Promise<string[]> {
  await page.addScriptTag({
    type: 'module',
    content: `import { virtual } from '/virtual-screen-reader.js'; window.virtual = virtual;`,
  });
  await page.waitForFunction('window.virtual');
  const phrases = await page.evaluate(async (most) => {
    const { virtual } = window as unknown as { virtual: Reader };
    // It stops at every node of text; others read the text of a title in one, wherever its lines may break.
    for (const one of document.querySelectorAll('wbr')) one.remove();
    document.body.normalize();
    // It reads what is folded, which others do not.
    const folded = document.querySelectorAll<HTMLElement>('details:not([open]) > :not(summary, [hidden])');
    for (const one of folded) one.hidden = true;
    await virtual.start({ container: document.body });
    for (let left = most; left > 0 && (await virtual.lastSpokenPhrase()) !== 'end of document'; left--)
      await virtual.next();
    for (const one of folded) one.hidden = false;
    return virtual.spokenPhraseLog();
  }, 20 * MAX_LINES);
  return phrases.filter(
    (phrase) => !/^(?:end\b|listitem|list$|option,|<|paragraph$|document$|graphics-)/.test(phrase),
  );
}

test.each([
  ['home', '/'],
  ['task', '/tasks/23/'],
  ['unit', '/units/qu-fagai-ju/'],
  ['search', '/search/?q=信访'],
  ['timeline', '/timeline/'],
  ['matrix', '/matrix/'],
])('%s', async (name, address) => {
  const page = await open(address);
  if (name === 'search') await answered(page, '信访');
  const lines = (await said(page)).slice(0, MAX_LINES);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${name}.txt`);
});

test('from the link at the top it is at most six stops to who has to do a task, and by when', async () => {
  for (const number of [1, 23, 33, 47, 55]) {
    const page = await open(`/tasks/${number}/`);
    const lines = await said(page);
    const stops = lines.slice(lines.indexOf('main') + 1);
    const facts = stops.findIndex((line) => /牵头|负责/.test(line) && /年|月/.test(line));
    expect({ number, reached: facts >= 0 && facts < 6 }).toEqual({ number, reached: true });
  }
});

test('with the keyboard it is two stops to the unit, and no sentence is a stop until it is asked for', async () => {
  const page = await open('/tasks/23/');
  const focused = () => page.evaluate(() => document.activeElement?.textContent.trim());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('区政府办公室');
  const inTabOrder = () =>
    page
      .locator('.anchor')
      .evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex === 0).length);
  expect(await inTabOrder()).toBe(0);
  expect((await said(page)).filter((line) => /^link, .*句的链接/.test(line))).toEqual([]);
  await page.getByText('引用本页').click();
  await page.getByRole('button', { name: '显示各句的链接' }).click();
  expect(await inTabOrder()).toBe(await page.locator('.anchor').count());
  expect(await page.getByRole('link', { name: '复制第1句的链接' }).count()).toBe(1);
});
