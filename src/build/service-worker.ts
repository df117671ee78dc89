import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { getManifest } from 'workbox-build';
import type { Texts } from '../plan/texts.ts';
import { bundle } from './bundle.ts';

/** A file that the worker keeps: its address from the worker's own, and what it must be. */
export interface KeptFile {
  url: string;
  revision: string;
  integrity: string;
}

export interface Kept {
  files: KeptFile[];
  /** Bytes of all of them, each compressed as servers do on the fly; with gzip it is about a tenth more. */
  transferred: number;
}

// Everything is kept that a reader opens. These are asked for by programs, or repeat what is kept: the files of single
// tasks and units stand in plan.json, the pictures as SVG, the rest is made for other programs.
const NOT_KEPT = [
  'sw.js',
  'robots.txt',
  'sitemap*.xml',
  '**/*.ics',
  'data/{tasks,units}/*',
  'data/{schema,datapackage}.json',
  'data/*.{xml,zip}',
  'feed.xml',
  '**/*.{png,jpg,webp}',
];

// What nginx's brotli does unless told otherwise.
const ON_THE_FLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** Writes the worker that keeps the whole site for use without a network. It has to run last. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { files, transferred } = await writeWorker(fileURLToPath(dir));
        logger.info(`kept offline: ${files.length} files, ${Math.round(transferred / 1024)} KB compressed`);
      },
    },
  };
}

/** Writes sw.js for the site in a folder; the same files always give the same bytes. */
export async function writeWorker(root: string): Promise<Kept> {
  const kept = await keptFiles(root);
  const worker = new URL('../scripts/offline/worker.ts', import.meta.url);
  const code = await bundle(worker, { KEPT: kept.files, TRANSFERRED: kept.transferred });
  await writeFile(join(root, 'sw.js'), code);
  return kept;
}

/** Lists what the worker keeps of the site in a folder. */
export async function keptFiles(root: string): Promise<Kept> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: root,
    globPatterns: ['**/*'],
    globIgnores: [...NOT_KEPT, ...((await areTextsComplete(root)) ? ['pagefind/**'] : [])],
    maximumFileSizeToCacheInBytes: Number.MAX_SAFE_INTEGER,
  });
  if (warnings.length > 0) throw new Error(`Service worker: Workbox reports\n${warnings.join('\n')}`);
  const paths = manifestEntries.map(({ url }) => url).sort();
  const files: KeptFile[] = [];
  let transferred = 0;
  for (const path of paths) {
    const bytes = await readFile(join(root, path));
    const hash = createHash('sha256').update(bytes).digest();
    files.push({
      // As a page is asked for; some servers send index.html on to it.
      url: `./${path.replace(/(^|\/)index\.html$/, '$1')}`,
      revision: hash.toString('hex').slice(0, 16),
      integrity: `sha256-${hash.toString('base64')}`,
    });
    transferred += brotliCompressSync(bytes, ON_THE_FLY).length;
  }
  return { files, transferred };
}

/** Where they are, whatever Pagefind finds is found in them. */
async function areTextsComplete(root: string): Promise<boolean> {
  const { complete } = JSON.parse(await readFile(join(root, 'search/texts.json'), 'utf8')) as Texts;
  return complete;
}
