import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlan } from '../../../src/assemble/read-plan.ts';
import { openSite, type Site } from '../../support/browser.ts';

const { plan } = readPlan(process.env.PLAN_DIR ?? process.cwd());
const task = plan?.tasks[0];
if (!plan || !task) throw new Error('The content has findings: npm run build names them.');
const sentence = task.paragraphs[0]?.sentences[1]?.text ?? '';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function open(address: string, options: Parameters<Site['newPage']>[0] = {}) {
  const watched = await site.newPage({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const { page } = watched;
  await page.clock.setFixedTime(new Date('2026-11-22T16:30:00Z'));
  await page.goto(site.url(address));
  const said = page.locator('[data-said]');
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  return { ...watched, said, clipboard };
}

test('a cited sentence is marked and announced on arrival', async () => {
  const { page, said, problems } = await open('/tasks/1/#s2');
  await said.filter({ hasText: `本页引用的是第2句：${sentence}` }).waitFor({ state: 'attached' });
  expect(await page.locator('#s2').evaluate((one) => one.matches(':target'))).toBe(true);
  await page.evaluate(() => (location.hash = '#duty'));
  await said.filter({ hasText: '本页引用的是责任条款：（' }).waitFor({ state: 'attached' });
  expect(problems).toEqual([]);
  await page.context().close();
});

test('the sign beside a sentence or the clause copies its link, says so, and goes there', async () => {
  const { page, said, clipboard, problems } = await open('/tasks/1/');
  for (const [id, name] of [
    ['s2', '第2句'],
    ['duty', '责任条款'],
  ] as const) {
    const anchor = page.locator(`#${id} > .anchor`);
    expect(await anchor.getAttribute('aria-label')).toBe(`复制${name}的链接`);
    await anchor.focus();
    await page.keyboard.press('Enter');
    await said.filter({ hasText: `已复制${name}的链接` }).waitFor({ state: 'attached' });
    expect(await clipboard()).toBe(site.full(`/tasks/1/#${id}`));
    expect(new URL(page.url()).hash).toBe(`#${id}`);
  }
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a citation is copied with the sentence, the address, and the day it is in China', async () => {
  const { page, clipboard } = await open('/tasks/1/', { timezoneId: 'America/St_Johns' });
  await page.getByText('引用本页').click();
  await page.getByRole('button', { name: '复制 GB/T 7714—2025 格式的引文' }).click();
  await page.getByRole('button', { name: '复制 GB/T 7714—2025 格式的引文' }).getByText('已复制').waitFor();
  const title = `${plan.title.shown}：任务1 ${task.title}`;
  expect(await clipboard()).toBe(
    `钦南区人民政府办公室. ${title}[EB/OL]. (2017-07-18)[2026-11-23]. ${site.full('/tasks/1/')}.`,
  );
  await page.evaluate(() => (location.hash = '#s2'));
  await page.locator('[data-format=gbt2025]', { hasText: '，第2句[EB/OL]' }).waitFor();
  await page.getByRole('button', { name: '复制 CSL-JSON 格式的引文' }).click();
  await expect.poll(clipboard).toContain('"accessed":{"date-parts":[[2026,11,23]]}');
  expect(JSON.parse(await clipboard())).toMatchObject([
    { title: `${title}，第2句`, URL: site.full('/tasks/1/#s2') },
  ]);
  await page.context().close();
});

type Span = [string, number, string, number];

/** Selects from an offset in one element to an offset in another; returns where that is in the text of the page. */
function select([from, start, to, end]: Span): [number, number] {
  const at = (selector: string, offset: number): [Node, number] => {
    const root = document.querySelector(selector);
    if (!root) throw new Error(`no ${selector}`);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let left = offset;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    throw new Error(`${selector} is shorter than ${offset}`);
  };
  getSelection()?.setBaseAndExtent(...at(from, start), ...at(to, end));
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(...at(from, start));
  const first = before.toString().length;
  before.setEnd(...at(to, end));
  return [first, before.toString().length];
}

/** Where a text fragment leads to, as the standard says: the first place where its parts stand. */
function found(page: string, link: string): [number, number] {
  const parts = /:~:text=(?:([^,]+)-,)?([^,]+?)(?:,([^,-][^,]*))?(?:,-([^,]+))?$/.exec(link)?.slice(1) ?? [];
  const [before = '', head = '', tail, after = ''] = parts.map((part) =>
    RegExp.escape(decodeURIComponent((part as string | undefined) ?? '')),
  );
  const words = tail === '' || tail === undefined ? head : `${head}[^]*?${tail}`;
  const match = new RegExp(`(?<=${before}\\s*)${words}(?=\\s*${after})`).exec(page);
  return match ? [match.index, match.index + match[0].length] : [NaN, NaN];
}

test('without https the clipboard is reached another way, and what is selected stays so', async () => {
  const { page } = await site.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(site.url('/tasks/1/'));
  await page.locator('#s1 > .anchor').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-said]', { hasText: '已复制第1句的链接' }).waitFor({ state: 'attached' });
  const words: Span = ['#s6', 3, '#s6', 8];
  await page.evaluate(select, words);
  const selected = await page.evaluate(() => getSelection()?.toString());
  await page.getByRole('button', { name: '复制链接到所选文字' }).click();
  await page.locator('[data-said]', { hasText: '已复制所选文字的链接' }).waitFor({ state: 'attached' });
  expect(selected).not.toBe('');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(selected);
  await page.context().close();
});

// The Chromium of the tests does not follow such links (nor does any headless shell), so the test does.
test.each<[string, string, Span]>([
  ['words in the middle of others', '/tasks/1/', ['#s6', 3, '#s6', 8]],
  ['words that the title has as well', '/tasks/1/', ['#s1', 22, '#s1', 28]],
  ['one letter', '/tasks/10/', ['#duty', 2, '#duty', 3]],
  ['a long segment from the text into the clause', '/tasks/1/', ['#s5', 4, '#duty', 6]],
  ['a line of the whole text', '/plan/', ['#L150', 10, '#L150', 30]],
  [
    'words that many tasks before have',
    '/plan/',
    ['.duty[data-line="143"]', 20, '.duty[data-line="143"]', 38],
  ],
])('a link to selected words leads to them: %s', async (_, address, range) => {
  const { page, clipboard } = await open(address);
  const text = await page.evaluate(() => document.body.textContent);
  const [start, end] = await page.evaluate(select, range);
  await page.getByRole('button', { name: '复制链接到所选文字' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const link = await clipboard();
  expect(link.startsWith(`${site.full(address)}#:~:text=`)).toBe(true);
  const [from, to] = found(text, link);
  const widened = { before: start - from, after: to - end };
  expect(Math.min(widened.before, widened.after), decodeURIComponent(link)).toBeGreaterThanOrEqual(0);
  expect(Math.max(widened.before, widened.after), decodeURIComponent(link)).toBeLessThan(8);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.locator('.copy-selection').waitFor({ state: 'detached' });
  await page.context().close();
});

test('without script there is the text to copy and no button', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/tasks/1/'));
  await page.getByText('引用本页').click();
  await page.getByText('[引用日期]').first().waitFor();
  expect(await page.locator('main button').count()).toBe(0);
  await page.context().close();
});
