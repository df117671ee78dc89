import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';
import { the } from '../../support/helpers.ts';

const plan = planOfSite();
const task = the(plan.tasks[0]);
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

/** Selects from an offset in one element to an offset in another, -1 for its end; returns where that is in the text of the page. */
function select([from, start, to, end]: Span): [number, number] {
  const at = (selector: string, offset: number): [Node, number] => {
    const root = document.querySelector(selector);
    if (!root) throw new Error(`no ${selector}`);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let left = offset < 0 ? root.textContent.length : offset;
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
  await page.getByRole('button', { name: '复制链接', exact: true }).click();
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
  await page.getByRole('button', { name: '复制链接', exact: true }).click();
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

test.each<[string, Span, string, string]>([
  ['a whole sentence', ['#s2', 0, '#s2', sentence.length], '任务1第2句', '#s2'],
  ['a sentence without its full stop', ['#s2', 0, '#s2', sentence.length - 1], '任务1第2句', '#s2'],
  ['several sentences', ['#s2', 0, '#s4', -1], '任务1第2—4句', '#s2'],
  ['the clause', ['#duty', 0, '#duty', -1], '任务1责任条款', '#duty'],
  ['from a sentence into the clause', ['#s5', 0, '#duty', -1], '任务1第5句至责任条款', '#s5'],
  ['a part of a sentence', ['#s6', 3, '#s6', 8], '任务1第6句', '#:~:text='],
])('words are copied with their source and the shortest address: %s', async (_, range, place, fragment) => {
  const { page, clipboard, problems } = await open('/tasks/1/');
  await page.evaluate(select, range);
  const words = await page.evaluate(() => getSelection()?.toString() ?? '');
  await page.getByRole('button', { name: '复制文字和链接' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const [quoted = '', source, address = ''] = (await clipboard()).split(/\n(?=——|http)/);
  expect(quoted.replace(/\s/g, '')).toBe(`“${words.replace(/\s/g, '')}”`);
  expect(source).toBe(`——《${plan.title.shown}》${place}`);
  expect(address.startsWith(site.full('/tasks/1/') + fragment), address).toBe(true);
  if (!fragment.includes('text')) expect(address).toBe(site.full('/tasks/1/') + fragment);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('of a suspected misprint the words are copied as they are printed, without what the site says of it', async () => {
  const { page, clipboard } = await open('/tasks/12/');
  await page.evaluate(() => {
    const source = document.querySelector('.source-text');
    if (source) getSelection()?.selectAllChildren(source);
  });
  expect(await page.locator('.suspicion').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: '复制文字和链接' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const { paragraphs, duty } = plan.tasks.find(({ number }) => number === 12) ?? task;
  expect((await clipboard()).split('\n——')[0]).toBe(
    `“${[...paragraphs.map(({ shown }) => shown), duty.shown].join('\n')}”`,
  );
  await page.context().close();
});

test('words of the whole text are copied with the task in which they stand', async () => {
  const { page, clipboard } = await open('/plan/');
  await page.evaluate(select, ['#task-2 .source-text p', 3, '#task-2 .source-text p', 9] as Span);
  await page.getByRole('button', { name: '复制文字和链接' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  expect(await clipboard()).toContain(`——《${plan.title.shown}》任务2\n${site.full('/plan/')}#:~:text=`);
  await page.context().close();
});

test('a browser that follows no links to words gets the sentence', async () => {
  const { page } = await site.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.addInitScript(() => {
    Reflect.deleteProperty(Document.prototype, 'fragmentDirective');
  });
  await page.goto(site.url('/tasks/1/'));
  await page.evaluate(select, ['#s6', 3, '#s6', 8] as Span);
  await page.getByRole('button', { name: '复制链接', exact: true }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(site.full('/tasks/1/#s6'));
  await page.context().close();
});

test('a page is printed by its button, and copied with its title and who has to do what by when', async () => {
  const { page, clipboard, problems } = await open('/tasks/1/');
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = '';
    };
  });
  await page.getByRole('button', { name: '打印' }).click();
  await page.locator('[data-printed]').waitFor();
  await page.getByRole('button', { name: '复制标题和链接' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const [title, facts, address] = (await clipboard()).split('\n');
  expect(title).toBe(`任务1 ${task.title}`);
  for (const { name } of task.duty.units) expect(facts).toContain(name);
  expect(address).toBe(site.full('/tasks/1/'));
  // This Chromium has no share sheet.
  expect(await page.getByRole('button', { name: '分享' }).count()).toBe(0);
  const heights = await page
    .locator('.page-actions button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('where the device has a share sheet, it gets the page, and the words that are chosen', async () => {
  const { page } = await site.newPage();
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, 'share', {
      value: (data: unknown) => (shared.push(data), Promise.reject(new DOMException('closed', 'AbortError'))),
    });
  });
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  await page.goto(site.url('/tasks/1/'));
  await page.getByRole('button', { name: '分享' }).click();
  await page.evaluate(select, ['#s2', 0, '#s2', sentence.length] as Span);
  await page.locator('.copy-selection').getByRole('button', { name: '分享' }).click();
  expect(await page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared)).toMatchObject([
    { title: `任务1 ${task.title}`, url: site.full('/tasks/1/') },
    {
      text: `“${sentence}”\n——《${plan.title.shown}》任务1第2句`,
      url: site.full('/tasks/1/#s2'),
    },
  ]);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('without a host nothing pretends an address: pages say none, the browser fills it in', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/tasks/1/'));
  const address =
    site.full('/tasks/1/').includes('127.0.0.1') || site.full('/tasks/1/').includes('localhost');
  const printed = page.locator('footer .print-only');
  if (address) {
    expect(await printed.textContent()).not.toContain('网址');
    expect(await page.locator('[data-format=gbt2025]').textContent()).toContain('[网址]');
  } else {
    expect(await printed.textContent()).toContain(`网址：${site.full('/tasks/1/')}`);
  }
  await page.context().close();
  const read = await open('/tasks/1/');
  await read.page.emulateMedia({ media: 'print' });
  await read.page.locator('footer .print-only', { hasText: `网址：${site.full('/tasks/1/')}` }).waitFor();
  await read.page.context().close();
});

test('without script there is the text to copy and no button', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/tasks/1/'));
  await page.getByText('引用本页').click();
  await page.getByText('[引用日期]').first().waitFor();
  expect(await page.locator('main button').count()).toBe(0);
  await page.context().close();
});
