import { readFile, readdir, rm, mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { pageForIndex } from './search-page.ts';

/** A page as built: its address without the base path, and its HTML. */
export interface BuiltPage {
  url: string;
  html: string;
}

/** A file of the index; `path` is relative to /pagefind/. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

// What a search needs; the ready-made interfaces that Pagefind adds are left out.
const NEEDED = /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|.*\.pagefind)$/;

/** Builds the search index of the site from its finished pages and serves the last one in development. */
export function searchIndex(): AstroIntegration {
  let base = '/';
  let outDir = 'dist';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
        outDir = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const address = (request.originalUrl ?? '').replace(/[?#].*$/, '');
          const folder = join(outDir, 'pagefind');
          const file = resolve(outDir, address.slice(base.length));
          if (!address.startsWith(`${base}pagefind/`) || !file.startsWith(folder + sep)) {
            next();
            return;
          }
          readFile(file).then(
            (content) => {
              response.setHeader('Content-Type', mediaType(file));
              response.end(content);
            },
            () => {
              response.statusCode = 404;
              response.end();
            },
          );
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await indexFiles(await builtPages(root));
        await writeIndex(files, join(root, 'pagefind'));
        const size = files.reduce((sum, file) => sum + file.content.length, 0);
        logger.info(`search index: ${files.length} files, ${Math.round(size / 1024)} KB`);
      },
    },
  };
}

/** Builds the files of the index; the same pages always give the same bytes. */
export async function indexFiles(pages: BuiltPage[]): Promise<IndexFile[]> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
    stopAt(errors);
    if (!index) throw new Error('Search index: Pagefind gave no index.');
    for (const page of pages) {
      const content = pageForIndex(page.html, page.url);
      if (content === undefined) continue;
      stopAt((await index.addHTMLFile({ url: page.url, content })).errors);
    }
    const written = await index.getFiles();
    stopAt(written.errors);
    return written.files.filter((file) => NEEDED.test(file.path)).map(failLoudly);
  } finally {
    await pagefind.close();
  }
}

function stopAt(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Search index: Pagefind reports\n${errors.join('\n')}`);
}

/** Where Pagefind 1.5 logs a failed download of a piece of the index and goes on as if it were empty. */
const SWALLOWED = /catch\(e\)\{(?=console\.error\(`Failed to load the index chunk)/;

/** A piece of the index that did not arrive must not read as "no result": the download fails the search instead. */
function failLoudly(file: IndexFile): IndexFile {
  if (!file.path.endsWith('.js')) return file;
  const script = new TextDecoder().decode(file.content);
  if (!SWALLOWED.test(script)) {
    throw new Error(`Search index: ${file.path} has changed; look there how a failed download is treated.`);
  }
  return {
    path: file.path,
    content: new TextEncoder().encode(script.replace(SWALLOWED, 'catch(e){throw e;')),
  };
}

async function builtPages(root: string): Promise<BuiltPage[]> {
  const names = await readdir(root, { recursive: true });
  const files = names.filter((name) => extname(name) === '.html').sort();
  return Promise.all(
    files.map(async (name) => {
      const address = `/${relative('', name).split(sep).join('/')}`;
      return { url: address.replace(/\/index\.html$/, '/'), html: await readFile(join(root, name), 'utf8') };
    }),
  );
}

async function writeIndex(files: IndexFile[], folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const file of files) {
    const target = join(folder, file.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
}

function mediaType(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript';
  return file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
