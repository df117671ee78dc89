/**
 * Measures the search as a reader with a slow line and a slow processor meets it: 1.6 Mbit/s, 150 ms a request,
 * a fourth of this machine's speed, everything sent with brotli, nothing in the cache. Needs dist/.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openSite } from '../browser/browser.ts';

const RUNS = 5;
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const SLOWNESS = 4;
const dist = new URL('../../dist/', import.meta.url);
const types: Record<string, string> = {
  '': 'text/html',
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const compressed = new Map<string, Buffer>();
let sent = 0;

const server = createServer((request, response) => {
  const path = (request.url ?? '/').replace(/[?#].*$/, '').replace(/\/$/, '/index.html');
  try {
    const body = compressed.get(path) ?? brotliCompressSync(readFileSync(new URL(`.${path}`, dist)));
    compressed.set(path, body);
    sent += body.length;
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});

interface Measured {
  ms: number;
  bytes: number;
}

/** Opens a page under the conditions and does something on it. */
async function once(
  browser: Browser,
  measure: (page: Page, url: string) => Promise<number>,
): Promise<Measured> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
  sent = 0;
  const ms = await measure(page, `http://localhost:${(server.address() as AddressInfo).port}/search/`);
  const measured = { ms, bytes: sent };
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

await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const site = await openSite();
for (const [what, measure] of cases) {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await once(site.browser, measure));
  const kilobytes = median(runs.map(({ bytes }) => bytes)) / 1000;
  const seconds = median(runs.map(({ ms }) => ms)) / 1000;
  console.log(`${seconds.toFixed(2)} s  ${kilobytes.toFixed(1).padStart(6)} KB  ${what}`);
}
await site.close();
server.close();
