/** The service worker that keeps the site for use without a network: /sw.js with the list of files to keep. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, matchesGlob, sep } from 'node:path';
import { bundle } from '../shared/bundle.ts';
import type { BuiltSite } from '../shared/built-site.ts';

/** A file that the service worker keeps: its address relative to the worker's own, and what it must be. */
export interface KeptFile {
  url: string;
  integrity: string;
}

export interface Kept {
  files: KeptFile[];
  /** Bytes of all of them as browsers store them. */
  stored: number;
}

// Everything is kept that a reader opens. These files are for programs, or repeat what is kept: single tasks and units
// are in plan.json and plan.md, and charts are kept as SVG; tasks for other sites are shown where there is a network.
const NOT_KEPT = [
  'tasks/*/embed/index.html',
  'sw.js',
  'robots.txt',
  'sitemap*.xml',
  '**/*.ics',
  'data/{tasks,units}/*',
  '{tasks,units,sections}/*.md',
  'data/{schema,datapackage}.json',
  'data/*.{xml,zip}',
  'feed.xml',
  '**/*.{png,jpg,webp}',
];

// Of a larger site nothing is kept: nobody is sent many megabytes unasked. The single file is there for that.
const KEPT_LIMIT = 24_000_000;

/** Writes the service worker; it has to run last, since it lists all other files. */
export async function serviceWorker({ root, log }: BuiltSite): Promise<void> {
  const { files, stored } = await writeWorker(root);
  log(`kept offline: ${files.length} files, ${Math.round(stored / 1024)} KB`);
}

/** Writes sw.js for the site in a folder; the same files always give the same bytes. */
export async function writeWorker(root: string): Promise<Kept> {
  const kept = await keptFiles(root);
  const worker = new URL('../../client/offline/worker.ts', import.meta.url);
  const code = await bundle(worker, {
    KEPT: kept.files,
    VERSION: sha256(JSON.stringify(kept.files)).toString('hex').slice(0, 16),
    STORED: kept.stored,
  });
  await writeFile(join(root, 'sw.js'), code);
  return kept;
}

/** Lists what the service worker keeps of the site in a folder; nothing where that is too much to send unasked. */
export async function keptFiles(root: string): Promise<Kept> {
  const names = await readdir(root, { recursive: true });
  const wanted = names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !NOT_KEPT.some((glob) => matchesGlob(name, glob)));
  const stats = await Promise.all(wanted.map(async (path) => ({ path, stat: await stat(join(root, path)) })));
  const found = stats.filter(({ stat }) => stat.isFile());
  const stored = found.reduce((sum, { stat }) => sum + stat.size, 0);
  if (stored > KEPT_LIMIT) return { files: [], stored: 0 };
  const paths = found.map(({ path }) => path).sort();
  return { files: await Promise.all(paths.map((path) => keptFile(root, path))), stored };
}

const keptFile = async (root: string, path: string): Promise<KeptFile> => ({
  // As a page is asked for; some servers redirect index.html to it.
  url: `./${path.replace(/(^|\/)index\.html$/, '$1')}`,
  integrity: `sha256-${sha256(await readFile(join(root, path))).toString('base64')}`,
});

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest();
