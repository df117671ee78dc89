/**
 * Measures the search as a reader with a slow line and a slow processor meets it: 1.6 Mbit/s, 150 ms a request,
 * a fourth of this machine's speed, everything sent with brotli, nothing in the cache. Needs dist/.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openSite } from '../support/browser.ts';
import { serveCompressed } from './compressed.ts';

const RUNS = 5;
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const SLOWNESS = 4;
const server = await serveCompressed(fileURLToPath(new URL('../../dist/', import.meta.url)));

interface Measured {
  ms: number;
  bytes: number;
}

/** Opens a page under the conditions and does something on it. */
async function measureOnce(
  browser: Browser,
  measure: (page: Page, url: string) => Promise<number>,
): Promise<Measured> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
  server.sent();
  const ms = await measure(page, `${server.url}/search/`);
  const measured = { ms, bytes: server.sent() };
  await context.close();
  return measured;
}

/** When an element first stood on the page, in milliseconds since the page was asked for. */
async function stands(page: Page, selector: string): Promise<number> {
  const seen = await page.waitForFunction(
    (wanted) => document.querySelector(wanted) && performance.now(),
    selector,
    {
      polling: 'raf',
    },
  );
  return Number(await seen.jsonValue());
}

const opening = (query: string, selector: string) => async (page: Page, url: string) => {
  await page.goto(`${url}?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
  return stands(page, selector);
};

/** Types on a page that has stood for a while. */
const typing = (query: string) => async (page: Page, url: string) => {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.focus('input[type=search][name=q]');
  const before = await page.evaluate(() => performance.now());
  await page.keyboard.insertText(query);
  return (await stands(page, `[data-query="${query}"]`)) - before;
};

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const exact = '[data-match=exact] [data-result]';
const cases: [what: string, measure: (page: Page, url: string) => Promise<number>][] = [
  ['opening /search/?q=多证合一, first exact result', opening('多证合一', exact)],
  ['opening /search/?q=区发改局, first exact result', opening('区发改局', exact)],
  ['opening /search/?q=区, first exact result of very many', opening('区', exact)],
  ['typing 多证合一 on the open page, all results', typing('多证合一')],
  [
    'opening /search/?q=教育部, nothing exact: similar texts',
    opening('教育部', '[data-match=related] [data-result]'),
  ],
];

const site = await openSite();
for (const [what, measure] of cases) {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measureOnce(site.browser, measure));
  const kilobytes = median(runs.map(({ bytes }) => bytes)) / 1000;
  const seconds = median(runs.map(({ ms }) => ms)) / 1000;
  console.log(`${seconds.toFixed(2)} s  ${kilobytes.toFixed(1).padStart(6)} KB  ${what}`);
}
await site.close();
server.close();
