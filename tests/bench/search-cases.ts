/** Measures the search of a built site as a reader with a slow line and a slow processor meets it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PlanData } from '../../src/data/formats/plan-json-fields.ts';
import { openSite } from '../support/browser.ts';
import { serveCompressed, type Counting } from './compressed.ts';

const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const SLOWNESS = 4;
/** Where the filters are closed at first. */
const PHONE = { width: 360, height: 740 };

interface Measured {
  ms: number;
  bytes: number;
  /** The longest task of the main thread, in milliseconds; 0 where none took 50 or more. */
  longest: number;
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
  await page.addInitScript(watchLongTasks);
  server.sent();
  const ms = await measure(page, `${server.url}/search/`);
  const measured = { ms, bytes: server.sent(), longest: await page.evaluate(longestTask) };
  await context.close();
  return measured;
}

/** On the page: notes the tasks of the main thread of 50 ms and more. */
function watchLongTasks(): void {
  const noted: number[] = [];
  Object.assign(globalThis, { longTasks: noted });
  new PerformanceObserver((list) => {
    noted.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
}

const longestTask = () => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks);
/** Forgets the tasks so far, those of opening the page. */
const forgetTasks = () => (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0);

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

/** Between two letters that are typed. */
const PAUSE = 250;

/** Types on a page that has stood for a while, at once as a whole word comes from an input method, or letter by letter. */
const typing = (query: string, pieces = [query]) =>
  async function (page: Page, url: string): Promise<number> {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.focus('input[type=search][name=q]');
    await page.waitForTimeout(1000);
    await page.evaluate(forgetTasks);
    let before = 0;
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await page.waitForTimeout(PAUSE);
      before = await page.evaluate(() => performance.now());
      await page.keyboard.insertText(piece);
    }
    return (await stands(page, `[data-query="${query}"]`)) - before;
  };

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const exact = '[data-match=exact] [data-result]';
const related = '[data-match=related] [data-result]';

/** A letter of most tasks. */
const COMMON = '工';

interface Case {
  what: string;
  measure: (page: Page, url: string) => Promise<number>;
}
const open = (query: string, selector: string, what: string): Case => ({
  what: `opening /search/?q=${query}, ${what}`,
  measure: opening(query, selector),
});

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
    { what: `typing ${piece} on the open page`, measure: typing(piece) },
    { what: `typing ${piece} letter by letter`, measure: typing(piece, Array.from(piece)) },
    { what: `typing ${name} letter by letter`, measure: typing(name, Array.from(name)) },
    { what: `typing ${COMMON}, which most tasks have`, measure: typing(COMMON) },
    open(`${letters.slice(-12, -8)}某${letters.slice(-8, -4)}`, related, 'nothing exact: similar texts'),
  ];
}

/** Kinds of queries on the site in a folder, each so many times; in each row the medians, and the longest task of all. */
export async function measureSearch(
  dist: string,
  runs: number,
  only: (what: string) => boolean = () => true,
): Promise<(Measured & { what: string })[]> {
  const plan = JSON.parse(readFileSync(join(dist, 'data/plan.json'), 'utf8')) as PlanData;
  const server = await serveCompressed(dist);
  const site = await openSite({ dir: dist });
  const rows: (Measured & { what: string })[] = [];
  for (const { what, measure } of casesOf(plan).filter((one) => only(one.what))) {
    const all: Measured[] = [];
    for (let run = 0; run < runs; run++) all.push(await measureOnce(site.browser, server, measure));
    rows.push({
      what,
      ms: median(all.map(({ ms }) => ms)),
      bytes: median(all.map(({ bytes }) => bytes)),
      longest: Math.max(...all.map((run) => run.longest)),
    });
  }
  await site.close();
  server.close();
  return rows;
}

/** The longest task of the main thread while a reader types, in milliseconds; 0 where none took 50 or more. */
export async function longestWhileTyping(dist: string, runs: number): Promise<number> {
  const rows = await measureSearch(dist, runs, (what) => what.startsWith('typing'));
  return Math.max(...rows.map(({ longest }) => longest));
}
