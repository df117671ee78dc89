/** The site without a network, a new version over a running browser, and the edition in one file, in a real browser. */
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SearchIndex } from '../../src/build/search/write-index.ts';
import { kinds } from '../../src/search/query.ts';
import type { Texts } from '../../src/search/text-pages.ts';
import { serve } from '../../src/cli/serve.ts';
import { writeWorker } from '../../src/build/offline/service-worker.ts';
import { base, dist } from '../support/built-folder.ts';
import { startNginx } from '../support/nginx.ts';
import { openSite, type Site, type WatchedPage } from '../support/browser.ts';

/** Words of task 10 in dist/, and what stands in their place in the next version. */
const OLD = '多证合一';
const NEW = '多证合九';
/** What no page contains, and many have in part: Pagefind finds them. */
const SIMILAR = '行政审批具制度';

const scratch = mkdtempSync(join(tmpdir(), 'offline-'));
const next = join(scratch, 'next');
const onNginx = process.env.SITE_SERVER === 'nginx';
let site: Site;
let keptOfNext = 0;

beforeAll(async () => {
  await Promise.all([makeNext(), openSite().then((opened) => (site = opened))]);
});
afterAll(async () => {
  await site.close();
  rmSync(scratch, { recursive: true });
});

/** The next version: a word is another one in every file, and the index and the worker are made anew. */
async function makeNext(): Promise<void> {
  // What is compressed for nginx follows below.
  cpSync(dist, next, { recursive: true, filter: (name) => !/\.(?:br|gz)$/.test(name) });
  for (const name of globSync('**/*.{html,json,csv,txt,xml,ics,js}', { cwd: next })) {
    const text = readFileSync(join(next, name), 'utf8');
    if (text.includes(OLD)) writeFileSync(join(next, name), text.replaceAll(OLD, NEW));
  }
  const index = new SearchIndex();
  const { entries } = JSON.parse(readFileSync(join(next, 'search/texts.json'), 'utf8')) as Texts;
  entries.forEach(({ page, notes }, order) => {
    index.add(
      [page, ...notes].map((one, at) => ({ place: [kinds.indexOf(one.kind), order + 1, at], page: one })),
    );
  });
  await index.write({ root: next + sep, base, log: () => undefined });
  keptOfNext = (await writeWorker(next)).files.length;
  if (!onNginx) return;
  // A file that has changed is sent as it is: compressing all of them anew would take longer than the tests.
  for (const name of globSync('**/*.{br,gz}', { cwd: dist })) {
    const [before, now] = [dist, next].map((folder) => join(folder, name.replace(/\.\w+$/, '')));
    if (before && now && existsSync(now) && readFileSync(before).equals(readFileSync(now)))
      cpSync(join(dist, name), join(next, name));
  }
}

interface Host {
  url: (address: string) => string;
  dir: string;
  /** Writes a file, and nothing stays that is sent in its place. */
  write: (name: string, text: string) => void;
  /** Puts another version in place of the one that is there. */
  deploy: (from: string) => void;
  stop: () => Promise<void>;
}

/** A host of its own for each test: another port, so another origin with another worker. */
async function host(): Promise<Host> {
  const dir = mkdtempSync(join(scratch, 'host-'));
  const deploy = (from: string) => {
    for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true });
    cpSync(from, dir, { recursive: true });
  };
  deploy(dist);
  const { url, close } = await (onNginx ? startNginx : serve)({ dir, base });
  let stopped: Promise<void> | undefined;
  const write = (name: string, text: string) => {
    for (const ending of ['.br', '.gz']) rmSync(join(dir, name + ending), { force: true });
    writeFileSync(join(dir, name), text);
  };
  return { url: (address) => url + address.slice(1), dir, write, deploy, stop: () => (stopped ??= close()) };
}

const sign = '[data-offline]:not([hidden])';

/** One visit and one reload, after which the site is kept. */
async function keep({ url }: Host): Promise<WatchedPage> {
  const watched = await site.newPage({ serviceWorkers: 'allow' });
  await watched.page.goto(url('/'));
  await watched.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await watched.page.reload();
  await watched.page.getByText(/^已可离线使用（占 \d+\.\d MB）$/).waitFor();
  return watched;
}

async function found(page: Page, { url }: Pick<Host, 'url'>, query: string): Promise<string[]> {
  await page.goto(url(`/search/?q=${encodeURIComponent(query)}`));
  return foundOn(page, query);
}

async function foundOn(page: Page, query: string): Promise<string[]> {
  await page.locator(`main [role=status][data-query=${JSON.stringify(query)}]`).waitFor();
  return page.locator('[data-match] [data-result]').evaluateAll((results) =>
    results.map((result) => {
      const match = result.closest<HTMLElement>('[data-match]')?.dataset.match ?? '';
      const link = result.querySelector('a');
      return `${match} ${link?.getAttribute('href') ?? ''} ${link?.textContent ?? ''}`;
    }),
  );
}

/** The filters with what each of their options would leave. */
async function counts(page: Page, { url }: Pick<Host, 'url'>): Promise<string> {
  await page.goto(url('/search/?q=审批&role=lead'));
  await page.waitForFunction(() => document.querySelector('select[name=kind]')?.textContent.includes('（'));
  return (await page.textContent('[data-filters]')) ?? '';
}

const exactTasks = (list: string[]) => list.filter((one) => /^exact \S*\/tasks\//.test(one)).length;

/** Which version a tab is in: what task 10 says must be what the search finds. */
async function version(page: Page, at: Host): Promise<string> {
  await page.goto(at.url('/tasks/10/'));
  const text = (await page.locator('.source-text').textContent()) ?? '';
  const counts = [exactTasks(await found(page, at, OLD)), exactTasks(await found(page, at, NEW))];
  return `${text.includes(NEW) ? 'new' : 'old'} page, ${counts.join(':')} found`;
}

/** What went wrong, requests to the host of the test aside. */
const errors = ({ problems }: WatchedPage) =>
  problems.filter((problem) => !problem.startsWith('request to another host: http://localhost'));

/** No network: the worker's own requests are not stopped by the browser's switch. */
const cut = async ({ page }: WatchedPage, at: Host) => {
  await page.context().setOffline(true);
  await at.stop();
};

describe('after one visit and one reload, without a network', () => {
  const queries = ['行政审批', '公安', '第10', '２０１７年', 'PP', SIMILAR, '量子咖啡'];
  const online: string[][] = [];
  let onlineCounts = '';
  let at: Host;
  let watched: WatchedPage;
  beforeAll(async () => {
    at = await host();
    const { page } = await site.newPage();
    for (const query of queries) online.push(await found(page, at, query));
    onlineCounts = await counts(page, at);
    await page.close();
    watched = await keep(at);
    await cut(watched, at);
  });

  test('every page opens', async () => {
    const { page } = watched;
    for (const name of globSync('**/index.html', { cwd: dist }).sort()) {
      // Stands in pages of others, which are not there without a network.
      if (/^tasks\/[^/]+\/embed\//.test(name)) continue;
      const html = readFileSync(join(dist, name), 'utf8');
      // What leads on does so at once.
      if (html.includes('http-equiv="refresh"')) continue;
      const response = await page.goto(at.url(`/${name.replace(/index\.html$/, '')}`), {
        waitUntil: 'commit',
      });
      expect(response?.status(), name).toBe(200);
      expect(await response?.text(), name).toBe(html);
    }
    await page.goto(at.url('/tasks/10/'));
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).display)).toBe('flex');
    expect(errors(watched)).toEqual([]);
  });

  test('the search answers alike, and the data is there', async () => {
    const { page } = watched;
    const answers: string[][] = [];
    for (const query of queries) answers.push(await found(page, at, query));
    expect(answers).toEqual(online);
    expect(online[queries.indexOf(SIMILAR)]?.filter((one) => one.startsWith('related'))).not.toEqual([]);
    expect(await counts(page, at)).toBe(onlineCounts);
    expect(onlineCounts).toMatch(/任务（[1-9]/);
    for (const file of ['data/plan.json', 'data/tasks.csv', 'data/source.txt', 'offline.html']) {
      const kept = await page.evaluate(async (url) => (await fetch(url)).text(), at.url(`/${file}`));
      expect(kept === readFileSync(join(dist, file), 'utf8').replace(/^\uFEFF/, ''), file).toBe(true);
    }
    expect(errors(watched)).toEqual([]);
  });

  test('an address lacking its slash is completed, and a wrong one gets the 404 page', async () => {
    const { page } = watched;
    await page.goto(at.url('/search?q=%E5%8C%BA#x'));
    expect(page.url()).toBe(at.url('/search/?q=%E5%8C%BA#x'));
    for (const wrong of ['/tasks/66/', '/tasks/none', '/units/none/?q=1']) {
      const response = await page.goto(at.url(wrong));
      expect(response?.status()).toBe(404);
      expect(await page.textContent('h1')).toBe('没有找到这个页面');
      expect(page.url()).toBe(at.url(wrong));
    }
  });
});

test('a new version is told of, shown from the next page on, and mixes with the old one nowhere', async () => {
  const at = await host();
  const watched = await keep(at);
  const { page } = watched;
  expect(await version(page, at)).toBe('old page, 1:0 found');
  const other = await page.context().newPage();
  await found(other, at, OLD);
  await page.goto(at.url('/tasks/11/'));
  await page.locator(sign).waitFor();
  at.deploy(next);
  // Another page looks for it.
  const third = await page.context().newPage();
  await third.goto(at.url('/tasks/12/'));
  await page.getByText('有新版本，重新载入').waitFor();
  // What is open goes on with its own version, index included.
  await other.getByText('有新版本，重新载入').waitFor();
  await other.fill('header input[type=search]', NEW);
  expect(exactTasks(await foundOn(other, NEW))).toBe(0);
  await other.fill('header input[type=search]', OLD);
  expect(exactTasks(await foundOn(other, OLD))).toBe(1);
  await page.getByRole('button', { name: '重新载入' }).click();
  await page.getByText(/^已可离线使用（占 \d+\.\d MB）$/).waitFor();
  expect(await version(page, at)).toBe('new page, 0:1 found');
  await other.getByRole('button', { name: '重新载入' }).click();
  await other.getByText(/^已可离线使用（占 \d+\.\d MB）$/).waitFor();
  expect(await version(other, at)).toBe('new page, 0:1 found');
  await third.close();
  // Of the old version nothing is left, once no page is of it.
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.evaluate(async () => {
          const names = (await caches.keys()).filter((name) => name.startsWith('kept '));
          const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return lists.flat().filter(({ url }) => !url.endsWith('/.files')).length;
        });
      },
      { timeout: 10_000 },
    )
    .toBe(keptOfNext);
  expect(errors(watched)).toEqual([]);
});

test('a new version that does not arrive whole changes nothing, until it does', async () => {
  const at = await host();
  const watched = await keep(at);
  const { page } = watched;
  /** Looks for a new version, waits for its download to end, and says whether there is a whole one. */
  const update = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update().catch(() => undefined);
      for (let worker = registration?.installing; worker; worker = registration?.installing) {
        const ending = worker;
        await new Promise((resolve) => {
          ending.addEventListener('statechange', resolve, { once: true });
        });
      }
      return registration?.waiting?.state ?? 'none';
    });
  // A file that is not there: the server sends its 404 page.
  at.deploy(next);
  for (const ending of ['', '.br', '.gz']) rmSync(join(at.dir, `data/plan.json${ending}`), { force: true });
  expect(await update()).toBe('none');
  expect(await version(page, at)).toBe('old page, 1:0 found');
  // The same cut short, as a broken connection or a half-finished upload leaves it; the others are there already.
  at.deploy(next);
  const half = 'data/plan.json';
  at.write(half, readFileSync(join(at.dir, half), 'utf8').slice(0, 2000));
  expect(await update()).toBe('none');
  await page.goto(at.url('/'));
  await page.locator(sign).waitFor();
  expect(await version(page, at)).toBe('old page, 1:0 found');
  at.deploy(next);
  expect(await update()).toBe('installed');
  const takenOver = page.waitForFunction(() => document.body.textContent.includes('多证合九'));
  await page.goto(at.url('/tasks/10/'));
  await takenOver;
  await cut(watched, at);
  expect(await version(page, at)).toBe('new page, 0:1 found');
});

test('a page that the kept version does not have loads nothing of that version', async () => {
  const at = await host();
  const { page } = await keep(at);
  const script = `fetch('${new URL(at.url('/jump.json')).pathname}').then((one) => one.text()).then((text) => { document.title = text; });`;
  at.write('later.html', '<!doctype html><script src="later.js"></script>');
  at.write('later.js', script);
  at.write('jump.json', 'of the later version');
  await page.goto(at.url('/later.html'));
  await page.waitForFunction(() => document.title !== '');
  expect(await page.title()).toBe('of the later version');
  await page.goto(at.url('/about/'));
  expect(await page.evaluate(async (url) => (await fetch(url)).text(), at.url('/jump.json'))).not.toBe(
    'of the later version',
  );
});

test('files thrown away by the browser are kept anew, and the sign stands only while all are there', async () => {
  for (const isAll of [false, true]) {
    const at = await host();
    const watched = await keep(at);
    const { page } = watched;
    await page.evaluate(async (all) => {
      for (const name of await caches.keys()) {
        if (all) await caches.delete(name);
        else if (name.startsWith('kept ')) await (await caches.open(name)).delete('tasks/10/');
      }
    }, isAll);
    await page.reload();
    expect(await page.locator(sign).count()).toBe(0);
    // The next pages that are opened find it whole.
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.locator(sign).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await cut(watched, at);
    expect(await version(page, at)).toBe('old page, 1:0 found');
  }
});

test('where workers are forbidden the site is as it was, without errors', async () => {
  const at = await host();
  const watched = await site.newPage({ serviceWorkers: 'allow' });
  const { page } = watched;
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  expect(exactTasks(await found(page, at, OLD))).toBe(1);
  expect(await page.locator('[data-offline]').isHidden()).toBe(true);
  expect(errors(watched)).toEqual([]);
});

describe('the edition in one file, opened from disk', () => {
  const file = pathToFileURL(join(dist, 'offline.html')).href;
  const plan = JSON.parse(readFileSync(join(dist, 'data/plan.json'), 'utf8')) as {
    tasks: { number: number; sourceText: string; units: { id: string; role: string }[] }[];
    units: { id: string; aliases: string[] }[];
  };
  const tasksOf = (unit: string, role?: string) =>
    plan.tasks
      .filter(({ units }) => units.some((one) => one.id === unit && (role ?? one.role) === one.role))
      .map(({ number }) => number);
  // Written anew on purpose: the file's own way of comparing is what is under test.
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');

  const ask = (page: Page, query: string) =>
    page.evaluate((q) => {
      const input = document.querySelector<HTMLInputElement>('#find');
      if (!input) throw new Error('There is no search.');
      input.value = q;
      input.dispatchEvent(new InputEvent('input'));
      const shown = document.querySelectorAll<HTMLElement>('.numbered:not([hidden])');
      return Array.from(shown, ({ id }) => Number(id.replace('task-', '')));
    }, query);

  test('finds exactly the tasks that contain the query, marks what is found, and gives it all back', async () => {
    const { page, problems } = await site.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(file);
    const before = await page.locator('main').evaluate((main) => new XMLSerializer().serializeToString(main));
    const texts = plan.tasks.map(({ sourceText }) => sourceText.replaceAll('\n', ''));
    const pasted = texts.flatMap((text, at) => [
      text.slice(at, at + 12),
      text.slice(-24 - (at % 9), -at % 5 || undefined),
    ]);
    for (const query of [
      ...pasted,
      '公安',
      'pp',
      '１７年',
      '网+政',
      '〔2014',
      '改革 审批',
      '量子咖啡',
      '一',
    ]) {
      const words = query.split(/\s+/).map(plain);
      const wanted = plan.tasks.filter(({ sourceText }) =>
        words.every((word) => plain(sourceText).includes(word)),
      );
      expect({ query, tasks: await ask(page, query) }).toEqual({
        query,
        tasks: wanted.map(({ number }) => number),
      });
    }
    await ask(page, '互联网+政务服务');
    expect((await page.locator('#task-2 mark').allTextContents()).map(plain)).toContain('互联网政务服务');
    expect(await page.locator('#drawing').isVisible()).toBe(false);
    await ask(page, '');
    expect(await page.locator('main').evaluate((main) => new XMLSerializer().serializeToString(main))).toBe(
      before,
    );
    expect(requests).toEqual([file]);
    expect(problems.filter((problem) => !problem.endsWith(file))).toEqual([]);
  });

  test('the full name of a unit, which the plan does not write, finds the unit and its tasks', async () => {
    const { page } = await site.newPage();
    await page.goto(file);
    for (const name of ['钦南区司法局', '钦州市钦南区司法局']) {
      expect([name, await ask(page, name)]).toEqual([name, tasksOf('qu-sifa-ju')]);
      expect(await page.textContent('[data-status]')).toMatch(
        /^按单位“区司法局”查找：任务 \d+ 项，其他 1 处。/,
      );
      expect(await page.locator('#qu-sifa-ju').isVisible()).toBe(true);
    }
    for (const query of ['灵山县司法局', '市司法局牵头的任务']) expect(await ask(page, query)).toEqual([]);
    await page.context().close();
  });

  test('a question for a role, or for two units, is answered by the list of units', async () => {
    const { page } = await site.newPage();
    await page.goto(file);
    const lead = tasksOf('qu-bian-ban', 'lead');
    expect(lead.length).toBeGreaterThan(3);
    for (const query of ['区编办牵头', '钦南区编办牵头的任务有哪些']) {
      expect([query, await ask(page, query)]).toEqual([query, lead]);
      expect(await page.textContent('[data-status]')).toBe(
        `按单位“区编办”、角色“牵头”查找：任务 ${lead.length} 项，其他 1 处。`,
      );
    }
    const both = tasksOf('qu-bian-ban').filter((number) => tasksOf('qu-fazhi-ban').includes(number));
    expect(both.length).toBeGreaterThan(1);
    expect(await ask(page, '编办和法制办共同的任务')).toEqual(both);
    expect(await page.locator('#qu-bian-ban, #qu-fazhi-ban').filter({ visible: true }).count()).toBe(2);
    await ask(page, '');
    expect(await page.locator('mark').count()).toBe(0);
    await page.context().close();
  });

  test('says how it searched: what was left out of a query, or that nothing in it can be searched for', async () => {
    const { page } = await site.newPage();
    await page.goto(file);
    for (const [query, said] of [
      ['***', '输入的内容里没有文字或数字，无从搜索。'],
      ['加快，推进', '含有这些字（不计标点、符号和空格）的：'],
      ['１７年', '含有这些字（按“17年”搜索）的：'],
      ['加快推进', '含有这些字的：'],
      ['量子-咖啡', '没有找到含有这些字的内容（不计标点、符号和空格）。'],
    ] as const) {
      await ask(page, query);
      expect((await page.textContent('[data-status]'))?.slice(0, said.length), query).toBe(said);
    }
    await page.context().close();
  });

  test('leads to its places, even to one that the search has hidden', async () => {
    const { page, problems } = await site.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${file}#%`);
    await page.goto(`${file}#task-10`);
    expect(await page.locator('#task-10').evaluate((task) => task.getBoundingClientRect().top)).toBeLessThan(
      370,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    // A name that no task writes: its unit is found, its tasks are hidden.
    const unwritten = (name: string) =>
      plan.tasks.every(({ sourceText }) => !plain(sourceText).includes(name));
    const unit = plan.units.find(({ aliases }) => aliases.some(unwritten));
    expect(await ask(page, unit?.aliases.find(unwritten) ?? '')).toEqual([]);
    await page
      .locator(`#${unit?.id ?? ''}`)
      .getByRole('link', { name: /^任务/ })
      .first()
      .click();
    await page.waitForFunction(
      () => location.hash.startsWith('#task-') && !document.querySelector(':target')?.closest('[hidden]'),
    );
    expect(await page.locator(':target').isVisible()).toBe(true);
    expect(await page.locator('#find').inputValue()).toBe('');
    expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([]);
  });

  test('is all there without script', async () => {
    const { page } = await site.newPage({ javaScriptEnabled: false });
    await page.goto(file);
    expect(await page.locator('.numbered:visible').count()).toBe(plan.tasks.length);
    expect(await page.locator('article:visible').count()).toBeGreaterThan(plan.units.length);
    expect(await page.locator('[data-find]').isVisible()).toBe(false);
  });
});
