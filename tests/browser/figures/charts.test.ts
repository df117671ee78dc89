import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskNumber } from '../../../src/plan/model.ts';
import { axeFindings } from '../../support/axe.ts';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';

const plan = planOfSite();
const { tasks, units } = plan;
const busy = [...units]
  .filter(({ kind }) => kind !== 'collective')
  .sort((a, b) => b.tasks.length - a.tasks.length)[0];
if (!busy) throw new Error('there is no unit');
const numbersOf = (check: (task: (typeof tasks)[number]) => boolean) =>
  tasks.filter(check).map(({ number }) => number);
const ofBusy = busy.tasks.map(({ number }) => number);

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function open(address: string, width = 1280, options = {}) {
  const watched = await site.newPage({ viewport: { width, height: 900 }, ...options });
  await watched.page.goto(site.url(address));
  return watched;
}

/** Numbers of the tasks that the table and the drawing show. */
async function shown(page: Page) {
  return page.evaluate(() => {
    const numbers = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .map((element) => Number(element.dataset.task))
        .sort((a, b) => a - b);
    return {
      drawn: numbers('svg.timeline a.mark:not([data-out])'),
      table: numbers('tr[data-task]:not([hidden])'),
    };
  });
}
const everywhere = (numbers: TaskNumber[]) => ({ drawn: numbers, table: numbers });

test('each filter narrows drawing and table alike, and the address holds the choice', async () => {
  const { page, problems } = await open('/timeline/');
  await page.getByText('筛选', { exact: true }).click();
  await page.locator('select[name=unit]').selectOption(busy.id);
  expect(await shown(page)).toEqual(everywhere(ofBusy));
  expect(new URL(page.url()).search).toBe(`?unit=${busy.id}`);
  await page.locator('select[name=role]').selectOption('lead');
  const leads = busy.tasks.filter(({ role }) => role === 'lead').map(({ number }) => number);
  expect(await shown(page)).toEqual(everywhere(leads));
  expect(await page.locator('[data-status]').textContent()).toBe(
    `${tasks.length}项任务中，符合条件的有${leads.length}项。`,
  );
  await page.locator('select[name=basis]').selectOption('general');
  const general = new Set(numbersOf(({ deadline }) => deadline?.basis === 'general'));
  expect(await shown(page)).toEqual(everywhere(leads.filter((number) => general.has(number))));
  await page.goBack();
  expect(await shown(page)).toEqual(everywhere(leads));
  expect(await page.locator('select[name=basis]').inputValue()).toBe('');
  await page.goForward();
  expect(await page.locator('select[name=basis]').inputValue()).toBe('general');
  await page.getByRole('button', { name: '全部清除' }).click();
  expect(await shown(page)).toEqual(everywhere(numbersOf(() => true)));
  expect(new URL(page.url()).search).toBe('');
  await page.locator('select[name=section]').selectOption('3');
  expect(await shown(page)).toEqual(everywhere(numbersOf(({ section }) => section === 3)));
  expect(problems).toEqual([]);
  await page.close();
});

test('an address narrows the timeline when it is opened, on the page for embedding, too; nonsense does not', async () => {
  const { page } = await open('/timeline/?section=3&basis=own');
  const wanted = numbersOf(({ section, deadline }) => section === 3 && deadline?.basis === 'own');
  expect(await shown(page)).toEqual(everywhere(wanted));
  await page.goto(site.url(`/timeline/embed/?unit=${busy.id}`));
  expect((await shown(page)).drawn).toEqual(ofBusy);
  await page.goto(site.url('/timeline/?unit=nobody&section=99&basis=x&role=y&highlight=z'));
  expect(await shown(page)).toEqual(everywhere(numbersOf(() => true)));
  await page.close();
});

test('a unit that is marked leaves all tasks in place', async () => {
  const { page } = await open(`/timeline/?highlight=${busy.id}`);
  const lit = await page
    .locator('a.mark[data-lit]')
    .evaluateAll((marks) =>
      marks.map((mark) => Number((mark as SVGAElement).dataset.task)).sort((a, b) => a - b),
    );
  expect(lit).toEqual(ofBusy);
  expect((await shown(page)).drawn.length).toBe(tasks.length);
  expect(await page.locator('[data-status]').textContent()).toContain(`其中标出的有${ofBusy.length}项`);
  await page.close();
});

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<SVGAElement>('a.mark')?.dataset.task ?? null);

test.for(['/timeline/', '/matrix/', '/sections/1/'])(
  'a drawing on %s is one stop for Tab',
  async (address) => {
    const { page } = await open(address);
    for (const svg of await page.locator('svg[data-picture]').all()) {
      const stops = await svg
        .locator('a')
        .evaluateAll((links) => links.filter((link) => link.tabIndex === 0).length);
      expect(stops).toBe(1);
    }
    await page.close();
  },
);

test('arrows, Home and End go from mark to mark, pass over what the filters left out, and stay in the picture', async () => {
  const { page } = await open('/timeline/?section=3');
  const inside = new Set(numbersOf(({ section }) => section === 3).map(String));
  await page.locator('svg.timeline a[tabindex="0"]').focus();
  const first = await focused(page);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'End', 'ArrowRight']) {
    await page.keyboard.press(key);
    expect(inside, key).toContain(await focused(page));
  }
  await page.keyboard.press('Home');
  expect(await focused(page)).toBe(first);
  await page.close();
});

test('arrows up and down keep to the column, though another mark is nearer', async () => {
  const { page } = await open('/timeline/');
  const start = page.locator('svg.timeline a.mark[data-task="42"]');
  await start.focus();
  const x = (await start.boundingBox())?.x ?? 0;
  await page.keyboard.press('ArrowUp');
  const above = page.locator(`svg.timeline a.mark[data-task="${await focused(page)}"]`);
  expect(await focused(page)).not.toBe('42');
  expect((await above.boundingBox())?.x).toBeCloseTo(x, 0);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('42');
  await page.close();
});

test('a tip comes with focus and with the mouse, can be pointed at, and goes with Escape', async () => {
  const { page } = await open('/timeline/');
  const tip = page.locator('.picture-tip');
  await page.locator('svg.timeline a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  expect(await tip.textContent()).toContain(`任务${await focused(page)} `);
  await page.keyboard.press('Escape');
  expect(await tip.isVisible()).toBe(false);
  const mark = page.locator('svg.timeline a.mark[data-task="12"]');
  await mark.hover();
  expect(await tip.isVisible()).toBe(true);
  const text = (await tip.textContent()) ?? '';
  const task = tasks.find(({ number }) => number === 12);
  expect(text).toContain(task?.title ?? '-');
  for (const { name } of task?.duty.units ?? []) expect(text).toContain(name);
  await tip.hover();
  await page.waitForTimeout(400);
  expect(await tip.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await tip.isVisible()).toBe(false);
  expect(await mark.getAttribute('aria-label')).toContain(`任务12 ${task?.title}`);
  await page.close();
});

test('the first tap tells, the second follows, and a tap elsewhere takes the tip away', async () => {
  const { page } = await open('/units/qu-bian-ban/', 360, { hasTouch: true });
  const mark = page.locator('svg.timeline-small a.mark').first();
  const tip = page.locator('.picture-tip:visible');
  await mark.tap();
  expect(await tip.textContent()).toContain('任务');
  await page.getByRole('heading', { name: '完成期限' }).tap();
  expect(await tip.count()).toBe(0);
  await mark.tap();
  await mark.tap();
  await page.waitForURL(/\/tasks\/\d+\/$/);
  await page.close();
});

test('the tip stays inside the picture, and the page does not grow sideways', async () => {
  for (const width of [360, 1280]) {
    const { page } = await open('/sections/1/', width);
    await page.locator('svg.timeline-small a[tabindex="0"]').focus();
    await page.keyboard.press('End');
    expect(await page.locator('.picture-tip:visible').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  }
});

test('rows of the matrix can be put in order of tasks or leads; the address holds it, sums stay last', async () => {
  const { page, problems } = await open('/matrix/');
  const column = (name: 'total' | 'lead') =>
    page
      .locator('[data-matrix="deadlines"] tbody[data-sortable]')
      .first()
      .locator('tr')
      .evaluateAll((rows, key) => rows.map((row) => Number((row as HTMLElement).dataset[key])), name);
  const asCame = await column('total');
  await page.getByLabel('排序').selectOption('tasks');
  const descending = (numbers: number[]) => [...numbers].sort((a, b) => b - a);
  expect(await column('total')).toEqual(descending(asCame));
  expect(await column('total')).not.toEqual(asCame);
  await page.getByLabel('排序').selectOption('lead');
  expect(await column('lead')).toEqual(descending(await column('lead')));
  expect(new URL(page.url()).search).toBe('?sort=lead');
  expect(await page.locator('th[aria-sort="descending"]').first().textContent()).toContain('其中牵头');
  await page.goBack();
  await page.goBack();
  expect(await column('total')).toEqual(asCame);
  expect(problems).toEqual([]);
  await page.close();
});

test('in a box that scrolls sideways the names of the units stay in sight, and cover no link that the keyboard reaches', async () => {
  const { page } = await open('/matrix/');
  const covered = await page
    .locator('table.matrix')
    .first()
    .evaluate((table: HTMLElement) => {
      // As MatrixBox.astro puts it around a table with many columns.
      const box = document.createElement('div');
      box.className = 'table-scroll';
      table.replaceWith(box);
      box.append(table);
      table.style.inlineSize = '200rem';
      const links = [...table.querySelectorAll<HTMLElement>('td a')].slice(0, 50);
      return links.filter((link) => {
        // Where the names are.
        box.scrollLeft += link.getBoundingClientRect().left - box.getBoundingClientRect().left - 8;
        if (box.scrollLeft === 0) return false;
        link.focus();
        const { left, top, width, height } = link.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) !== link;
      }).length;
    });
  expect(covered).toBe(0);
  await page.context().close();
});

test('a cell of the picture of units leads to the row that lists their tasks', async () => {
  const { page } = await open('/matrix/');
  const cell = page.locator('svg.together a.mark').first();
  await cell.click();
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  expect(await page.locator(`tr[id="${id}"]`).isVisible()).toBe(true);
  await page.close();
});

test('the lines for embedding carry the full address and can be copied', async () => {
  const { page } = await open('/timeline/');
  await page.getByText('嵌入其他网页').click();
  const lines = await page.locator('[data-embed]').inputValue();
  expect(lines).toMatch(/^<iframe src="https?:\/\/[^"]+\/timeline\/embed\/" title="[^"]+" /);
  await page.getByRole('button', { name: '复制代码' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  await page.close();
});

test.for(['/timeline/', '/matrix/', `/units/${busy.id}/`, '/sections/1/'])(
  'nothing on %s moves while it loads',
  async (address) => {
    for (const width of [360, 1280]) {
      const { page } = await open(address, width);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                setTimeout(() => {
                  resolve(sum);
                }, 50),
              ),
            );
          }),
      );
      expect(shift, `${address} at ${width}`).toBeLessThan(0.01);
      await page.close();
    }
  },
);

test.for([
  '/timeline/',
  '/matrix/',
  `/units/${busy.id}/`,
  '/sections/1/',
  '/timeline/embed/',
  '/matrix/embed/together/',
])(
  'on %s texts are at least 12px, and the page is as wide as the screen, at 360 and 1280',
  async (address) => {
    for (const width of [360, 1280]) {
      const { page } = await open(address, width);
      const sizes = await page
        .locator('svg.picture:visible text')
        .evaluateAll((texts) =>
          texts.map(
            (text) =>
              parseFloat(getComputedStyle(text).fontSize) * ((text as SVGTextElement).getScreenCTM()?.a ?? 0),
          ),
        );
      expect(Math.min(12, ...sizes), `${address} at ${width}`).toBe(12);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.close();
    }
  },
);

// access.test.ts asks axe about all other pages.
test.for(['/timeline/embed/', '/matrix/embed/together/'])('axe finds nothing on %s', async (address) => {
  const { page } = await open(address);
  expect(await axeFindings(page)).toEqual([]);
  await page.close();
});

test('on paper the pictures stand without controls, in full', async () => {
  const { page } = await open('/timeline/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('[data-filters]').isVisible()).toBe(false);
  expect(await page.locator('svg.timeline').isVisible()).toBe(true);
  expect(await page.locator('.take').isVisible()).toBe(false);
  await page.close();
});
