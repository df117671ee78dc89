/** The site of any plan in a real browser: every kind of page, the search, the jump box, and the site without a network. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOfSite } from '../../support/dist.ts';
import { dist } from '../../support/built-folder.ts';
import { axeFindings } from '../../support/axe.ts';
import { openSite, type Site } from '../../support/browser.ts';
import { ask, box, cut, numbers, plain, tasksIn } from '../../support/search/searching.ts';

const plan = planOfSite();
const { tasks, sections, units } = plan;
const first = tasks[0]?.number ?? 1;

/** One page of each kind, and one task for each way in which a task may differ. */
const kinds = [
  ...['/', '/plan/', '/tasks/', '/units/', '/documents/', '/timeline/', '/timeline/embed/', '/matrix/'],
  ...[
    '/corrections/',
    '/glossary/',
    '/data/',
    '/about/',
    '/accessibility/',
    '/sitemap/',
    '/search/',
    '/verify/',
    '/about/design/',
  ],
  ...sections
    .filter(({ heading }) => heading.shown !== '')
    .map(({ number }) => `/sections/${number}/`)
    .slice(0, 2),
  ...[
    tasks[0],
    tasks.find(({ duty }) => duty.shown === ''),
    tasks.find(({ clauses }) => clauses.length > 0),
    tasks.find(({ deadline }) => deadline === undefined),
    tasks.find(({ deadlines }) => deadlines.length > 1),
    tasks.find(({ standing }) => standing.length > 0),
  ].flatMap((task) => (task ? [`/tasks/${task.number}/`] : [])),
  ...[
    units.find(({ kind }) => kind === 'collective'),
    units.find(({ headings }) => headings.length > 0),
    [...units].sort((a, b) => b.tasks.length - a.tasks.length)[0],
  ].flatMap((unit) => (unit ? [`/units/${unit.id}/`] : [])),
];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('axe finds nothing on any kind of page, none scrolls sideways, and none has an error', async () => {
  const { page, problems } = await site.newPage({ viewport: { width: 360, height: 740 } });
  const found: string[] = [];
  for (const address of new Set(kinds)) {
    await page.goto(site.url(address));
    found.push(...(await axeFindings(page)).map((finding) => `${address} ${finding}`));
    // From 961 px on the matrix is a table.
    for (const width of [360, 961, 1024, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.push(`${address} is ${wide} px wide at ${width}`);
    }
  }
  expect([...found, ...problems]).toEqual([]);
  await page.context().close();
});

test('a piece of a task finds exactly the tasks that hold it', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/search/'));
  const next = numbers(7);
  const all = tasks.map(({ number, sourceText, title, cells }) => ({
    number,
    // The cells of a row, of a table.
    words: plain([sourceText, ...cells.filter(({ before }) => !before).map(({ mark }) => mark)].join('')),
    title: plain(title),
  }));
  const queries = [
    ...new Set(all.flatMap(({ words }) => [2, 5, 12].map((length) => cut(words, next, length)))),
  ];
  const answers = await ask(page, queries);
  answers.forEach(({ exact }, index) => {
    const query = queries[index] ?? '';
    const wanted = all.filter(({ words, title }) => words.includes(query) || title.includes(query));
    expect(tasksIn(exact).map(String).sort(), query).toEqual(
      wanted.map(({ number }) => String(number)).sort(),
    );
  });
  expect(problems).toEqual([]);
  await page.context().close();
});

test.each([
  ['on the site', () => site.url('/verify/')],
  ['in one file from disk', () => pathToFileURL(join(dist, 'offline.html')).href],
])('%s a task is word for word, and with another word it is not', async (_, address) => {
  const { page, problems } = await site.newPage();
  await page.goto(address());
  const text =
    tasks
      .map((task) => task.text.split('\n')[0] ?? '')
      .sort((a, b) => plain(b).length - plain(a).length)[0] ?? '';
  const states = async (words: string) => {
    await page.fill('#quoted', words);
    await page.click('[data-verify] [type=submit]');
    await page.locator('[data-verify-result]:not([hidden])').waitFor();
    return page.locator('.verify-list > li').evaluateAll((items) => items.map((one) => one.dataset.state));
  };
  expect(new Set(await states(text))).toEqual(new Set(['same']));
  expect(await states(`${text.slice(0, 12)}龘${text.slice(13)}`)).toContain('differs');
  expect(problems.filter((problem) => !problem.includes('file:'))).toEqual([]);
  await page.context().close();
});

test('the jump box and the search find a task by its number, with a point too where it has two', async () => {
  const { page } = await site.newPage();
  const { number } = tasks.at(-1) ?? { number: first };
  for (const typed of new Set([String(number), String(number).replaceAll('-', '.'), `任务${number}`])) {
    await page.goto(site.url('/'));
    await page.locator(box).click();
    await page.locator(box).fill(typed);
    const option = page.locator('#jump-list a').first();
    await option.waitFor();
    const paths = await page
      .locator('#jump-list a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(
      paths.some((path) => path.endsWith(`/tasks/${number}/`)),
      typed,
    ).toBe(true);
  }
  await page.goto(site.url('/search/'));
  const [answer] = await ask(page, [`任务${number}`]);
  // The page about the site may take this task as its example.
  const found = [...(answer?.exact ?? []), ...(answer?.related ?? [])].filter(
    (path) => !path.includes('/about/'),
  );
  expect(found[0]).toMatch(new RegExp(`/tasks/${number}/`));
  await page.context().close();
});

test('the timeline is narrowed with drawing, list and table alike', async () => {
  const { page, problems } = await site.newPage();
  const busy = [...units].sort((a, b) => b.tasks.length - a.tasks.length)[0];
  const dated = tasks.filter(({ deadline }) => deadline !== undefined);
  await page.goto(site.url(`/timeline/?unit=${busy?.id ?? ''}`));
  if (dated.length === 0) expect(await page.locator('svg.timeline').count()).toBe(0);
  else {
    const own = tasks.filter(({ duty }) => duty.units.some(({ id }) => id === busy?.id));
    await page.locator('[data-status]', { hasText: '项任务' }).waitFor();
    expect(await page.locator('a.mark:not([data-out])').count()).toBe(
      own.filter(({ deadline }) => deadline !== undefined).length,
    );
    expect(await page.locator('tr[data-task]:not([hidden])').count()).toBe(own.length);
    const counts = await page.locator('svg.timeline .count-label').allTextContents();
    expect(counts.reduce((sum, words) => sum + Number(/\d+(?=项$)/.exec(words)?.[0]), 0)).toBe(
      await page.locator('a.mark:not([data-out])').count(),
    );
  }
  expect(problems).toEqual([]);
  await page.context().close();
});

test('at 320 px with the largest letters no page is wider than the screen', async () => {
  const { page } = await site.newPage({ viewport: { width: 320, height: 740 } });
  const paths = tasks.map(({ number }) => `/tasks/${number}/`);
  for (const address of ['/', '/tasks/', '/timeline/', '/units/', ...paths]) {
    await page.goto(site.url(`${address}?size=30`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
  await page.context().close();
});

test('the edition in one file finds a task by its words, without a network', async () => {
  const { page } = await site.newPage();
  await page.goto(pathToFileURL(join(dist, 'offline.html')).href);
  const words = plain(tasks[0]?.text ?? '').slice(0, 6);
  await page.locator('#find').fill(words);
  await page.locator(`[data-status]`, { hasText: '含有这些字' }).waitFor();
  expect(await page.locator(`#task-${first}`).isVisible()).toBe(true);
  await page.context().close();
});

test('once it was opened, the site stands without its server', async () => {
  const { page } = await site.newPage({ serviceWorkers: 'allow' });
  await page.goto(site.url('/'));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.locator('[data-offline]:not([hidden])').waitFor({ timeout: 60_000 });
  await site.stopServer();
  await page.goto(site.url(`/tasks/${first}/`));
  expect(await page.locator('h1').textContent()).toContain(tasks[0]?.title ?? '?');
  await page.context().close();
});
