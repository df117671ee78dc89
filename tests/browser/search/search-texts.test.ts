/** The search over everything published, in a real browser: in the texts against the pages themselves, in Pagefind against the texts. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { largeIndex, searchLarge, texts } from '../../support/search/large-index.ts';
import {
  answered,
  ask,
  cut,
  listed,
  numbers,
  plain,
  tasksIn,
  type Listed,
} from '../../support/search/searching.ts';

/** What can be found: an address, with the segments of text that no query reaches across. */
interface Published {
  address: string;
  note: boolean;
  runs: string[];
}

let site: Site;
let page: Page;
/** The same page, answered by Pagefind alone. */
let large: Page;
let published: Published[];

beforeAll(async () => {
  site = await openSite();
  // The policy of the pages lets nobody make a document out of words.
  const reader = (await site.newPage({ bypassCSP: true })).page;
  await reader.goto(site.url('/search/'));
  published = await readPages(reader, [
    ...new Set(texts.entries.map((entry) => entry.page.url.replace(/#.*/, ''))),
  ]);
  await reader.context().close();
  page = (await site.newPage()).page;
  large = (await site.newPage()).page;
  await searchLarge(large, await largeIndex());
  for (const tab of [page, large]) await tab.goto(site.url('/search/'));
});
afterAll(() => site.close());

/** Reads from the pages what they publish: anew and in another way than the build does. */
async function readPages(from: Page, addresses: string[]): Promise<Published[]> {
  const root = site.url('/');
  return from.evaluate(
    async ([base, list]) => {
      const found = new Map<string, Published>();
      for (const address of list) {
        const html = await (await fetch(base + address.slice(1))).text();
        const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
        for (const off of main?.querySelectorAll('[data-pagefind-ignore], script, style, svg') ?? [])
          off.remove();
        for (const heading of main?.querySelectorAll('h1, h2, h3, h4') ?? []) {
          heading.before('\0');
          heading.append('\0');
        }
        for (const body of main?.querySelectorAll('[data-pagefind-body]') ?? []) {
          const entry = body.closest('[data-search-entry]');
          const named = entry?.id ? entry : entry?.closest('section, aside')?.querySelector('[id]');
          const own = entry ? `${address}#${named?.id ?? ''}` : address;
          const note = entry?.getAttribute('data-search-kind') === 'note';
          const page = found.get(own) ?? { address: own, note, runs: [] };
          page.runs.push(...body.textContent.split('\0'));
          found.set(own, page);
        }
      }
      return [...found.values()];
    },
    [root, addresses] as const,
  );
}

/** Where a result leads: the page, or for an entry of a page its anchor too. */
function placeOf(path: string): string {
  const address = decodeURIComponent(path.slice(new URL(site.url('/')).pathname.length - 1));
  return published.some((one) => one.address === address) ? address : address.replace(/#.*/, '');
}

function pieces(count: number, seed: number, longest: number): string[] {
  const next = numbers(seed);
  const runs = published.flatMap((one) => one.runs).filter((run) => plain(run) !== '');
  return Array.from({ length: count }, () => {
    for (;;) {
      const piece = cut(runs[next(runs.length)] ?? '', next, 1 + next(longest)).trim();
      if (plain(piece) !== '' && !/\s/.test(piece)) return piece;
    }
  });
}

test('2,000 pieces of all that is published find exactly the places that hold them', async () => {
  const queries = pieces(2000, 2020, 24);
  const answers = await ask(page, queries);
  const comparable = published.map(({ runs, ...one }) => ({ ...one, runs: runs.map(plain) }));
  const wrong: unknown[] = [];
  for (const [at, query] of queries.entries()) {
    const wanted = comparable.filter(({ runs }) => runs.some((run) => run.includes(plain(query))));
    const exact = wanted.filter(({ note }) => !note).map(({ address }) => address);
    const { exact: got = [], related = [] } = answers[at] ?? {};
    const found = got.map(placeOf);
    if (found.toSorted().join() === exact.toSorted().join()) {
      // A note is listed apart, unless its page, or another note on it, is listed anyway.
      const bare = (one: string) => one.replace(/#.*/, '');
      const listed = new Set([...found, ...related.map(placeOf)].map(bare));
      const notes = wanted.filter(({ note }) => note).map(({ address }) => address);
      if (notes.every((one) => listed.has(bare(one)))) continue;
    }
    wrong.push({ query, found, related, wanted: wanted.map(({ address }) => address) });
  }
  expect(wrong).toEqual([]);
});

/** What a large plan lists at first. */
const FIRST = 10;

const shown = (from: Page) =>
  from.evaluate(() => document.querySelector('[data-results]')?.textContent.replace(/\s/g, '') ?? '');

test('texts and Pagefind never disagree: same places, same order', async () => {
  const words = pieces(120, 7, 4);
  const queries = [
    ...pieces(260, 1, 20),
    ...words.slice(0, 60).map((word, at) => `${word} ${words[at + 60] ?? ''}`),
    ...pieces(30, 3, 3).map((piece, at) => `${piece}${words[at] ?? ''}`),
    ...['公安局', '区编办', '第10项', '任务十', '10', '審批', '建 立 健 全', '区', '', '城管'],
  ];
  const [texted, indexed] = [await ask(page, queries), await ask(large, queries)];
  const told = (answers: Listed[]) =>
    queries.map((query, at) => {
      const { exact = [], related = [] } = answers[at] ?? {};
      // Where much is exact nothing else is listed; what is only similar is ranked by other words in a large index.
      const all = texted[at]?.exact.length ?? 0;
      return {
        query,
        exact: exact.slice(0, FIRST),
        related: all > 0 && all < FIRST ? related.slice(0, 5) : [],
      };
    });
  expect(told(indexed)).toEqual(told(texted));
  for (const query of ['多证合一', '烟花爆竹', '区应急办']) {
    await ask(page, [query]);
    await ask(large, [query]);
    expect(await shown(large)).toBe(await shown(page));
  }
});

test('very many results of a large plan are listed bit by bit, and none is missing in the end', async () => {
  const other = large;
  const [all] = await ask(page, ['建设']);
  const said = await page.textContent('main [role=status]');
  const [first] = await ask(other, ['建设']);
  expect(first?.exact).toEqual(all?.exact.slice(0, FIRST));
  expect(await other.textContent('main [role=status]')).toBe(said);
  const more = other.getByRole('button', { name: '列出更多' });
  while ((await more.count()) > 0) {
    const before = (await listed(other)).exact.length;
    await more.click();
    await other.waitForFunction(
      (count) => document.querySelectorAll('[data-match=exact] [data-result]').length > count,
      before,
    );
  }
  expect((await listed(other)).exact).toEqual(all?.exact);
});

test('a text of a large plan that does not arrive is said as such and can be tried again', async () => {
  const { page: other } = await site.newPage();
  await searchLarge(other, await largeIndex());
  await other.context().route('**/*.pf_fragment', (route) => route.abort());
  await other.goto(site.url('/search/?q=多证合一'));
  await other.getByRole('alert').waitFor();
  expect(await other.locator('[data-result], main [data-query]').count()).toBe(0);
  await other.context().unroute('**/*.pf_fragment');
  await other.getByRole('button', { name: '重试' }).click();
  expect((await answered(other, '多证合一')).exact.length).toBeGreaterThan(0);
});

test('filters and their counts are the same in a large plan', async () => {
  const shown = await Promise.all(
    [page, large].map(async (one) => {
      await one.goto(site.url('/search/?q=审批&role=lead'));
      await answered(one, '审批');
      await one.waitForFunction(() =>
        document.querySelector('select[name=kind]')?.textContent.includes('（'),
      );
      return one.textContent('[data-filters]');
    }),
  );
  expect(shown[0]).toMatch(/任务（[1-9]/);
  expect(shown[1]).toBe(shown[0]);
});

test.for([
  ['公安钦南分局', '/units/gongan-qinnan-fenju/'],
  ['公安局', '/units/gongan-qinnan-fenju/'],
  ['發改局', '/units/qu-fagai-ju/'],
  ['法治政府建设实施纲要（2015—2020年）', '/documents/#doc-1'],
  ['钦政发〔2015〕50号', '/documents/'],
  ['第10项', '/tasks/10/'],
  ['任务六十五', '/tasks/65/'],
  ['６５', '/tasks/65/'],
  ['探索“多证合一”，实现“多证合一、一照一码”', '/tasks/10/#s3'],
  ['探索 多证合一 实现，多证 合一', '/tasks/10/#s3'],
  ['探索“多證合一”', '/tasks/10/#s3'],
  ['深化商事制度改革，推进工商注册登记制度便利化', '/tasks/10/'],
  ['烟花爆竹', '/tasks/15/'],
  ['追溯', '/corrections/'],
  ['无障碍指南', '/accessibility/'],
  ['您现在的位置', '/corrections/#chrome'],
] as const)('%s leads to %s first', async ([query, place]) => {
  const [answer] = await ask(page, [query]);
  const first = await page.locator('[data-result] a').first().getAttribute('href');
  expect(first).toContain(new URL(site.url(place)).pathname);
  expect(first).toContain(new URL(site.url(place)).hash);
  expect((answer?.exact.length ?? 0) + (answer?.related.length ?? 0)).toBeGreaterThan(0);
});

test('another name of a unit lists its tasks as related, with the reason', async () => {
  const [answer] = await ask(page, ['公安局']);
  expect(tasksIn(answer?.exact ?? [])).toEqual([]);
  expect(tasksIn(answer?.related ?? [])).toContain(13);
  expect(await page.textContent('[data-match=unit] .result-why')).toContain('别称“公安局”');
  expect(await page.textContent('[data-match=unit-tasks] .result-why')).toContain('公安钦南分局 ');
});

test.for([
  ['多证合一', '正文'],
  ['区工商局牵头，区地税局', '责任条款'],
  ['区工商局牵头', '区工商局 牵头'],
  ['工商登记后置审批事项目录', '法规文件'],
  ['便利化', '标题'],
] as const)('%s says why: %s', async ([query, reason]) => {
  await ask(page, [query]);
  expect(await page.locator('[data-match=exact] .result-why').allTextContents()).toContainEqual(
    expect.stringContaining(reason),
  );
});

test('a result leads to its sentence and marks the words there, the address staying as it is', async () => {
  const { page: other, problems } = await site.newPage();
  for (const query of ['多证合一', '多證合一', '探索 多证']) {
    await other.goto(site.url(`/search/?q=${encodeURIComponent(query)}`));
    await answered(other, query);
    await other.locator('[data-result] a[href*="/tasks/10/"]').click();
    await other.waitForFunction(() => CSS.highlights.has('found'));
    expect(new URL(other.url()).hash).toBe('#s3');
    const marked = await other.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()),
    );
    expect(marked.map(plain)).toContain(query === '探索 多证' ? '探索多证' : '多证合一');
  }
  expect(problems).toEqual([]);
});

test('the link to a search can be copied', async () => {
  const { page: other } = await site.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await other.goto(site.url('/search/?q=审批&role=lead'));
  await answered(other, '审批');
  await other.getByRole('button', { name: '链接' }).click();
  await other.getByRole('button', { name: '已复制' }).waitFor();
  expect(await other.evaluate(() => navigator.clipboard.readText())).toBe(other.url());
});

test('nothing is loaded before the box is used, and no more than what is shown', async () => {
  // Where the filters are closed, as on a phone; open ones count with Pagefind.
  const { page: other } = await site.newPage({ viewport: { width: 360, height: 740 } });
  const loaded: string[] = [];
  other.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const search = () => loaded.filter((path) => /texts\.json|\/pagefind\//.test(path));
  await other.goto(site.url('/tasks/1/'), { waitUntil: 'networkidle' });
  expect(search()).toEqual([]);
  await other.goto(site.url('/search/?q=多证合一'));
  await answered(other, '多证合一');
  expect(search().filter((path) => path.includes('/pagefind/'))).toEqual([]);
  expect(search()).toHaveLength(1);
});
