/** The search page in a real browser, measured against plain substring search in what dist/ publishes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dist } from '../../support/built-folder.ts';
import { hostile } from '../../support/hostile.ts';
import { openSite, type Site } from '../../support/browser.ts';
import {
  answered,
  ask,
  box,
  cut,
  listed,
  numbers,
  plain,
  tasksIn as tasksOf,
} from '../../support/search/searching.ts';

interface PlanData {
  tasks: { number: number; sourceText: string; units: { id: string; role: string }[] }[];
  units: { id: string; name: string; aliases: (string | { name: string })[] }[];
}

const file = `${dist}/data/plan.json`;
let plan: PlanData;
let site: Site;

beforeAll(async () => {
  plan = JSON.parse(readFileSync(file, 'utf8')) as PlanData;
  site = await openSite();
});
afterAll(() => site.close());

/** The tasks of a list by number: the closest come first, which is tested where that is decided. */
const tasksIn = (paths: string[]) => tasksOf(paths).sort((a, b) => Number(a) - Number(b));

function expected(query: string): number[] {
  const words = query.split(/\s+/).map(plain).filter(Boolean);
  const holding = plan.tasks.filter(({ sourceText }) =>
    words.every((word) => plain(sourceText).includes(word)),
  );
  return words.length > 0 ? holding.map(({ number }) => number) : [];
}

function queries(): string[] {
  const next = numbers(65);
  const texts = plan.tasks.map(({ sourceText }) => sourceText.replaceAll('\n', ''));
  const text = () => texts[next(texts.length)] ?? '';
  const clause = (from: string) => from.lastIndexOf('(');
  const some = (count: number, make: () => string) => Array.from({ length: count }, make);
  return [
    ...some(60, () => cut(text(), next, 2 + next(23))),
    ...some(10, () => cut(text(), next, 100 + next(200))),
    ...some(15, () => around(text(), clause, 2 + next(8))),
    ...some(10, () => text().slice(clause(text()))),
    ...some(15, () => Array.from({ length: 2 + next(6) }, () => cut(text(), next, 1)).join('')),
    ...some(15, () => `${cut(text(), next, 3)} ${cut(text(), next, 2)}`),
    ...plan.units.slice(0, 20).map(({ name }) => name),
    ...['〔2014', '〔2015〕50号', '2017', '17年', '网+政', '“三统', '１７年底前', '一', '、', '0'],
  ];
}

function around(text: string, place: (text: string) => number, reach: number): string {
  return text.slice(Math.max(0, place(text) - reach), place(text) + reach);
}

const searchFor = (query: string, filters = '') =>
  site.url(`/search/?q=${encodeURIComponent(query)}${filters}`);

test('exact results are the tasks that contain the query, and no others', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/search/'));
  const list = queries();
  const answers = await ask(page, list);
  const got = list.map((query, at) => ({ query, tasks: tasksIn(answers[at]?.exact ?? []) }));
  expect(got).toEqual(list.map((query) => ({ query, tasks: expected(query) })));
  const twice = answers.flatMap(({ exact, related }) => {
    const tasks = new Set(tasksIn(exact));
    return tasksIn(related).filter((number) => tasks.has(number));
  });
  expect(twice).toEqual([]);
  expect(problems).toEqual([]);
});

test('what is typed is answered alike, and what is found is marked', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/search/'));
  for (const query of queries()
    .filter((_, at) => at % 6 === 0)
    .map((each) => each.replaceAll('"', ''))) {
    await page.fill(box, query);
    const { exact } = await answered(page, query);
    expect({ query, tasks: tasksIn(exact) }).toEqual({ query, tasks: expected(query) });
    const marks = await page.locator('[data-match=exact] p mark').allTextContents();
    const words = query.split(/\s+/).map(plain);
    const odd = marks.filter(
      (mark) => !words.some((word) => word.includes(plain(mark)) || plain(mark).includes(word)),
    );
    expect({ query, odd }).toEqual({ query, odd: [] });
  }
  expect(problems).toEqual([]);
});

test('another name finds the unit and its tasks, and no task is called exact that does not write it', async () => {
  const { page } = await site.newPage();
  await page.goto(site.url('/search/'));
  for (const { id, aliases } of plan.units) {
    for (const alias of aliases.map((each) => (typeof each === 'string' ? each : each.name))) {
      const [answer] = await ask(page, [alias]);
      const units = await page
        .locator('[data-match=unit] a')
        .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).pathname));
      expect(units, alias).toContain(new URL(site.url(`/units/${id}/`)).pathname);
      expect(tasksIn(answer?.exact ?? []), alias).toEqual(expected(alias));
    }
  }
});

test('the keyboard alone leads from an empty page to the sentence', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/search/'));
  await page.keyboard.type('多证合一');
  await page.keyboard.press('Enter');
  await answered(page, '多证合一');
  expect(new URL(page.url()).searchParams.get('q')).toBe('多证合一');
  const onResult = () => page.evaluate(() => document.activeElement?.closest('[data-result]') !== null);
  for (let presses = 0; presses < 20 && !(await onResult()); presses++) await page.keyboard.press('Tab');
  expect(await onResult()).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\/10\/#s\d+$/);
  expect(await page.locator(':target').textContent()).toContain('多证合一');
  expect(problems).toEqual([]);
});

test('filters come from the address, combine, and show what each option would leave', async () => {
  const { page } = await site.newPage();
  const [unit] = plan.tasks.flatMap(({ units }) => units.filter(({ role }) => role === 'lead'));
  const leads = plan.tasks.filter(({ units }) =>
    units.some(({ id, role }) => id === unit?.id && role === 'lead'),
  );
  await page.goto(searchFor('', `&unit=${unit?.id ?? ''}&role=lead`));
  const { exact } = await answered(page, '');
  expect(tasksIn(exact)).toEqual(leads.map(({ number }) => number));
  expect(await page.locator('select[name=role]').inputValue()).toBe('lead');
  await page.waitForFunction(() => document.querySelector('select[name=role]')?.textContent.includes('（'));
  expect(await page.locator('option[value=lead]').textContent()).toContain(`（${leads.length}）`);
  await page.selectOption('select[name=role]', '');
  await page.waitForURL((url) => !url.searchParams.has('role'));
  await answered(page, '');
  await page.goBack();
  expect(tasksIn((await answered(page, '')).exact)).toEqual(leads.map(({ number }) => number));
});

test('typing changes the address only, a submitted query is a step in the history', async () => {
  const { page } = await site.newPage();
  await page.goto(searchFor('行政审批'));
  await answered(page, '行政审批');
  const before = await page.evaluate(() => history.length);
  await page.fill(box, '价格');
  await answered(page, '价格');
  expect(new URL(page.url()).searchParams.get('q')).toBe('价格');
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.press(box, 'Enter');
  await answered(page, '价格');
  await page.goBack();
  await answered(page, '行政审批');
  expect(await page.inputValue(box)).toBe('行政审批');
  await page.goForward();
  expect(tasksIn((await answered(page, '价格')).exact)).toEqual(expected('价格'));
});

test('nothing is searched while an input method composes', async () => {
  const { page } = await site.newPage();
  await page.goto(site.url('/search/'));
  await page.focus(box);
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'gongan', selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(400);
  expect(new URL(page.url()).searchParams.has('q')).toBe(false);
  await keyboard.send('Input.insertText', { text: '公安' });
  expect(tasksIn((await answered(page, '公安')).exact)).toEqual(expected('公安'));
});

test('the box in the header of another page leads to the results', async () => {
  const { page } = await site.newPage();
  await page.goto(site.url('/tasks/1/'));
  await page.fill(`header ${box}`, '政府采购');
  await page.press(`header ${box}`, 'Enter');
  await page.waitForURL(
    (url) => url.pathname.endsWith('/search/') && url.searchParams.get('q') === '政府采购',
  );
  expect(tasksIn((await answered(page, '政府采购')).exact)).toEqual(expected('政府采购'));
});

test('no result is said plainly, with ways on; related pages are never called exact', async () => {
  const { page } = await site.newPage();
  await page.goto(searchFor('量子咖啡机器人'));
  expect(await answered(page, '量子咖啡机器人')).toEqual({ exact: [], related: [] });
  expect(await page.textContent('main [role=status]')).toContain('方案没有写到');
  await page.locator('main a[href$="/units/"]:visible').waitFor();
  await page.goto(searchFor('行政审批具制度'));
  const { exact, related } = await answered(page, '行政审批具制度');
  expect(exact).toEqual([]);
  expect(related.length).toBeGreaterThan(0);
  expect(await page.textContent('main [role=status]')).toContain('只是相关');
});

// What has no exact answer needs the index for similar texts as well.
const [EXACT, SIMILAR] = ['行政审批', '行政审批具制度'];
const pieces = ['pagefind.js', 'pagefind-entry.json', '.pf_meta', 'wasm.', '.pf_index'];

test.for([['texts.json', EXACT] as const, ...pieces.map((name) => [name, SIMILAR] as const)])(
  'a failed download of %s is said as such and can be tried again',
  async ([name, query]) => {
    const { page } = await site.newPage();
    const wanted = (url: URL) => /\/(?:pagefind|search)\/./.test(url.pathname) && url.pathname.includes(name);
    await page.context().route(wanted, (route) => route.abort());
    await page.goto(searchFor(query));
    await page.getByRole('alert').waitFor();
    expect(await page.locator('[data-result], main [data-query]').count()).toBe(0);
    expect(await page.textContent('main')).not.toContain('没有写到');
    await page.context().unrouteAll();
    await page.getByRole('button', { name: '重试' }).click();
    const { exact, related } = await answered(page, query);
    expect(tasksIn(exact)).toEqual(expected(query));
    expect(exact.length + related.length).toBeGreaterThan(0);
  },
);

test('a slow search says so, and a late answer never replaces a newer one', async () => {
  const { page } = await site.newPage();
  await page.context().route(/texts\.json/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto(searchFor('区'));
  await page.getByText('正在搜索…').waitFor();
  await page.fill(box, '烟花爆竹');
  expect(tasksIn((await answered(page, '烟花爆竹')).exact)).toEqual(expected('烟花爆竹'));
  await page.waitForTimeout(300);
  expect(tasksIn((await listed(page)).exact)).toEqual(expected('烟花爆竹'));
});

test('a browser that cannot run Pagefind answers exactly, and says what it cannot do', async () => {
  const { page, problems } = await site.newPage();
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto(searchFor(EXACT));
  expect(tasksIn((await answered(page, EXACT)).exact)).toEqual(expected(EXACT));
  await page.goto(searchFor(SIMILAR));
  expect(await answered(page, SIMILAR)).toEqual({ exact: [], related: [] });
  expect(await page.textContent('main [role=status]')).toContain('需要较新的浏览器');
  expect(problems).toEqual([]);
});

test('opened from disk the page says that it cannot search, and where it can be done', async () => {
  const { page } = await site.newPage();
  await page.goto(pathToFileURL(join(dist, 'search/index.html')).href);
  await page.getByText('直接从磁盘打开的网页不能搜索').waitFor();
  expect(await page.locator('main a[href$="offline.html"]').count()).toBe(1);
});

test('hostile queries stay text', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/search/'));
  for (const query of Object.values(hostile)) {
    await page.evaluate((q) => {
      const input = document.querySelector('input[type=search]');
      if (!(input instanceof HTMLInputElement)) return;
      input.value = q;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, query);
    await page.waitForFunction(() => {
      const input = document.querySelector('input[type=search]');
      const status = document.querySelector('main [role=status]');
      return (
        status instanceof HTMLElement &&
        input instanceof HTMLInputElement &&
        status.dataset.query === input.value
      );
    });
    // A box holds no line ends.
    expect(tasksIn((await listed(page)).exact)).toEqual(expected(await page.inputValue(box)));
  }
  expect(await page.locator('main img').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('without script the page says what to do instead', async () => {
  const { page } = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url('/search/'));
  for (const address of ['/tasks/', '/units/', '/documents/', '/plan/']) {
    await page.locator(`main a[href$="${address}"]:visible`).first().waitFor();
  }
});
