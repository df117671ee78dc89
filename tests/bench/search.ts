/**
 * `npm run bench:search`: measures the search as a reader with a slow line and a slow processor meets it: 1.6 Mbit/s,
 * 150 ms a request, a fourth of this machine's speed, everything sent with brotli, nothing in the cache. It searches
 * dist/ and, where sizes are given (`-- 650 6500`), generated plans of so many tasks, which it builds.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { PlanData } from '../../src/data/formats/plan-json-fields.ts';
import { buildSite } from '../support/build/build-site.ts';
import { openSite } from '../support/browser.ts';
import { serveCompressed, type Counting } from './compressed.ts';
import { writePlan } from './plans.ts';

const RUNS = 5;
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const SLOWNESS = 4;
/** Where the filters are closed at first. */
const PHONE = { width: 360, height: 740 };

interface Measured {
  ms: number;
  bytes: number;
}

/** Opens a page under the conditions and does something on it. */
async function measureOnce(
  browser: Browser,
  server: Counting,
  measure: (page: Page, url: string) => Promise<number>,
): Promise<Measured> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: PHONE });
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
const related = '[data-match=related] [data-result]';

type Case = [what: string, measure: (page: Page, url: string) => Promise<number>];
const open = (query: string, selector: string, what: string): Case => [
  `opening /search/?q=${query}, ${what}`,
  opening(query, selector),
];

/** Kinds of queries, with words of the plan itself. */
function casesOf({ tasks, units }: PlanData): Case[] {
  const task = tasks[Math.floor(tasks.length / 2)];
  const { title = '', text = '' } = task ?? {};
  const name = units[0]?.name ?? '';
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  const piece = letters.slice(-12, -4);
  return [
    open(title, exact, 'a title'),
    open(piece, exact, 'eight letters'),
    open(name.slice(0, 2), exact, 'two letters'),
    open(name.slice(0, 1), exact, 'one letter'),
    [`typing ${piece} on the open page`, typing(piece)],
    open(`${letters.slice(-12, -8)}某${letters.slice(-8, -4)}`, related, 'nothing exact: similar texts'),
  ];
}

async function measureSite(dist: string): Promise<void> {
  const plan = JSON.parse(readFileSync(join(dist, 'data/plan.json'), 'utf8')) as PlanData;
  console.log(`\n${plan.tasks.length} tasks`);
  const server = await serveCompressed(dist);
  const site = await openSite({ dir: dist });
  for (const [what, measure] of casesOf(plan)) {
    const runs: Measured[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureOnce(site.browser, server, measure));
    const kilobytes = median(runs.map(({ bytes }) => bytes)) / 1000;
    const seconds = median(runs.map(({ ms }) => ms)) / 1000;
    console.log(`${seconds.toFixed(2)} s  ${kilobytes.toFixed(1).padStart(6)} KB  ${what}`);
  }
  await site.close();
  server.close();
}

await measureSite(fileURLToPath(new URL('../../dist', import.meta.url)));
for (const size of process.argv.slice(2).map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writePlan(folder, size);
    await buildSite({ plan: folder, outDir: join(folder, 'dist') });
    await measureSite(join(folder, 'dist'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
