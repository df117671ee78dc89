/** What the policy of the pages (src/build/pages/csp.ts) stops, and that it stops nothing of ours. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type WatchedPage } from '../support/browser.ts';
import { pageKinds } from '../support/kinds.ts';
import { answered, box } from '../support/search/searching.ts';

declare global {
  interface Window {
    /** What the browser reported: the rule that was broken, and by what. */
    reports: string[];
    /** Set by foreign code that ran. */
    ran: string[];
  }
}

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function newPage(options?: BrowserContextOptions): Promise<WatchedPage> {
  const watched = await site.newPage(options);
  await watched.page.addInitScript(() => {
    window.reports = [];
    window.ran = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      window.reports.push(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
    });
  });
  return watched;
}

const reports = (page: Page) => page.evaluate(() => window.reports);
const ran = (page: Page) => page.evaluate(() => window.ran);

test('every kind of page has the policy, and nothing on it breaks it', async () => {
  const { page, problems } = await newPage();
  for (const address of [...pageKinds(), '/timeline/embed/', '/matrix/embed/together/']) {
    await page.goto(site.url(address), { waitUntil: 'load' });
    expect(await reports(page), address).toEqual([]);
    const refused = await page.evaluate(() => {
      try {
        Object.assign(document.body, { innerHTML: '<b></b>' });
        return 'taken';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(refused, address).toBe('TypeError');
  }
  expect(problems.filter((problem) => !/404|TrustedHTML/.test(problem))).toEqual([]);
});

test('a search starts its worker and breaks nothing, and goes on where workers do not start', async () => {
  const { page, problems } = await newPage();
  const address = site.url(`/search/?q=${encodeURIComponent('行政审批具制度')}`);
  await page.goto(address);
  const { related } = await answered(page, '行政审批具制度');
  expect(related.length).toBeGreaterThan(0);
  expect(page.workers().map((worker) => worker.url())).toEqual([site.url('/pagefind/pagefind-worker.js')]);
  expect(await reports(page)).toEqual([]);
  await page.context().route(/pagefind-worker/, (route) => route.abort());
  await page.goto(address);
  expect((await answered(page, '行政审批具制度')).related).toEqual(related);
  expect(await reports(page)).toEqual([]);
  expect(problems.filter((problem) => !problem.includes('pagefind-worker.js'))).toEqual([]);
});

/** What somebody might get into a page, each with the rule that stops it. */
const injected: [html: string, rule: string][] = [
  ['<script>ran.push("script")</script>', 'script-src-elem inline'],
  ['<script type="module">ran.push("module")</script>', 'script-src-elem inline'],
  ['<script src="data:text/javascript,ran.push(1)"></script>', 'script-src-elem data'],
  ['<script src="https://other.invalid/x.js"></script>', 'script-src-elem https://other.invalid/x.js'],
  ['<img src="" alt="" onerror="ran.push(\'image\')">', 'script-src-attr inline'],
  ['<svg onload="ran.push(\'svg\')"></svg>', 'script-src-attr inline'],
  ['<p style="color: red">', 'style-src-attr inline'],
  ['<style>main { display: none }</style>', 'style-src-elem inline'],
  [
    '<link rel="stylesheet" href="https://other.invalid/x.css">',
    'style-src-elem https://other.invalid/x.css',
  ],
  ['<img src="https://other.invalid/x.png" alt="">', 'img-src https://other.invalid/x.png'],
  ['<iframe src="https://other.invalid/" title="x"></iframe>', 'frame-src https://other.invalid'],
  ['<object data="https://other.invalid/x"></object>', 'object-src https://other.invalid'],
  ['<base href="https://other.invalid/">', 'base-uri https://other.invalid/'],
  ['<a id="foreign" href="javascript:ran.push(\'link\')">link</a>', 'script-src-elem inline'],
  [
    '<form action="https://other.invalid/"><button id="foreign">send</button></form>',
    'form-action https://other.invalid/',
  ],
];

test('what is injected into a page does nothing', async () => {
  const { page } = await newPage();
  let html = '';
  await page.context().route(site.url('/tasks/1/'), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<h1', `${html}<h1`) });
  });
  for (const [foreign, rule] of injected) {
    html = foreign;
    await page.goto(site.url('/tasks/1/'));
    for (const link of await page.locator('#foreign').all()) await link.dispatchEvent('click');
    await page.waitForFunction(() => window.reports.length > 0, undefined, { timeout: 5_000 });
    // Twice where the server sends the same rule.
    const broken = [...new Set((await reports(page)).map((report) => report.slice(0, rule.length)))];
    expect({ html, broken, ran: await ran(page) }).toEqual({ html, broken: [rule], ran: [] });
    expect(page.url()).toBe(site.url('/tasks/1/'));
    expect(await page.locator('h1').isVisible()).toBe(true);
  }
});

/** Ways from words to code. */
const sinks: Record<string, (words: string) => unknown> = {
  innerHTML: (words) => Object.assign(document.body, { innerHTML: words }),
  outerHTML: (words) => Object.assign(document.body, { outerHTML: words }),
  insertAdjacentHTML: (words) => {
    document.body.insertAdjacentHTML('beforeend', words);
  },
  fragment: (words) => new Range().createContextualFragment(words),
  parser: (words) => new DOMParser().parseFromString(words, 'text/html'),
  frame: (words) => (document.createElement('iframe').srcdoc = words),
  handler: (words) => {
    document.body.setAttribute('onclick', words);
  },
  script: (words) => (document.createElement('script').text = words),
  address: (words) => (document.createElement('script').src = words),
  worker: (words) => new Worker(words),
  'kept worker': (words) => navigator.serviceWorker.register(words),
  policy: (words) =>
    (
      window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
    ).trustedTypes.createPolicy('foreign', { createHTML: () => words }),
};

test.for(['/tasks/1/', '/search/', '/timeline/embed/'])('on %s no words become code', async (address) => {
  const { page } = await newPage({ serviceWorkers: 'allow' });
  await page.goto(site.url(address), { waitUntil: 'load' });
  const words = '<img src="" onerror="ran.push(1)">';
  for (const [name, sink] of Object.entries(sinks)) {
    const ending = await page.evaluate(
      async ([code, value]) => {
        const run = (0, eval)(`(${code})`) as (words: string) => unknown;
        return Promise.resolve()
          .then(() => run(value))
          .then(
            () => 'passed',
            (error: unknown) => (error as Error).name,
          );
      },
      [sink.toString(), words] as const,
    );
    expect({ name, ending }).toEqual({ name, ending: 'TypeError' });
  }
  expect(await ran(page)).toEqual([]);
});

test('nobody leaves a cookie, and storage holds nothing that the reader did not choose', async () => {
  const { page } = await newPage();
  for (const address of [
    '/',
    '/tasks/12/',
    `/search/?q=${encodeURIComponent('审批')}`,
    '/timeline/',
    '/data/',
  ]) {
    await page.goto(site.url(address));
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    expect({ address, kept }).toEqual({ address, kept: ['', 0, 0] });
  }
  expect(await page.context().cookies()).toEqual([]);
});

test('without https, as in many an intranet, all works but the site is not kept offline', async () => {
  // Only https and this machine's own name are secure to a browser.
  const intranet = await openSite({ args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'] });
  const at = (address: string) => intranet.url(address).replace('//localhost', '//intranet.test');
  const context = await intranet.browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', ({ message }) => problems.push(message));
  await page.goto(at('/tasks/1/'));
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
  await page.locator('#s1 > .anchor').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-said]', { hasText: '已复制第1句的链接' }).waitFor({ state: 'attached' });
  await page.goto(at(`/search/?q=${encodeURIComponent('行政审批具制度')}`));
  expect((await answered(page, '行政审批具制度')).related.length).toBeGreaterThan(0);
  // What was copied is pasted into the search box, since no script may read the clipboard here.
  const pasted = async () => {
    await page.fill(`header ${box}`, '');
    await page.focus(`header ${box}`);
    await page.keyboard.press('ControlOrMeta+V');
    return page.inputValue(`header ${box}`);
  };
  const address = page.url();
  await page.getByRole('button', { name: '复制链接' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  expect(await pasted()).toBe(address);
  await page.goto(at('/timeline/'));
  await page.getByText('嵌入其他网页').click();
  const lines = await page.locator('[data-embed]').inputValue();
  await page.getByRole('button', { name: '复制代码' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  expect(lines).toContain('<iframe src="http');
  expect(await pasted()).toBe(lines);
  await page.goto(at('/about/'));
  await page.focus(`header ${box}`);
  await page.keyboard.type('公安局');
  await page.locator('header [role=option]').first().waitFor();
  expect(problems).toEqual([]);
  await intranet.close();
});
