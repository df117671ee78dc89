/** Large print, colours and reading aloud as a reader uses them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const viewport = { width: 360, height: 740 };
const textSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const openPanel = (page: Page) => page.getByRole('button', { name: '显示设置' }).click();

async function open(address: string, options = {}) {
  const watched = await site.newPage({ viewport, ...options });
  await watched.page.goto(site.url(address));
  return watched;
}

test('a chosen size is shown, stands in the address, and holds on the next page and in the next tab', async () => {
  const { page, problems } = await open('/tasks/12/#s2');
  expect(await textSize(page)).toBe('18px');
  await openPanel(page);
  await page.getByRole('radio', { name: '大', exact: true }).check();
  expect(await textSize(page)).toBe('22px');
  expect(page.url()).toBe(site.url('/tasks/12/?size=22#s2'));
  await page.goto(site.url('/units/'));
  expect(await textSize(page)).toBe('22px');
  const other = await page.context().newPage();
  await other.goto(site.url('/plan/'));
  expect(await textSize(other)).toBe('22px');
  await openPanel(other);
  expect(await other.getByRole('radio', { name: '大', exact: true }).isChecked()).toBe(true);
  await other.getByRole('radio', { name: '标准' }).check();
  expect(other.url()).toBe(site.url('/plan/'));
  await other.reload();
  expect(await textSize(other)).toBe('18px');
  expect(problems).toEqual([]);
  await page.context().close();
});

test('长辈版 is one tap on and one tap off, and says which', async () => {
  const { page, problems } = await open('/tasks/12/');
  const large = page.getByRole('button', { name: '长辈版' });
  expect(await large.getAttribute('aria-pressed')).toBe('false');
  await large.click();
  expect(await textSize(page)).toBe('22px');
  expect(await large.getAttribute('aria-pressed')).toBe('true');
  expect(page.url()).toBe(site.url('/tasks/12/?size=22'));
  await openPanel(page);
  expect(await page.getByRole('radio', { name: '大', exact: true }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: '特大' }).check();
  expect(await large.getAttribute('aria-pressed')).toBe('true');
  await page.goto(site.url('/units/'));
  await large.click();
  expect(await textSize(page)).toBe('18px');
  expect(await large.getAttribute('aria-pressed')).toBe('false');
  await page.reload();
  expect(await textSize(page)).toBe('18px');
  expect(problems).toEqual([]);
  await page.context().close();
});

test('dark colours and a strong contrast are chosen without larger letters', async () => {
  const { page } = await open('/tasks/12/');
  await openPanel(page);
  await page.getByRole('radio', { name: '深色' }).check();
  await page.getByRole('group', { name: '对比度' }).getByText('强').click();
  expect(await paper(page)).toBe('rgb(0, 0, 0)');
  await page.goto(site.url('/units/'));
  expect(await paper(page)).toBe('rgb(0, 0, 0)');
  expect(await textSize(page)).toBe('18px');
  await page.context().close();
});

test('without script no button is there that does nothing', async () => {
  const { page } = await open('/tasks/12/', { javaScriptEnabled: false });
  expect(await page.locator('.site-header button').allTextContents()).toEqual(['搜索']);
  expect(await page.locator('.display').isVisible()).toBe(false);
  await page.context().close();
});

test('with letters of 30 px the header takes at most two fifths of the smallest screen', async () => {
  for (const [width, height] of [
    [320, 640],
    [360, 740],
  ] as const) {
    const { page } = await site.newPage({ viewport: { width, height } });
    for (const address of ['/tasks/1/', '/', '/search/']) {
      await page.goto(site.url(`${address}?size=30`));
      const header = await page.locator('.site-header').boundingBox();
      expect(header?.height).toBeLessThanOrEqual(0.4 * height);
    }
    await page.context().close();
  }
});

test('a size in the address holds in this tab, and is not saved for good', async () => {
  const { page } = await open('/?size=30');
  expect(await textSize(page)).toBe('30px');
  await page.goto(site.url('/tasks/1/'));
  expect(await textSize(page)).toBe('30px');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const other = await page.context().newPage();
  await other.goto(site.url('/'));
  expect(await textSize(other)).toBe('18px');
  await page.context().close();
});

test('a value that is no size changes nothing', async () => {
  const { page, problems } = await open('/?size=%22%3E%3Cb%3E');
  expect(await page.evaluate(() => document.documentElement.dataset.size)).toBeUndefined();
  expect(problems).toEqual([]);
  await page.context().close();
});

test('nothing flashes: size and colours stand before any script file has arrived', async () => {
  const { page } = await open('/tasks/1/');
  await page.evaluate(() => {
    localStorage.setItem('display-size', '30');
    localStorage.setItem('display-theme', 'dark');
  });
  await page.route('**/*.js', (route) => route.abort());
  for (const address of ['/tasks/1/', '/units/']) {
    await page.goto(site.url(address));
    expect(await textSize(page)).toBe('30px');
    expect(await paper(page)).toBe('rgb(0, 0, 0)');
  }
  await page.context().close();
});

test('the button takes a place that was kept for it: the page does not move when it appears', async () => {
  const { page } = await open('/tasks/1/');
  const shift = await page.evaluate(async () => {
    const entries = await new Promise<PerformanceEntry[]>((done) => {
      new PerformanceObserver((list, observer) => {
        observer.disconnect();
        done(list.getEntries());
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(done, 300, []);
    });
    return entries.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0);
  });
  expect(shift).toBe(0);
  await page.context().close();
});

test('colours follow the system until the reader chooses', async () => {
  const { page } = await open('/', { colorScheme: 'dark' });
  const dark = await paper(page);
  await openPanel(page);
  await page.getByRole('radio', { name: '浅色' }).check();
  const light = await paper(page);
  expect(light).not.toBe(dark);
  await page.reload();
  expect(await paper(page)).toBe(light);
  await openPanel(page);
  await page.getByRole('radio', { name: '自动' }).check();
  expect(await paper(page)).toBe(dark);
  await page.context().close();
});

test('it works where nothing can be stored', async () => {
  const { page, problems } = await site.newPage({ viewport });
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await page.goto(site.url('/?size=22'));
  await openPanel(page);
  await page.getByRole('radio', { name: '特大' }).check();
  expect(await textSize(page)).toBe('30px');
  expect(problems).toEqual([]);
  await page.context().close();
});

test('the panel opens and closes by keyboard, and says whether it is open', async () => {
  const { page } = await open('/tasks/1/');
  const toggle = page.getByRole('button', { name: '显示设置' });
  await toggle.press('Enter');
  expect(await toggle.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect(await textSize(page)).toBe('22px');
  await page.keyboard.press('Escape');
  expect(await toggle.getAttribute('aria-expanded')).toBe('false');
  expect(await toggle.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.context().close();
});

/** Stands in for the voices of a device: what is spoken is listed and ends when `finish` is called. */
function fakeVoices(voices: { lang: string; localService: boolean }[]): void {
  const spoken: SpeechSynthesisUtterance[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (one: SpeechSynthesisUtterance) => spoken.push(one),
    cancel: () => undefined,
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  class Utterance extends EventTarget {
    text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  Object.assign(window, {
    SpeechSynthesisUtterance: Utterance,
    texts: () => spoken.map(({ text }) => text),
    finish: () => spoken.at(-1)?.dispatchEvent(new Event('end')),
    ranges: () => [...(CSS.highlights.get('reading') ?? [])],
    marked: () => [...(CSS.highlights.get('reading') ?? [])].map((range) => (range as Range).toString()),
  });
}

interface Spoken {
  texts: () => string[];
  finish: () => void;
  ranges: () => Range[];
  marked: () => string[];
}
const texts = (page: Page) => page.evaluate(() => (window as unknown as Spoken).texts());
const marked = (page: Page) => page.evaluate(() => (window as unknown as Spoken).marked());
const finish = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as Spoken).finish();
  });

async function openSpeaking(address: string, voices: { lang: string; localService: boolean }[]) {
  const watched = await site.newPage({ viewport });
  await watched.page.addInitScript(fakeVoices, voices);
  await watched.page.goto(site.url(address));
  await openPanel(watched.page);
  return watched;
}
const read = (page: Page) => page.getByRole('button', { name: '朗读本页' });

test('a page is read aloud sentence by sentence, each marked, with pause, back and stop', async () => {
  const { page, problems } = await openSpeaking('/tasks/12/', [{ lang: 'zh-CN', localService: true }]);
  await read(page).press('Enter');
  const pause = page.getByRole('button', { name: '暂停' });
  await pause.waitFor();
  expect(await pause.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await texts(page)).toEqual(['任务 12']);
  for (
    let step = 0;
    step < 40 && !(await texts(page)).at(-1)?.startsWith('建立健全守信激励和失信惩戒机制。');
    step++
  ) {
    expect(await marked(page)).toEqual([
      expect.stringContaining((await texts(page)).at(-1)?.slice(0, 4) ?? ''),
    ]);
    await finish(page);
  }
  const top = await page.evaluate(
    () => (window as unknown as Spoken).ranges()[0]?.getBoundingClientRect().top ?? -1,
  );
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(viewport.height * 0.7);
  const first = (await texts(page)).length;
  await finish(page);
  const second = (await texts(page)).at(-1);
  expect(second).toMatch(/^执行《.*。$/);
  await pause.click();
  await finish(page);
  expect((await texts(page)).length).toBe(first + 1);
  await page.getByRole('button', { name: '继续' }).click();
  expect((await texts(page)).at(-1)).toBe(second);
  await page.getByRole('button', { name: '上一句' }).click();
  expect((await texts(page)).at(-1)).toBe('建立健全守信激励和失信惩戒机制。');
  await page.keyboard.press('Escape');
  expect(await marked(page)).toEqual([]);
  expect(await page.getByRole('region', { name: '朗读' }).count()).toBe(0);
  expect(await read(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('reading starts at the cited sentence', async () => {
  const { page } = await openSpeaking('/tasks/12/#s2', [{ lang: 'cmn-Hans-CN', localService: true }]);
  await read(page).click();
  await page.getByRole('button', { name: '停止' }).waitFor();
  expect((await texts(page))[0]).toMatch(/^执行《/);
  await page.context().close();
});

test.for([
  { name: 'there is none', voices: [] },
  { name: 'none speaks Mandarin', voices: [{ lang: 'en-US', localService: true }] },
  { name: 'the text would be sent away', voices: [{ lang: 'zh-CN', localService: false }] },
])('reading aloud is not offered where $name', async ({ voices }) => {
  const { page } = await openSpeaking('/tasks/12/', voices);
  expect(await read(page).count()).toBe(0);
  expect(await page.getByRole('radio', { name: '特大' }).isVisible()).toBe(true);
  await page.context().close();
});
