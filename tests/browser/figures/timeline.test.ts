import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASIS_WORDS, deadlineText } from '../../../src/labels/deadlines.ts';
import { progressText } from '../../../src/labels/tasks.ts';
import { deadlineColumns } from '../../../src/charts/timeline-layout.ts';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';

const plan = planOfSite();
const dates = deadlineColumns(plan.tasks);
const inOrder = dates.flatMap(({ tasks }) => tasks);
const names = inOrder.map(({ number, title, deadline, progress }) =>
  [
    `任务${number} ${title}`,
    `${deadlineText(deadline)}（${BASIS_WORDS[deadline.basis]}）`,
    progressText({ progress }),
  ]
    .filter((part) => part !== '')
    .join('，'),
);

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function openTimeline(width = 1280) {
  const { page, problems } = await site.newPage({ viewport: { width, height: 900 } });
  await page.goto(site.url('/timeline/'));
  return { page, problems, picture: page.getByRole('group', { name: '全部任务的完成期限' }) };
}

test('each task is a mark that says which task, by when and on what basis', async () => {
  const { page, problems, picture } = await openTimeline();
  for (const [index, name] of names.entries()) {
    const mark = picture.getByRole('link', { name, exact: true });
    expect(await mark.getAttribute('href'), name).toBe(
      new URL(site.url(`/tasks/${inOrder[index]?.number}/`)).pathname,
    );
  }
  expect(await picture.getByRole('link').count()).toBe(plan.tasks.length);
  expect(problems).toEqual([]);
  await page.close();
});

test('marks are grouped by deadline, with the number of tasks in the name', async () => {
  const { page, picture } = await openTimeline();
  for (const { date, tasks } of dates) {
    const group = picture.getByRole('group', { name: `${deadlineText({ date })}，${tasks.length}项任务` });
    expect(await group.getByRole('link').count()).toBe(tasks.length);
  }
  await page.close();
});

test('own deadlines and the general rule have different shapes', async () => {
  const { page, picture } = await openTimeline();
  const own = plan.tasks.filter(({ deadline }) => deadline?.basis === 'own').length;
  expect(await picture.locator('a > rect').count()).toBe(own);
  expect(await picture.locator('a > circle').count()).toBe(plan.tasks.length - own);
  await page.close();
});

test('a click on a mark leads to its task', async () => {
  const { page, picture } = await openTimeline();
  await picture.getByRole('link', { name: '任务19 ' }).click();
  await page.waitForURL(site.url('/tasks/19/'));
  await page.close();
});

test('without script Tab goes from mark to mark', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/timeline/'));
  const stops = await page
    .locator('svg.timeline a')
    .evaluateAll((marks) => marks.map((mark) => mark.tabIndex));
  expect(stops).toEqual(inOrder.map(() => 0));
  await page.close();
});

test('the keyboard goes from mark to mark in the order of deadlines, and Enter leads to the task', async () => {
  const { page, picture } = await openTimeline();
  await picture.getByRole('link').first().focus();
  const reached: (string | null)[] = [];
  for (let step = 0; step < inOrder.length; step++) {
    reached.push(
      await page.evaluate(() => document.activeElement?.querySelector('text')?.textContent ?? null),
    );
    if (step < inOrder.length - 1) await page.keyboard.press('ArrowRight');
  }
  expect(reached.map((text) => Number(text?.trim()))).toEqual(inOrder.map(({ number }) => number));
  await page.keyboard.press('Enter');
  await page.waitForURL(site.url(`/tasks/${inOrder.at(-1)?.number}/`));
  await page.close();
});

test.for([640, 768, 1280])('numbers are at least 12px at %i', async (width) => {
  const { page, picture } = await openTimeline(width);
  const sizes = await picture.locator('text').evaluateAll((texts) =>
    texts.map((text) => {
      const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
      return parseFloat(getComputedStyle(text).fontSize) * scale;
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  await page.close();
});

test.for([640, 1280])('no two texts of the picture overlap at %i', async (width) => {
  const { page, picture } = await openTimeline(width);
  const boxes = await picture.locator('text').evaluateAll((texts) =>
    texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      // The line box is taller than what is drawn in it.
      const slack = (bottom - top) / 5;
      return { text: text.textContent, left, right, top: top + slack, bottom: bottom - slack };
    }),
  );
  const meeting = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
  expect(meeting).toEqual([]);
  await page.close();
});

test('on a narrow screen the table takes the place of the picture, and leads to each task', async () => {
  const { page, picture } = await openTimeline(360);
  expect(await picture.isVisible()).toBe(false);
  for (const { date } of dates) {
    await page.locator('summary', { hasText: deadlineText({ date }) }).click();
  }
  const listed = page.locator('tr[data-task] th').getByRole('link');
  expect(await listed.count()).toBe(plan.tasks.length);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await listed.filter({ hasText: inOrder[0]?.title ?? '' }).click();
  await page.waitForURL(site.url(`/tasks/${inOrder[0]?.number}/`));
  await page.close();
});

test('the picture stands where there is room', async () => {
  const { page, picture } = await openTimeline(1280);
  expect(await picture.isVisible()).toBe(true);
  await page.close();
});

test('the table has the same tasks, in the same order, each below its deadline with what it rests on', async () => {
  const { page } = await openTimeline();
  const rows = await page
    .locator('tr[data-task]')
    .evaluateAll((all) =>
      all.map((row) => [
        row.closest('details')?.querySelector('summary time')?.getAttribute('datetime'),
        ...[...row.children].slice(0, 2).map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
      ]),
    );
  expect(rows).toEqual(
    inOrder.map(({ number, title, deadline: { date, basis, words } }) => [
      date,
      `${number} ${title}`,
      basis === 'own' ? `${BASIS_WORDS.own}：${words}` : BASIS_WORDS.general,
    ]),
  );
  // The general rule is the same for all: its words stand once.
  expect(await page.getByText(plan.generalDeadline?.words ?? '-').count()).toBe(1);
  await page.close();
});
