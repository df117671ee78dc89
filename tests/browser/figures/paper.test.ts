/** What comes out of the printer. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';

const plan = planOfSite();
const { tasks, units } = plan;
const byTasks = [...units].sort((a, b) => b.tasks.length - a.tasks.length);
const named = byTasks.filter(({ kind }) => kind !== 'collective');

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function open(address: string) {
  const { page } = await site.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(site.url(address), { waitUntil: 'networkidle' });
  return page;
}

/** The sheets of a page, each as width and height in points. */
async function sheets(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return (pdf.match(/\/Type \/Page\b[^]*?endobj/g) ?? []).map((sheet) => {
    const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet) ?? [];
    return `${Math.round(Number(width))}×${Math.round(Number(height))}`;
  });
}

/** What stands on paper, in lines. */
async function printed(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.evaluate(() => document.body.innerText);
  return text.split(/\s*\n\s*/).filter((line) => line !== '');
}

test.for([byTasks[0], byTasks[1], named[0], named[1], named.at(-1)].flatMap((unit) => unit ?? []))(
  'the list of $name has at most two pages',
  async ({ id }) => {
    const page = await open(`/units/${id}/`);
    const found = await sheets(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(2);
    expect(new Set(found)).toEqual(new Set(['595×842']));
    await page.context().close();
  },
);

test('one click on the page of a unit prints it', async () => {
  const page = await open(`/units/${named[0]?.id}/`);
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = 'yes';
    };
  });
  await page.getByRole('button', { name: '打印本单位任务清单' }).click();
  expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
  await page.context().close();
});

test('the list of a unit has each task once, with title, deadline and the clause as printed, and what the plan requires', async () => {
  for (const unit of [byTasks[0], named[0]]) {
    const page = await open(`/units/${unit?.id}/`);
    const lines = await printed(page);
    const all = lines.join('\n');
    for (const { number } of unit?.tasks ?? []) {
      const task = tasks.find((one) => one.number === number);
      const found = lines.filter((line) => line.includes(task?.title ?? '-'));
      expect(found, `task ${number}`).toHaveLength(1);
      expect(all.split(task?.duty.shown ?? '-').length - 1, `task ${number}`).toBeGreaterThan(0);
    }
    // Numbers of tasks stand one to a line, at their titles.
    const glued = lines.filter((line) => /^\d{3,}(?!\d*年)/.test(line));
    expect(glued).toEqual([]);
    if (unit?.kind !== 'collective') expect(all).toContain('对各责任单位的要求');
    for (const words of ['共同承担任务的单位', '本页数据', '归类', '打印']) expect(all).not.toContain(words);
    await page.context().close();
  }
});

test.for(['/timeline/', '/matrix/'])('%s has at most three pages of A4 across', async (address) => {
  const page = await open(address);
  const found = await sheets(page);
  expect(found.length).toBeLessThanOrEqual(3);
  expect(new Set(found)).toEqual(new Set(['842×595']));
  await page.context().close();
});

test('on paper everything that is folded is there, once, and totals are no foot of each page', async () => {
  const timeline = await open('/timeline/');
  const lines = await printed(timeline);
  for (const { number, title } of tasks) {
    expect(lines.filter((line) => line.split('\t')[0] === `${number} ${title}`).length, title).toBe(1);
  }
  await timeline.context().close();
  const matrix = await open('/matrix/');
  expect(await matrix.locator('tfoot').count()).toBe(0);
  await matrix.emulateMedia({ media: 'print' });
  expect(await matrix.locator('[data-matrix=sections] tr[data-total]:visible').count()).toBe(units.length);
  expect(await matrix.locator('tr[id*="--"]:visible').count()).toBe(0);
  await matrix.context().close();
});

test('what only works on a screen is not printed', async () => {
  for (const address of ['/', '/timeline/', '/matrix/', '/tasks/1/', `/units/${named[0]?.id}/`]) {
    const page = await open(address);
    await page.locator('.offline-sign').evaluate((sign) => {
      sign.textContent = '已可离线使用';
      sign.removeAttribute('hidden');
    });
    const all = (await printed(page)).join('\n');
    for (const words of ['已可离线使用', '标出某个单位', '筛选', '排序', '嵌入其他网页', '下载'])
      expect(all, address).not.toContain(words);
    expect(await page.locator('select:visible, button:visible, input:visible').count(), address).toBe(0);
    await page.context().close();
  }
});

test('a task stands on one page where its text allows', async () => {
  const short = tasks.filter(({ text, progress }) => text.length < 300 && progress.length === 0);
  expect(short.length).toBeGreaterThan(5);
  const longest = [...short].sort((a, b) => b.text.length - a.text.length)[0];
  for (const task of [short[0], longest]) {
    const page = await open(`/tasks/${task?.number}/`);
    expect(await sheets(page), `task ${task?.number}`).toHaveLength(1);
    await page.context().close();
  }
});
