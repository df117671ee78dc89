/** What readers type, answered: sixty queries in box and page, thirty with their first three, and how an answer looks. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { roleWord } from '../../../src/plan/role-words.ts';
import { publishedPlan, the } from '../../support/helpers.ts';
import { answered, ask, box } from '../../support/search/searching.ts';
import { SIXTY, THIRTY } from '../../support/search/sixty-queries.ts';

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = (await site.newPage()).page;
  await page.goto(site.url('/search/'));
});
afterAll(() => site.close());

const searchFor = (query: string, more = '') => site.url(`/search/?q=${encodeURIComponent(query)}${more}`);
const said = async (of = page) => (await of.textContent('main [role=status]'))?.trim() ?? '';
const counted = (text: string, what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(text)?.[1] ?? 0);

/** Paths, below the root of the site, of what is listed or offered, the first first. */
const places = (of: Page, selector: string) =>
  of.evaluate(
    ([links, root]) =>
      Array.from(document.querySelectorAll<HTMLAnchorElement>(links), (link) =>
        decodeURIComponent(link.pathname.slice(root.length - 1) + link.hash),
      ),
    [selector, new URL(site.url('/')).pathname] as const,
  );
const listed = (of = page) =>
  places(of, '[data-match=suggestion] a:not([href*="/search/"]), [data-result] > a:first-of-type');
const isAt = (place: string, wanted: string) =>
  wanted.includes('#') ? place === wanted : place.replace(/#.*/, '') === wanted;

test('sixty queries have the right first answer on the page', async () => {
  const wrong: unknown[] = [];
  for (const [query, first] of SIXTY) {
    await ask(page, [query]);
    const [got = ''] = await listed();
    if (first === '' ? got !== '' : !isAt(got, first)) wrong.push({ query, first, got });
  }
  expect(wrong).toEqual([]);
});

test('the box has the same first answer, or says that it has none', async () => {
  const { page: other } = await site.newPage();
  await other.goto(site.url('/about/'));
  const wrong: unknown[] = [];
  for (const [query, first] of SIXTY) {
    await other.fill(`header ${box}`, '');
    await other.fill(`header ${box}`, query.replace('\n', ' '));
    await other.locator('header .jump:visible').waitFor();
    const [got] = await places(other, 'header [role=option]');
    const foot = await other.textContent('header .jump-foot');
    if (
      got === undefined
        ? !foot?.includes('没有直接对应，按回车搜索全文')
        : !isAt(got, first.replace(/(?<=\/tasks\/.*)#.*/, ''))
    )
      wrong.push({ query, first, got, foot });
  }
  expect(wrong).toEqual([]);
});

test('thirty queries have the right first three', async () => {
  const wrong: unknown[] = [];
  for (const [query, three] of THIRTY) {
    await ask(page, [query]);
    const got = [...new Set((await listed()).map((place) => place.replace(/#.*/, '')))].slice(0, 3);
    if (got.join() !== three.join()) wrong.push({ query, three, got });
  }
  expect(wrong).toEqual([]);
});

test('another name is the unit: its card, its tasks with who and by when, and nothing of it is called exact', async () => {
  await ask(page, ['公安局']);
  expect(await said()).toBe('“公安局”：1 个单位、4 项任务。');
  expect(await page.textContent('[data-match=unit]')).toContain('方案写作“公安钦南分局”');
  expect(await page.locator('[data-match=unit-tasks] [data-result]').count()).toBe(4);
  expect(await page.locator('[data-match=exact] [data-result]').count()).toBe(0);
  expect(await page.textContent('[data-match=unit-tasks] li')).toContain('区综治办 牵头 · 2018年底前');
  expect(await page.textContent('main')).not.toContain('逐字含有');
});

test('the full name of every unit of the district leads to the unit with all its tasks, in page and box', async () => {
  const { units } = publishedPlan();
  const { page: other } = await site.newPage();
  await other.goto(site.url('/about/'));
  const wrong: unknown[] = [];
  for (const { id, name, tasks } of units.filter((unit) => /^区(?!各|直|内)/.test(unit.name))) {
    for (const full of [`钦南${name}`, `钦州市钦南${name}`]) {
      await ask(page, [full]);
      const [first] = await listed();
      const count = await page.locator('[data-match=unit-tasks] [data-result]').count();
      await other.fill(`header ${box}`, '');
      await other.fill(`header ${box}`, full);
      await other.locator('header .jump:visible').waitFor();
      const [jump] = await places(other, 'header [role=option]');
      if (first !== `/units/${id}/` || count !== tasks.length || jump !== `/units/${id}/`)
        wrong.push({ full, first, count, jump });
    }
  }
  expect(wrong).toEqual([]);
  await ask(page, ['钦南区司法局']);
  expect(await said()).toBe('“钦南区司法局”（按单位“区司法局”查找）：1 个单位、5 项任务。');
});

test('a task says the unit’s role in the words of its own clause', async () => {
  const { units, tasks } = publishedPlan();
  const name = '区食品药品监管局';
  await ask(page, [name]);
  const reasons = await page
    .locator('[data-match=unit-tasks] [data-result]')
    .evaluateAll((all) => all.map((one) => one.querySelector('.result-why')?.textContent));
  const unit = the(units.find((one) => one.name === name));
  const words = unit.tasks.map(({ number, role }) =>
    roleWord(the(tasks.find((one) => one.number === number)), { id: unit.id, role }),
  );
  expect(new Set(words).size).toBeGreaterThan(1);
  expect(reasons).toHaveLength(words.length);
  expect(reasons).toEqual(expect.arrayContaining(words.map((word) => `${name} ${word ?? ''}`)));
});

test.for([
  ['钦州市公安局', '公安钦南分局'],
  ['灵山县公安局', '公安钦南分局'],
  ['南宁市教育局', '区教育局'],
  ['市教育局', '区教育局'],
  ['市编办', '区编办'],
  ['自治区编办牵头的任务', '区编办'],
  ['自治区党委组织部', '区委组织部'],
  ['钦州市委组织部', '区委组织部'],
  ['钦北区教育局', '区教育局'],
  ['南宁教育局', '区教育局'],
  ['徐州市钦南区教育局', '区教育局'],
] as const)(
  '%s, a body of another place or level, is not answered as %s: that is only offered',
  async ([query, name]) => {
    await ask(page, [query]);
    expect(await said()).toBe(`方案没有写到“${query}”。`);
    expect(await page.locator('[data-result]').count()).toBe(0);
    expect(await page.textContent('[data-match=suggestion]')).toBe(
      `方案里名称相近的单位：${name}。地区或级别不同的，不是同一个单位。`,
    );
  },
);

test('a branch of the city’s bureau, and a town of the district, are answered', async () => {
  await ask(page, ['钦州市公安局钦南分局']);
  expect(await said()).toBe('“钦州市公安局钦南分局”（按单位“公安钦南分局”查找）：1 个单位、4 项任务。');
  await ask(page, ['沙埠镇政府']);
  expect(await said()).toContain('方案没有写到“沙埠镇政府”；按单位“各镇政府”查找：1 个单位、');
});

test('two units are answered by the tasks of both', async () => {
  const { tasks } = publishedPlan();
  const wanted = tasks
    .filter(({ duty }) =>
      ['qu-fazhi-ban', 'qu-bian-ban'].every((id) => duty.units.some((unit) => unit.id === id)),
    )
    .map(({ number }) => `/tasks/${number}/`);
  expect(wanted.length).toBeGreaterThan(1);
  for (const query of [
    '区法制办和区编办共同的任务',
    '区编办、区法制办',
    '区法制办与区编办',
    '法制办跟编办',
    '区法制办同区编办',
    '区法制办以及区编办',
    '哪些任务由区法制办和区编办一起承担',
  ]) {
    await ask(page, [query]);
    const [first, second, ...others] = (await listed()).map((place) => place.replace(/#.*/, ''));
    expect([query, new Set([first, second])]).toEqual([
      query,
      new Set(['/units/qu-fazhi-ban/', '/units/qu-bian-ban/']),
    ]);
    expect([query, others.sort()]).toEqual([query, [...wanted].sort()]);
    expect(await said()).toContain('查找共同的任务');
    expect(await said()).toContain(`2 个单位、${wanted.length} 项任务`);
  }
  await ask(page, ['区财政局牵头、区编办配合的任务']);
  expect(await said()).toContain(
    '按单位“区财政局”（牵头）和“区编办”（配合）查找共同的任务）：2 个单位、0 项任务。',
  );
});

test.for([
  '2017年12月31日',
  '2017年12月',
  '2017-12-31',
  '2017.12.31',
  '２０１７年１２月底前完成的任务',
  '2017年底',
  '2017',
])('%s leads to the tasks that are due then', async (query) => {
  const due = publishedPlan()
    .tasks.filter(({ deadlines }) => deadlines.some(({ date }) => date === '2017-12-31'))
    .map(({ number }) => `/tasks/${number}/`);
  await ask(page, [query]);
  const found = (await listed()).map((place) => place.replace(/#.*/, ''));
  expect(found.filter((place) => due.includes(place)).sort()).toEqual([...due].sort());
  expect(found[0]).toBe(due[0]);
  const numbers = [...(await said()).matchAll(/(\d+) 项任务/g)].reduce(
    (sum, [, one]) => sum + Number(one),
    0,
  );
  expect(numbers).toBe(await page.locator('[data-result=task]').count());
});

test.for([
  ['2018年6月前', '2018年6月', ['2017-12-31', '2018-12-31']],
  ['2020年底前完成', '2020年底', ['2019-12-31']],
] as const)(
  '%s, when nothing is due, is answered with the nearest deadlines',
  async ([query, time, dates]) => {
    await ask(page, [query]);
    expect(await said()).toBe(`方案没有写到“${query}”。`);
    expect(await page.textContent('[data-match=suggestion]')).toContain(`没有列出日期为“${time}”的完成期限`);
    const offered = (await listed()).map((place) => /by-(\d{4}-\d\d-\d\d)/.exec(place)?.[1]);
    expect([...new Set(offered)]).toEqual(dates);
  },
);

test('a question for a role is answered by the role, not by words side by side', async () => {
  const { units } = publishedPlan();
  const leads =
    units.find(({ id }) => id === 'qu-bian-ban')?.tasks.filter(({ role }) => role === 'lead') ?? [];
  expect(leads.length).toBeGreaterThan(3);
  const wanted = leads.map(({ number }) => `/tasks/${number}/`).sort();
  for (const query of [
    '区编办牵头的任务',
    '钦南区编办牵头',
    '编办牵头的工作有哪些',
    '区编办牵头哪些任务',
    '哪些任务由区编办牵头',
  ]) {
    await ask(page, [query]);
    const found = await places(page, '[data-match=unit-tasks] [data-result] > a:first-of-type');
    expect([query, found.map((place) => place.replace(/#.*/, '')).sort()]).toEqual([query, wanted]);
    expect(await said()).toMatch(
      new RegExp(`按单位“区编办”、角色“牵头”查找）?：1 个单位、${leads.length} 项任务。$`),
    );
    expect(await page.textContent('[data-match=unit-tasks] .result-why')).toContain('区编办 牵头');
  }
  await ask(page, ['公安局牵头的任务']);
  expect(await said()).toBe(
    '“公安局牵头的任务”（按单位“公安钦南分局”、角色“牵头”查找）：1 个单位、0 项任务。',
  );
  expect(await listed()).toEqual(['/units/gongan-qinnan-fenju/']);
  await ask(page, ['2017年底前区编办牵头的任务']);
  expect(await said()).toContain('按单位“区编办”、角色“牵头”、完成期限“2017年底”查找）：');
});

test('what was looked for in place of a query is never the same words again', async () => {
  await ask(page, ['公安局 2017']);
  expect(await said()).toBe(
    '“公安局 2017”（按单位“公安钦南分局”、完成期限“2017年”查找）：1 个单位、1 项任务。',
  );
});

test('a name of today leads to every unit, says which part, and where that is written', async () => {
  await ask(page, ['市场监管局']);
  const cards = await page.locator('[data-match=unit] li').allTextContents();
  expect(cards.slice(0, 2).join()).toMatch(/区工商局.*区食品药品监管局/s);
  expect(cards.find((card) => card.includes('区物价局'))).toContain('部分职责：');
  expect(cards.every((card) => card.includes('今名“市场监管局”，本站对应，供查找'))).toBe(true);
  expect(await page.textContent('main')).toContain('《国务院机构改革方案》');
});

test('the number of tasks that is said is the number of tasks listed', async () => {
  for (const query of [
    '10',
    '公安局',
    '审批',
    '二〇一七年',
    '司法局',
    '区教育局',
    '信访',
    '任务十二',
    '市场监管局',
  ]) {
    await ask(page, [query]);
    const tasks = await page.locator('[data-result=task]').count();
    expect([query, counted(await said(), '项任务')]).toEqual([query, tasks]);
    expect([query, counted(await said(), '个单位')]).toEqual([
      query,
      await page.locator('[data-match=unit] li').count(),
    ]);
  }
});

test('an everyday word is answered with the words of the plan, never as if it stood there', async () => {
  await ask(page, ['打官司']);
  expect(await page.textContent('[data-match=suggestion]')).toMatch(
    /^您搜的“打官司”，方案里写的是“行政案件”“(?!.*您搜的)/,
  );
  expect(await page.locator('[data-match=exact]').count()).toBe(0);
  await page.locator('[data-match=suggestion] a').first().click();
  expect((await answered(page, '行政案件')).exact.length).toBeGreaterThan(0);
  await page.goto(site.url('/search/'));
});

test.for(['权利清单', '权清单', '权力清清单'])('%s: 您是不是要找“权力清单”', async (query) => {
  await ask(page, [query]);
  expect(await page.textContent('[data-match=suggestion]')).toContain('您是不是要找“权力清单”');
});

test.for([
  ['公安居', '公安局', '/units/gongan-qinnan-fenju/'],
  ['信仿', '信访', '/tasks/55/'],
  ['思法局', '司法局', '/units/qu-sifa-ju/'],
] as const)('%s: 您是不是要找“%s”', async ([query, meant, place]) => {
  await ask(page, [query]);
  expect(await page.textContent('[data-match=suggestion]')).toContain(`“${meant}”`);
  expect((await listed()).map((one) => one.replace(/#.*/, ''))).toContain(place);
});

test('what the plan says nothing of is said so, with other ways and without guesses', async () => {
  for (const query of ['低保', '身份证', '统战部']) {
    await ask(page, [query]);
    expect(await said()).toBe(`方案没有写到“${query}”。`);
    expect(await listed()).toEqual([]);
    expect(await page.locator('main a[href*="/sections/"]:visible').count()).toBe(8);
    expect(await page.locator('main a[href$="/units/"]:visible').count()).toBe(1);
  }
});

test('filters without a result are called that, and what would leave nothing cannot be chosen', async () => {
  const { page: other } = await site.newPage();
  await other.goto(site.url('/search/?unit=qu-jiaoyu-ju&role=lead'));
  await answered(other, '');
  expect(await said(other)).toBe('没有符合筛选条件的页面。');
  expect(await other.locator('[data-elsewhere]').isVisible()).toBe(false);
  await other.waitForFunction(() => document.querySelector('select[name=role]')?.textContent.includes('（'));
  expect(await other.locator('select[name=role] option').first().textContent()).toBe('不限（1）');
  expect(await other.locator('select[name=deadline] option:disabled').count()).toBeGreaterThan(0);
});

test.for([
  [1280, 800],
  [360, 740],
] as const)(
  'at %s px the first result stands in the upper half, and nothing jumps',
  async ([width, height]) => {
    const { page: other } = await site.newPage({ viewport: { width, height } });
    await other.context().route(/texts\.json/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await other.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await other.goto(site.url('/about/'));
    const header = () =>
      other.locator('header.site-header').evaluate((element) => element.getBoundingClientRect().height);
    const before = await header();
    await other.goto(searchFor('公安局'));
    await answered(other, '公安局');
    expect(await header()).toBe(before);
    const first = await other.locator('[data-result] a').first().boundingBox();
    expect(first?.y).toBeLessThan(height / 2);
    await other.waitForTimeout(300);
    expect(
      await other.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum),
    ).toBeLessThan(0.02);
  },
);

test('the way back from a result leads to its place in the list', async () => {
  const { page: other } = await site.newPage();
  // A page with such a listener is not kept in memory.
  await other.addInitScript(() => {
    addEventListener('unload', () => undefined);
  });
  await other.goto(searchFor('行政'));
  await answered(other, '行政');
  const result = other.locator('[data-result] > a').nth(20);
  await result.scrollIntoViewIfNeeded();
  const before = await other.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await result.click();
  await other.waitForURL((url) => !url.pathname.endsWith('/search/'));
  await other.goBack();
  await answered(other, '行政');
  await other.waitForFunction((place) => Math.abs(scrollY - place) < 5, before);
});

test('a visitor knows within one screen what this is and where to type', async () => {
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    const { page: other } = await site.newPage({ viewport: { width, height } });
    await other.goto(site.url('/'));
    const title = (await other.textContent('h1'))?.trim() ?? '';
    const text = await other.evaluate(() => document.body.innerText);
    const first = text.slice(0, text.indexOf('按板块看任务'));
    expect(first.split(title).length - 1).toBe(1);
    const inFirst = ['h1', box, '.home-examples a:last-child', '.home-ways li:nth-child(4)'];
    for (const selector of inFirst) {
      const place = await other.locator(`main ${selector}`).boundingBox();
      expect([width, selector, (place?.y ?? Infinity) + (place?.height ?? 0) <= height]).toEqual([
        width,
        selector,
        true,
      ]);
    }
  }
});

test('the examples and the suggested searches of the home page find what they say', async () => {
  const { page: other } = await site.newPage();
  await other.goto(site.url('/'));
  const searches = await other.locator('.home-examples a, .home-ways li:has(.counts)').evaluateAll((all) =>
    all.map((one) => ({
      href: (one.matches('a') ? one : one.querySelector('a'))?.getAttribute('href') ?? '',
      count: Number.parseInt(one.querySelector('.counts')?.textContent ?? '', 10),
    })),
  );
  expect(searches.length).toBeGreaterThanOrEqual(7);
  for (const { href, count } of searches) {
    await other.goto(new URL(href, other.url()).href);
    await other.locator('main [role=status][data-query]').waitFor();
    const tasks = await other.locator('[data-result=task]').count();
    expect([href, Number.isNaN(count) ? tasks > 0 : tasks === count]).toEqual([href, true]);
  }
});

test('the box never vanishes in silence', async () => {
  const { page: other } = await site.newPage();
  await other.goto(site.url('/tasks/1/'));
  await other.fill(`header ${box}`, '低保');
  await other.getByText('没有直接对应，按回车搜索全文').first().waitFor();
  expect(await other.locator('header [role=option]').count()).toBe(0);
  await other.keyboard.press('Escape');
  await other.locator('header .jump').waitFor({ state: 'hidden' });
});

test('on paper a search is its answer, and the home page its lists: nothing that is only for the screen', async () => {
  const { page: other } = await site.newPage();
  await other.goto(searchFor('公安局'));
  await answered(other, '公安局');
  await other.emulateMedia({ media: 'print' });
  expect(await other.locator('[data-match=unit-tasks]').isVisible()).toBe(true);
  for (const selector of ['[data-filters]', '.search-copy'])
    expect([selector, await other.locator(selector).isVisible()]).toEqual([selector, false]);
  await other.goto(site.url('/'));
  expect(await other.locator('#sections').isVisible()).toBe(true);
  expect(await other.locator('.home-examples').isVisible()).toBe(false);
});
