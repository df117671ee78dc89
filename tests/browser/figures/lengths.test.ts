/** What is long is folded: a page of pictures begins with one thing, and nothing on it stands twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';

const plan = planOfSite();
const { tasks, units } = plan;
const named = units.filter(({ kind }) => kind !== 'collective');
const most = <T>(list: readonly T[], count: (item: T) => number) =>
  [...list].sort((a, b) => count(b) - count(a))[0] as T;
const busy = most(named, (unit) => unit.tasks.length);
const leading = most(named, (unit) => unit.tasks.filter(({ role }) => role === 'lead').length);

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function open(address: string, width = 360, options = {}) {
  const watched = await site.newPage({ viewport: { width, height: 740 }, ...options });
  await watched.page.goto(site.url(address));
  return watched;
}

test.for([
  { address: '/timeline/', limit: 6000 },
  { address: '/matrix/', limit: 8000 },
])('on a phone $address is at most $limit px long before anything is unfolded', async (one) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await open(one.address, 360, { javaScriptEnabled });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(one.limit);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  }
});

test('the choice of a unit is on the first screen of a phone', async () => {
  for (const address of ['/timeline/', '/matrix/']) {
    const { page } = await open(address);
    const box = await page.getByLabel('标出某个单位').boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0), address).toBeLessThanOrEqual(740);
    await page.context().close();
  }
});

test('with letters of 30 px deadline and first unit of a task stand on the first screen of a phone', async () => {
  for (const number of [1, 2, 18, 24, 33, 39, 44, 56, 60, 65]) {
    const { page } = await open(`/tasks/${number}/?size=30`);
    const bottoms = await page.evaluate(() =>
      ['.facts [data-fact=deadline] .deadline', '.facts .duty-list a'].map(
        (one) => document.querySelector(one)?.getBoundingClientRect().bottom ?? Infinity,
      ),
    );
    expect({ number, bottom: Math.max(...bottoms) <= 740 }).toEqual({ number, bottom: true });
    await page.context().close();
  }
});

test('each handle says how many tasks it holds, and without script it opens', async () => {
  const { page } = await open('/timeline/', 360, { javaScriptEnabled: false });
  let sum = 0;
  for (const fold of await page.locator('details[data-group]').all()) {
    const rows = fold.locator('tr[data-task]');
    expect(await rows.first().isVisible()).toBe(false);
    const handle = fold.locator('summary');
    expect(await handle.textContent()).toContain(`${await rows.count()}项`);
    await handle.click();
    expect(await rows.first().isVisible()).toBe(true);
    sum += await rows.count();
  }
  expect(sum).toBe(tasks.length);
  await page.context().close();
});

test('a task stands once in the picture and once in the table, not in a further list', async () => {
  for (const width of [360, 1280]) {
    const { page } = await open('/timeline/', width);
    const links = page.locator('main a[href$="/tasks/19/"]');
    expect(await links.count()).toBe(2);
    await page.context().close();
  }
});

test('a link to a pair of units opens the list of pairs, wherever it stands', async () => {
  const { page } = await open('/matrix/');
  const row = page.locator('tr[id*="--"]').last();
  const id = (await row.getAttribute('id')) ?? '';
  expect(await row.isVisible()).toBe(false);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, id);
  await row.waitFor({ state: 'visible' });
  // Another page with the same address, as a browser opens it from a message.
  await page.goto('about:blank');
  await page.goto(site.url(`/matrix/#${id}`));
  await row.waitFor({ state: 'visible' });
  expect(await row.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(740);
  await page.context().close();
});

test.for([360, 1280])('a unit that is marked is seen in list and picture alike, at %i px', async (width) => {
  const { page, problems } = await open('/timeline/', width);
  await page.getByLabel('标出某个单位').selectOption(busy.id);
  const wanted = busy.tasks.map(({ number }) => String(number));
  const marked = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.task ?? ''))
      .then((numbers) => numbers.sort((a, b) => Number(a) - Number(b)));
  const visible = page.locator('tr[data-lit]:visible');
  await visible.first().waitFor();
  expect(await visible.count()).toBe(wanted.length);
  expect(await marked('tr[data-lit]')).toEqual(wanted);
  expect(await marked('a.mark[data-lit]')).toEqual(wanted);
  const [lit, plain] = await Promise.all(
    ['tr[data-lit]', 'tr[data-task]:not([data-lit])'].map((selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((row) => getComputedStyle(row).backgroundColor),
    ),
  );
  expect(lit).not.toBe(plain);
  expect(await page.locator('[data-status]').textContent()).toContain(`${wanted.length}项`);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a unit that is marked on the page of units stands first in each table', async () => {
  const { page, problems } = await open('/matrix/');
  await page.getByLabel('标出某个单位').selectOption(leading.id);
  for (const body of await page.locator('tbody[data-sortable]:has(tr[data-lit])').all()) {
    expect(await body.locator('tr').first().textContent()).toContain(leading.name);
  }
  expect(await page.locator('tr[data-total][data-lit]').count()).toBe(2);
  const pairs = page.locator('tr[data-lit][id*="--"]');
  expect(await pairs.count()).toBe(leading.partners.length);
  expect(await page.locator('svg.together a[data-lit]').count()).toBe(leading.partners.length);
  expect(new URL(page.url()).search).toBe(`?highlight=${leading.id}`);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a unit page has what the unit leads, then what the plan requires of it, then the rest; five partners and a handle', async () => {
  const { page } = await open(`/units/${leading.id}/`);
  const heads = await page.locator('main h2').evaluateAll((all) => all.map(({ id }) => id));
  const roles = [...new Set(leading.tasks.map(({ role }) => role))];
  const [first, ...rest] = heads;
  expect(first).toBe('lead');
  const required = heads.indexOf('every-unit');
  expect(required).toBeGreaterThan(0);
  for (const role of roles.filter((one) => one !== 'lead' && one !== 'sole'))
    expect(rest.indexOf(role), role).toBeGreaterThan(required - 1);
  expect(heads.indexOf('partners')).toBeGreaterThan(required);
  const partners = page.locator('section[aria-labelledby=partners]');
  expect(await partners.locator('tr:has(td):visible').count()).toBe(Math.min(5, leading.partners.length));
  const handle = partners.locator('summary');
  expect(await handle.textContent()).toContain(`${leading.partners.length - 5}个`);
  await handle.click();
  expect(await partners.locator('tr:has(td):visible').count()).toBe(leading.partners.length);
  await page.context().close();
});
