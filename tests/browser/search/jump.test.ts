/** The jump box of the header in a real browser. */
import { brotliCompressSync } from 'node:zlib';
import type { BrowserContextOptions, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../../support/axe.ts';
import { openSite, type Site, type WatchedPage } from '../../support/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const box = 'header input[type=search]';
const list = 'header [role=listbox]';
const options = `${list} [role=option]`;

async function open(address = '/about/', options?: BrowserContextOptions): Promise<WatchedPage> {
  const watched = await site.newPage(options);
  await watched.page.goto(site.url(address));
  return watched;
}

/** Types as a reader does, and waits for the list to stand. */
async function type(page: Page, text: string): Promise<void> {
  await page.fill(box, '');
  await page.focus(box);
  await page.keyboard.type(text);
  await page.locator(options).first().waitFor();
}

/** What a screen reader is told: the words in the box, whether the list is open, and the chosen entry. */
async function told(page: Page) {
  return page.locator(box).evaluate((input: HTMLInputElement) => {
    const active = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    const selected = document.querySelectorAll('header [role=option][aria-selected=true]');
    return {
      value: input.value,
      expanded: input.getAttribute('aria-expanded'),
      focused: document.activeElement === input,
      chosen: active?.firstChild?.textContent ?? null,
      selected: [...selected].every((each) => each === active),
    };
  });
}

const arrives = (page: Page, end: RegExp) =>
  page.waitForURL((url) => end.test(url.pathname + url.search + url.hash));

test('the box costs nothing unused, then one script and its data, at most 13 KB', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/about/'), { waitUntil: 'networkidle' });
  const loaded: Response[] = [];
  page.on('response', (response) => loaded.push(response));
  await type(page, '公安局');
  const kinds = loaded.map((one) => one.request().resourceType()).sort();
  expect(kinds, loaded.map((one) => one.url()).join(' ')).toEqual(['fetch', 'script']);
  const sizes = await Promise.all(loaded.map(async (one) => brotliCompressSync(await one.body()).length));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(13 * 1024);
  // The page that it leads to loads neither.
  const own = new Set(loaded.map((one) => one.url()));
  await page.goto(site.url('/units/gongan-qinnan-fenju/'), { waitUntil: 'networkidle' });
  expect(loaded.filter((one) => own.has(one.url()))).toHaveLength(2);
  expect(problems).toEqual([]);
});

test('an alias leads to the unit by the keyboard alone', async () => {
  const { page, problems } = await open();
  await type(page, '公安局');
  expect(await page.textContent(options)).toContain('别称 公安局（本站补充）');
  expect(await told(page)).toMatchObject({ expanded: 'true', focused: true, chosen: null });
  await page.keyboard.press('ArrowDown');
  expect(await told(page)).toMatchObject({ focused: true, chosen: '公安钦南分局', selected: true });
  await page.keyboard.press('Enter');
  await arrives(page, /\/units\/gongan-qinnan-fenju\/$/);
  expect(problems).toEqual([]);
});

test('with none chosen, Enter searches the text', async () => {
  const { page } = await open();
  await type(page, '公安局');
  await page.keyboard.press('Enter');
  await arrives(page, /\/search\/\?q=%E5%85%AC%E5%AE%89%E5%B1%80$/);
});

test('the arrow keys go round through the box; Home, Escape and Tab give the choice up', async () => {
  const { page } = await open();
  await type(page, '10');
  const walk = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return (await told(page)).chosen;
  };
  expect(await walk('ArrowDown')).toBe('任务10');
  expect(await walk('ArrowDown')).toBe('措施10');
  expect(await walk('ArrowDown')).toBe(null);
  expect(await walk('ArrowUp')).toBe('措施10');
  expect(await walk('Home')).toBe(null);
  expect(await page.locator(box).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0);
  expect(await walk('ArrowDown', 'End')).toBe(null);
  expect(await walk('ArrowDown', 'Escape')).toBe(null);
  expect(await told(page)).toMatchObject({ value: '10', expanded: 'false', focused: true });
  expect(await walk('ArrowDown')).toBe('任务10');
  await page.keyboard.press('Tab');
  expect(await page.locator(list).isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('搜索');
  await page.focus(box);
  await page.keyboard.press('Escape');
  expect(await page.inputValue(box)).toBe('');
});

test('the number of entries is announced, and so is that there are none', async () => {
  const { page } = await open();
  const status = page.locator('header [role=status]');
  await type(page, '制度');
  await status.filter({ hasText: /可直接前往\d+处，列出前6处/ }).waitFor();
  expect(await page.locator(options).count()).toBe(6);
  await page.keyboard.type('量子');
  await status.filter({ hasText: '没有直接对应，按回车搜索全文' }).waitFor();
  expect(await told(page)).toMatchObject({ expanded: 'false' });
});

test('nothing happens while an input method composes', async () => {
  const { page } = await open();
  await type(page, '教育');
  await page.fill(box, '');
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'sfj', selectionStart: 3, selectionEnd: 3 });
  expect(await told(page)).toMatchObject({ value: 'sfj', expanded: 'false' });
  for (const key of ['ArrowDown', 'Enter']) {
    await page.locator(box).evaluate((input, pressed) => {
      const composing = { key: pressed, isComposing: true, bubbles: true, cancelable: true };
      if (!input.dispatchEvent(new KeyboardEvent('keydown', composing))) throw new Error(`took ${pressed}`);
      // So Safari reports the key that ended a composition.
      const ended = { key: pressed, keyCode: 229, bubbles: true, cancelable: true };
      if (!input.dispatchEvent(new KeyboardEvent('keydown', ended))) throw new Error(`took ${pressed} after`);
    }, key);
  }
  expect(await told(page)).toMatchObject({ expanded: 'false', chosen: null });
  await keyboard.send('Input.insertText', { text: '司法' });
  await page.locator(options).filter({ hasText: '区司法局' }).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await told(page)).toMatchObject({ expanded: 'true', chosen: '区司法局' });
});

test('a tap and a click lead on, and entries are links', async () => {
  const { page } = await open('/about/', {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 640 },
  });
  await page.tap(box);
  await page.keyboard.type('zhengfuban');
  await page.locator(options).first().tap();
  await arrives(page, /\/units\/qu-zhengfu-bangongshi\/$/);
  await type(page, '第十项');
  await page.locator(options).first().click();
  await arrives(page, /\/tasks\/10\/$/);
});

test('an entry on the same page leads there and closes the list', async () => {
  const { page } = await open('/documents/');
  await type(page, '2015 50号');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await arrives(page, /\/documents\/#doc-13$/);
  expect(await page.locator(list).isVisible()).toBe(false);
  await type(page, '2017年底');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await arrives(page, /\/tasks\/#by-2017-12-31-own$/);
});

test('what is typed before the data came is answered when it comes', async () => {
  const { page } = await site.newPage();
  const { promise: held, resolve: send } = Promise.withResolvers<undefined>();
  await page.context().route(/jump\.json/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.url('/about/'));
  await page.focus(box);
  await page.keyboard.type('審計局');
  expect(await page.locator(options).count()).toBe(0);
  send(undefined);
  await page.locator(options).filter({ hasText: '区审计局' }).waitFor();
});

test('without its data the box still searches, and the next use tries again', async () => {
  const { page, problems } = await site.newPage();
  await page.context().route(/jump\.json/, (route) => route.fulfill({ status: 503 }));
  await page.goto(site.url('/about/'));
  const refused = page.waitForResponse(/jump\.json/);
  await page.focus(box);
  await refused;
  await page.keyboard.type('政府采购');
  expect(await page.locator(options).count()).toBe(0);
  await page.context().unrouteAll();
  await page.locator(box).blur();
  await type(page, '教育局');
  // Nor does anything come where the connection is gone.
  await page.goto(site.url('/about/'));
  const failed = page.waitForEvent('requestfailed');
  await page.context().route('**/*', (route) => route.abort());
  await page.fill(box, '政府采购');
  await failed;
  await page.context().unrouteAll();
  await page.keyboard.press('Enter');
  await arrives(page, /\/search\/\?q=/);
  expect(problems.filter((problem) => !/jump\.json|ERR_FAILED/.test(problem))).toEqual([]);
});

test('without script the form searches', async () => {
  const { page } = await open('/about/', { javaScriptEnabled: false });
  expect(await page.locator(box).getAttribute('role')).toBe(null);
  await page.fill(box, '公安局');
  await page.press(box, 'Enter');
  await arrives(page, /\/search\/\?q=/);
});

test('on the search page entries and results stand together', async () => {
  const { page, problems } = await open('/search/');
  const status = (query: string) => page.locator(`main [role=status][data-query=${JSON.stringify(query)}]`);
  await type(page, '政府');
  await status('政府').waitFor();
  expect(await page.locator(options).count()).toBe(3);
  expect(await page.locator('[data-result]').count()).toBeGreaterThan(3);
  await page.keyboard.press('Enter');
  expect(await page.locator(list).isVisible()).toBe(false);
  expect(new URL(page.url()).search).toBe('?q=%E6%94%BF%E5%BA%9C');
  // What only stands inside a title is left to the results.
  await page.fill(box, '审批');
  await status('审批').waitFor();
  expect(await page.locator(list).isVisible()).toBe(false);
  await type(page, '任务12');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await arrives(page, /\/tasks\/12\/$/);
  // A query that came with the address is no typing.
  const data = page.waitForResponse(/jump\.json/);
  await page.goto(site.url('/search/?q=%E6%94%BF%E5%BA%9C'));
  await page.focus(box);
  await (await data).finished();
  await page.locator(list).waitFor({ state: 'attached' });
  expect(await page.locator(list).isVisible()).toBe(false);
  expect(problems).toEqual([]);
});

test.for([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('the open list is accessible and within the page at %i px, %s', async ([width, colorScheme]) => {
  const { page } = await open('/tasks/10/', { viewport: { width, height: 640 }, colorScheme });
  await type(page, '制度');
  await page.keyboard.press('ArrowDown');
  expect(await axeFindings(page, { within: 'header' })).toEqual([]);
  const [boxAt, listAt] = [await page.locator(box).boundingBox(), await page.locator(list).boundingBox()];
  if (!boxAt || !listAt) throw new Error('The box or its list is not seen.');
  expect(listAt.y).toBeGreaterThanOrEqual(boxAt.y + boxAt.height);
  expect(listAt.x).toBeGreaterThanOrEqual(0);
  expect(listAt.x + listAt.width).toBeLessThanOrEqual(width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const heights = await page.locator(options).evaluateAll((all) => all.map((each) => each.clientHeight));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});
