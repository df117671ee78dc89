/** One version of the site after another over open tabs, with all that goes wrong between, in a real browser. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { PAGES, startFaultyHost, type Fault, type FaultyHost } from '../support/faulty-host.ts';

let chromium: Browser;
beforeAll(async () => {
  chromium = await launch();
});
afterAll(() => chromium.close());

interface Visit {
  at: FaultyHost;
  context: BrowserContext;
  page: Page;
  browser: CDPSession;
}

/** A host with version 0, kept by a browser of its own. */
async function visit(): Promise<Visit> {
  const at = await startFaultyHost();
  await at.deploy('0');
  const context = await chromium.newContext();
  const page = await context.newPage();
  const browser = await context.newCDPSession(page);
  onTestFinished(async () => {
    await context.close();
    await at.stop();
  });
  await page.goto(at.url(''));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto(at.url(''));
  await page.locator('[data-offline]:not([hidden])').waitFor();
  return { at, context, page, browser };
}

/** The version of the page in a tab; its script and what it loads later have to be of the same. */
async function versionOf(page: Page): Promise<string> {
  const versions = await page.evaluate(async () => [
    document.getElementById('version')?.textContent,
    document.getElementById('script')?.textContent,
    await fetch('/site/part.json').then((response) => response.json() as Promise<string>),
  ]);
  return [...new Set(versions)].join(' and ');
}

async function follow(page: Page, to: number): Promise<void> {
  await page.click(`#to-${to}`);
  await page.getByRole('heading', { name: `page ${to}`, exact: true }).waitFor({ timeout: 10_000 });
  await page.waitForLoadState();
}

/** Looks for a new version and waits until its download has ended, well or not. */
const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/site/');
    await registration?.update().catch(() => undefined);
    for (let worker = registration?.installing; worker; worker = registration?.installing) {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      worker.addEventListener('statechange', resolve, { once: true });
      await promise;
    }
  });

const cachesOf = (page: Page) => page.evaluate(async () => (await caches.keys()).length);

async function afterReload<T>(page: Page, ask: (page: Page) => Promise<T>): Promise<T> {
  await page.reload();
  return ask(page);
}

/** What a script that runs beside the page is, and loads. */
const besideOf = (page: Page) =>
  page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const worker = new Worker('/site/beside.js');
    worker.onmessage = ({ data }) => {
      resolve(data as string);
    };
    worker.postMessage('');
    return promise;
  });

/** Stops the worker as browsers do when it has nothing to do. */
async function stopWorker(browser: CDPSession): Promise<void> {
  await browser.send('ServiceWorker.enable');
  await browser.send('ServiceWorker.stopAllWorkers');
}

const pageEntries = (page: Page, names: 'kept' | 'pages' = 'kept') =>
  page.evaluate(async (kind) => {
    const own = (await caches.keys()).filter((name) => name.startsWith(kind));
    const lists = await Promise.all(own.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => url);
  }, names);

const FAULTS: (Fault | 'quota' | 'killed')[] = [
  '404',
  'killed',
  'truncated',
  'quota',
  'captive portal',
  'other content',
  'none',
  '500',
  'killed',
  'no worker',
];

test('ten deployments with faults between, over three open tabs: the version last complete is always there', async () => {
  const { at, context, page, browser } = await visit();
  const tabs = [page, await context.newPage(), await context.newPage()];
  for (const tab of tabs) await tab.goto(at.url('1/'));
  let last = '0';
  for (const [index, fault] of FAULTS.entries()) {
    const next = String(index + 1);
    if (fault === 'quota')
      await browser.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(at.url('')).origin,
        quotaSize: 1000,
      });
    await at.deploy(next, fault === 'killed' ? 'slow' : fault === 'quota' ? 'none' : fault);
    if (fault === 'killed') {
      const [killed] = tabs.splice(index % 3, 1);
      await killed?.goto(at.url('2/'));
      await killed?.waitForTimeout(200);
      await killed?.close();
      await stopWorker(browser);
      await at.deploy(next, '404');
      tabs.push(await context.newPage());
      await tabs.at(-1)?.goto(at.url('3/'));
    } else await update(tabs[index % 3] ?? page);
    if (fault === 'none') last = next;
    for (const [number, tab] of tabs.entries()) {
      await follow(tab, 1 + ((index + number) % PAGES.length));
      expect(await versionOf(tab), `tab ${number} after deployment ${next}: ${fault}`).toBe(last);
    }
    if (fault === 'quota')
      await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(at.url('')).origin });
    // Every second time the same version comes through at a later try.
    if (index % 2 === 1) continue;
    await at.deploy(next);
    await update(tabs[1] ?? page);
    last = next;
    for (const tab of tabs) {
      await follow(tab, 5);
      expect(await versionOf(tab)).toBe(last);
    }
  }
  expect(last).toBe('9');
  await at.stop();
  for (const tab of tabs) {
    for (const to of [2, 3, 4, 1]) {
      await follow(tab, to);
      expect(await versionOf(tab)).toBe(last);
    }
  }
  // What no page is of any more is gone: one version and the list of open pages are left.
  await expect.poll(() => afterReload(page, cachesOf)).toBe(2);
});

test('a link that is clicked while a new version takes over leads on', async () => {
  const { at, context, page } = await visit();
  const reader = await context.newPage();
  await reader.goto(at.url('1/'));
  const done = new AbortController();
  const seen = new Set<string>();
  const reading = (async () => {
    for (let click = 0; !done.signal.aborted; click++) {
      await follow(reader, 1 + (click % PAGES.length));
      seen.add(await versionOf(reader));
    }
  })();
  await expect.poll(() => seen.has('0')).toBe(true);
  for (const next of ['1', '2', '3', '4', '5', '6']) {
    await at.deploy(next);
    await update(page);
    // A busy machine takes its time to the next click.
    await expect.poll(() => seen.has(next), { timeout: 10_000 }).toBe(true);
  }
  done.abort();
  await reading;
  expect([...seen]).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test('an open page stays with its version, also in what it loads later and after the worker has been stopped', async () => {
  const { at, context, page, browser } = await visit();
  const other = await context.newPage();
  await page.goto(at.url('2/'));
  await at.deploy('1');
  await other.goto(at.url('1/'));
  await page.getByText('有新版本，重新载入').waitFor();
  await at.deploy('2');
  await update(other);
  await other.goto(at.url('1/'));
  for (const stop of [false, true]) {
    if (stop) await stopWorker(browser);
    expect([await versionOf(page), await besideOf(page)]).toEqual(['0', '0,0']);
    expect([await versionOf(other), await besideOf(other)]).toEqual(['2', '2,2']);
  }
  await page.getByRole('button', { name: '重新载入' }).click();
  await page.waitForFunction(() => document.getElementById('version')?.textContent === '2');
  expect([await versionOf(page), await besideOf(page)]).toEqual(['2', '2,2']);
  await page.locator('[data-offline]:not([hidden])').waitFor();
  await expect.poll(() => afterReload(page, cachesOf)).toBe(2);
});

test('a version that is taken back is taken back for readers, too, with tabs open and without', async () => {
  const { at, context, page } = await visit();
  const open = await context.newPage();
  await open.goto(at.url('1/'));
  const seen: string[] = [];
  for (const version of ['1', '0', '2', '0', '1']) {
    await at.deploy(version);
    await update(page);
    await follow(page, 3);
    await follow(open, 2);
    seen.push(await versionOf(page), await versionOf(open));
  }
  expect(seen).toEqual(['1', '1', '0', '0', '2', '2', '0', '0', '1', '1']);
  await open.close();
  await at.stop();
  await follow(page, 4);
  expect(await versionOf(page)).toBe('1');
});

test('two deployments between two visits, and the half-loaded one is cut off: the version before is there', async () => {
  const { at, context, page, browser } = await visit();
  await at.deploy('1');
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one?.update()));
  await at.deploy('2', 'slow');
  const other = await context.newPage();
  await other.goto(at.url('1/'));
  await stopWorker(browser);
  await at.stop();
  for (const tab of [page, other]) {
    await follow(tab, 3);
    expect(['0', '1']).toContain(await versionOf(tab));
  }
});

test('a download that was cut off goes on where it stopped, and takes what earlier versions have', async () => {
  const { at, page } = await visit();
  await at.deploy('1', '500');
  at.asked();
  await update(page);
  expect(at.asked()).not.toContain('same.json');
  await at.deploy('1');
  await update(page);
  expect(at.asked().sort()).toEqual(['part.json', 'sw.js']);
  await follow(page, 1);
  expect(await versionOf(page)).toBe('1');
});

test('where there is no room for another version, the one before stays, and not all is downloaded again and again', async () => {
  const { at, page, browser } = await visit();
  const { origin } = new URL(at.url(''));
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await at.deploy('1');
  await update(page);
  at.asked();
  for (const to of [2, 3, 4]) {
    await follow(page, to);
    await update(page);
    expect(await versionOf(page)).toBe('0');
  }
  // A few files at a time, and never one that is there already.
  expect(at.asked().length).toBeLessThan(3 * 7);
});

test('a file that the browser has deleted is kept anew', async () => {
  const { at, page } = await visit();
  const before = await pageEntries(page);
  for (const url of before.filter((one) => !one.endsWith('.files'))) {
    await page.evaluate(async (one) => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(one);
    }, url);
    await page.reload();
    await expect.poll(() => pageEntries(page), { message: url }).toHaveLength(before.length);
    expect(await versionOf(page)).toBe('0');
  }
  await at.stop();
  await follow(page, 3);
  expect(await versionOf(page)).toBe('0');
});

test('a file deleted by the browser and a new version on the host: no page has parts of both, and none goes back', async () => {
  for (const name of ['site/', '3/', 'part.json', 'page.js', '404.html']) {
    const { at, context, page, browser } = await visit();
    const open = await context.newPage();
    await open.goto(at.url('1/'));
    await open.locator('[data-offline]:not([hidden])').waitFor();
    const gone = (await pageEntries(page)).find((url) => url.endsWith(name)) ?? '';
    await page.evaluate(async (url) => {
      for (const cache of await caches.keys()) await (await caches.open(cache)).delete(url);
    }, gone);
    await stopWorker(browser);
    // A version that does not come through, so that the one before has to go on.
    await at.deploy('1', 'no worker');
    const seen: string[] = [];
    for (const to of [3, 1, 3, 2]) {
      await page.goto(at.url(`${to}/`));
      seen.push(await versionOf(page), await besideOf(page));
    }
    expect(seen, gone).toEqual(['1', '1,1', '1', '1,1', '1', '1,1', '1', '1,1']);
    // What is lost is lost for a page that is open, but no other version takes its place.
    const loaded = await open.evaluate(() =>
      fetch('/site/part.json').then(
        (one) => one.text(),
        () => 'lost',
      ),
    );
    expect(['"0"', 'lost'], gone).toContain(loaded);
    // Without the host, what is there.
    await at.stop();
    if (name !== '3/') {
      await follow(page, 3);
      expect(await page.textContent('#version')).toBe('0');
    }
  }
});

test('the worker of deploy/remove-offline takes the site down: nothing is kept, and what the host says is seen', async () => {
  const { at, context, page } = await visit();
  const open = await context.newPage();
  await open.goto(at.url('1/'));
  await page.evaluate(() => caches.open('of another site'));
  const files = new Map([
    ['sw.js', readFileSync('deploy/remove-offline/sw.js')],
    ['404.html', Buffer.from('<h1>closed</h1>')],
  ]);
  await at.deploy(files);
  // The next page that is opened is the last from what was kept.
  await page.goto(at.url('2/'));
  await expect
    .poll(
      () => page.evaluate(async () => [await caches.keys(), await navigator.serviceWorker.getRegistration()]),
      {
        timeout: 10_000,
      },
    )
    .toEqual([['of another site'], undefined]);
  for (const tab of [page, open]) {
    await tab.click('#to-3');
    await tab.getByRole('heading', { name: 'closed' }).waitFor();
    expect(await tab.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
  }
  // The site may come back.
  await at.deploy('1');
  await page.goto(at.url('1/'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto(at.url('1/'));
  await at.stop();
  await follow(page, 2);
  expect(await versionOf(page)).toBe('1');
});
