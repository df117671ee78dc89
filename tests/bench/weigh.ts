/** What the site of a build weighs, for those who keep it and for those who read it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plan } from '../../src/plan/model.ts';
import { openSite } from '../support/browser.ts';
import { serveCompressed } from './compressed.ts';
import { longestWhileTyping } from './search-cases.ts';

export interface Weight {
  pages: number;
  bytes: number;
  /** Compressed. */
  largest: { name: string; bytes: number };
  index: number;
  firstResult: number;
  /** Of the main thread while a reader types, in milliseconds on a processor four times slower; 0 where none took 50 or more. */
  longestTask: number;
}

/** Pages among which the largest is looked for. */
const CANDIDATES = 10;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** What a build has left, and what a reader is sent for the first result of a search. */
export async function weigh(dist: string, plan: Plan): Promise<Weight> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stat: statSync(join(dist, name)) }))
    .filter(({ stat }) => stat.isFile());
  const sum = (some: typeof files) => some.reduce((bytes, { stat }) => bytes + stat.size, 0);
  const pages = files.filter(({ name }) => name.endsWith('.html'));
  return {
    pages: pages.length,
    bytes: sum(files),
    largest: largestOf(
      dist,
      // The whole edition in one file is no page to read on the way.
      pages.filter(({ name }) => name !== 'offline.html'),
    ),
    index: sum(files.filter(({ name }) => /^(?:pagefind|search)[\\/].*(?<!\.html)$/.test(name))),
    firstResult: await firstResult(dist, plan),
    longestTask: await longestWhileTyping(dist, 3),
  };
}

/** The page of which most is sent, compressed. */
function largestOf(dist: string, pages: { name: string; stat: { size: number } }[]): Weight['largest'] {
  const [largest] = pages
    .toSorted((a, b) => b.stat.size - a.stat.size)
    .slice(0, CANDIDATES)
    .map(({ name }) => ({ name, bytes: brotliCompressSync(readFileSync(join(dist, name)), QUALITY).length }))
    .sort((a, b) => b.bytes - a.bytes);
  if (!largest) throw new Error(`${dist} has no page.`);
  return largest;
}

/** Bytes from opening the search for words of one task until that task stands there. */
async function firstResult(dist: string, { tasks }: Plan): Promise<number> {
  const task = tasks[Math.floor(tasks.length / 2)];
  const server = await serveCompressed(dist);
  const site = await openSite({ dir: dist });
  try {
    const { page } = await site.newPage();
    server.sent();
    await page.goto(`${server.url}/search/?q=${encodeURIComponent(task?.title ?? '')}`, {
      waitUntil: 'commit',
    });
    await page.waitForSelector(`[data-match=exact] [data-result] a[href^="/tasks/${task?.number ?? 0}/"]`);
    return server.sent();
  } finally {
    await site.close();
    server.close();
  }
}
