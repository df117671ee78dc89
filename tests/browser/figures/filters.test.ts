/** A picture follows the filter, or says that it is the whole. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASIS_WORDS, deadlineText } from '../../../src/labels/deadlines.ts';
import { openSite, type Site } from '../../support/browser.ts';
import { planOfSite } from '../../support/built-folder.ts';

const plan = planOfSite();
const { tasks } = plan;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function open(address: string, width = 1280) {
  const watched = await site.newPage({ viewport: { width, height: 900 } });
  await watched.page.goto(site.url(address));
  await watched.page.locator('[data-ready]').first().waitFor();
  return watched;
}

test('totals of the columns, legend, handles and rows of a filtered timeline count the same tasks', async () => {
  const { page } = await open('/timeline/?section=3');
  const kept = tasks.filter(({ section }) => section === 3);
  expect(kept.length).toBeLessThan(tasks.length);
  for (const date of new Set(tasks.map(({ deadline }) => deadline?.date ?? ''))) {
    const due = kept.filter(({ deadline }) => deadline?.date === date);
    const group = page.getByRole('group', {
      name: `${deadlineText({ date })}，${due.length}项任务`,
      exact: true,
    });
    expect(await group.locator(':scope > text').textContent()).toBe(
      `${deadlineText({ date })} ${due.length}项`,
    );
    const fold = page.locator(`details[data-group="${date}"]`);
    expect(await fold.isVisible()).toBe(due.length > 0);
    expect(await fold.locator('tr[data-task]:not([hidden])').count()).toBe(due.length);
    expect(await fold.locator('summary').textContent()).toContain(`${due.length}项`);
  }
  const legend = await page.locator('figure .legend').textContent();
  for (const basis of ['own', 'general'] as const) {
    const count = kept.filter(({ deadline }) => deadline?.basis === basis).length;
    expect(legend?.replace(/\s+/g, '')).toContain(`${BASIS_WORDS[basis]}（${count}项）`);
  }
  // All of them again.
  await page.getByRole('button', { name: '全部清除' }).click();
  expect(await page.locator('figure .legend').textContent()).toContain(
    String(tasks.filter(({ deadline }) => deadline?.basis === 'own').length),
  );
  await page.context().close();
});

test('a count that several deadlines share follows the filter with all of them', async () => {
  const { page } = await site.newPage();
  // As in a plan whose deadlines lie close together (src/charts/count-labels.ts): the second has no label of its own.
  await page.route('**/timeline/?section=3', async (route) => {
    const response = await route.fetch();
    let place = 0;
    const body = (await response.text()).replace(/<text class="count-label"[^]*?<\/text>/g, (label) =>
      ++place === 2 ? '' : label,
    );
    await route.fulfill({ response, body });
  });
  await page.goto(site.url('/timeline/?section=3'));
  await page.locator('[data-status]', { hasText: '项任务' }).waitFor();
  const dates = [...new Set(tasks.flatMap(({ deadline }) => deadline?.date ?? []))].sort();
  const due = (some: string[]) =>
    tasks.filter(({ section, deadline }) => section === 3 && some.includes(deadline?.date ?? '')).length;
  const words = await page.locator('svg.timeline .count-label').allTextContents();
  expect(words.map((one) => Number(/\d+(?=项$)/.exec(one)?.[0]))).toEqual([
    due(dates.slice(0, 2)),
    ...dates.slice(2).map((date) => due([date])),
  ]);
  await page.context().close();
});

test('files that hold all tasks say so, and the code for embedding shows what was chosen', async () => {
  const { page } = await open('/timeline/?section=3');
  const take = page.locator('.take');
  expect(await take.textContent()).toContain(`下载（全部${tasks.length}项任务）`);
  await page.getByText('嵌入其他网页').click();
  expect(await page.locator('[data-embed]').inputValue()).toContain('/timeline/embed/?section=3"');
  await page.locator('[data-clear]').click();
  expect(await page.locator('[data-embed]').inputValue()).toContain('/timeline/embed/"');
  await page.context().close();
});

test('marks of the picture on the home page are at least 24 px, with room between them, on a phone too', async () => {
  for (const width of [360, 1280]) {
    const { page } = await site.newPage({ viewport: { width, height: 900 } });
    await page.goto(site.url('/'));
    const boxes = await page.locator('svg.timeline-small a.mark > :is(rect, circle)').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width: side } = one.getBoundingClientRect();
        return { x, y, side };
      }),
    );
    expect(boxes.length).toBe(tasks.length);
    expect(Math.min(...boxes.map(({ side }) => side))).toBeGreaterThanOrEqual(24);
    const [a, b] = boxes;
    expect((b?.x ?? 0) - (a?.x ?? 0) - (a?.side ?? 0)).toBeGreaterThanOrEqual(4);
    await page.context().close();
  }
});

test.for(['/timeline/', '/matrix/'])(
  'on %s nothing stands one character a line, headings begin where their tables do, and no box within the page cuts a row',
  async (address) => {
    for (const width of [360, 768, 1280, 1920]) {
      const { page } = await site.newPage({ viewport: { width, height: 900 } });
      await page.goto(site.url(address));
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
      const found = await page.evaluate(() => {
        const faults: string[] = [];
        for (const cell of document.querySelectorAll<HTMLElement>('main th, main td')) {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
          const signs = cell.textContent.replace(/\s/g, '').length;
          const narrow = cell.clientWidth > 0 && cell.clientWidth < 40 && lines > 2;
          if (narrow && signs / lines < 1.5) faults.push(`one character a line: ${cell.textContent}`);
        }
        for (const element of document.querySelectorAll<HTMLElement>(
          'main *:not(svg *, textarea, select, option)',
        )) {
          const { overflowY } = getComputedStyle(element);
          if (['auto', 'scroll'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1)
            faults.push(`a box that scrolls: ${element.className}`);
        }
        for (const section of document.querySelectorAll('main section')) {
          const head = [...section.querySelectorAll('h2')].find((one) => one.getClientRects().length > 0);
          for (const table of section.querySelectorAll('table')) {
            const [a, b] = [head, table].map((one) => one?.getBoundingClientRect().left ?? 0);
            if (Math.abs((a ?? 0) - (b ?? 0)) > 1) faults.push(`${head?.textContent} at ${a}, table at ${b}`);
          }
        }
        return faults;
      });
      expect(found, `${width}`).toEqual([]);
      await page.context().close();
    }
  },
);
