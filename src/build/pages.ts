/** Every page is read once more when all are built: see first-paint.ts and search-page.ts for what is done to it. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { beside } from './beside.ts';
import { firstPaint, ONE_ROUND_TRIP } from './first-paint.ts';
import { searchPages, type Indexed } from './search-page.ts';
import type { BuiltSite } from './site.ts';

/** What one thread does. */
interface Share {
  root: string;
  base: string;
  names: string[];
  withStyles: boolean;
}

interface Finished {
  /** What is to be found on each of the pages, in their order. */
  found: Indexed[][];
  /** Files that no page asks for any more. */
  spare: string[];
}

/** Of more pages than that, styles would be more than half of the whole site: they stay files, as on all other pages. */
const MANY = 1000;
/** A thread needs about as long to begin as so many pages. */
const WORTH_A_THREAD = 300;

/** Makes all pages of a site ready for readers, and returns what the search has to find on them, page by page. */
export async function finishPages({ root, base, publicDir }: BuiltSite): Promise<Indexed[]> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !isForeign(name, publicDir))
    .sort();
  const withStyles = names.filter((name) => ONE_ROUND_TRIP.test(name)).length <= MANY;
  const count = Math.min(availableParallelism(), Math.ceil(names.length / WORTH_A_THREAD));
  const shares = Array.from({ length: count }, (_, share): Share => ({
    root,
    base,
    // Large pages stand side by side: each thread takes every second one.
    names: names.filter((_, index) => index % count === share),
    withStyles,
  }));
  const done =
    count > 1
      ? await Promise.all(shares.map((share) => beside(import.meta.url, finishShare, share)))
      : shares.map(finishShare);
  for (const file of new Set(done.flatMap(({ spare }) => spare))) rmSync(file);
  return names.flatMap((_, index) => done[index % count]?.found[Math.floor(index / count)] ?? []);
}

/** Does the share of one thread. */
export function finishShare({ root, base, names, withStyles }: Share): Finished {
  const paint = firstPaint((address) => join(root, address.slice(base.length)), withStyles);
  const found = names.map((name) => {
    const html = paint.page(name, readFileSync(join(root, name), 'utf8'));
    writeFileSync(join(root, name), html);
    return searchPages(html, `/${name.split(sep).join('/')}`.replace(/\/index\.html$/, '/'));
  });
  return { found, spare: [...paint.written] };
}

/** The edition in one file brings styles, script and policy of its own; what was laid into public/ stays as it is. */
const isForeign = (name: string, publicDir: string) =>
  name === 'offline.html' || existsSync(join(publicDir, name));
