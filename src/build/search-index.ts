import { readFile, readdir, rm, mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { simplify } from '../chinese.ts';
import { textsOf, type TextPage } from '../plan/texts.ts';
import { variantsOf } from '../plan/variants.ts';
import { pagefindIndex } from './pagefind.ts';
import { searchPages } from './search-page.ts';

/** A page as built: its address without the base path, and its HTML. */
export interface BuiltPage {
  url: string;
  html: string;
}

/** A file of the search; `path` is relative to dist/. */
export interface SearchFile {
  path: string;
  content: Uint8Array;
}

const TEXTS = 'search/texts.json';

/** Builds what the search needs from the finished pages of the site and serves the last of it in development. */
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
          const address = (request.originalUrl ?? '').replace(/[?#].*$/, '').replace(base, '');
          const file = resolve(outDir, address);
          if (address !== TEXTS && !file.startsWith(join(outDir, 'pagefind') + sep)) {
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
        const files = await searchFiles(await builtPages(root));
        await rm(join(root, 'pagefind'), { recursive: true, force: true });
        for (const { path, content } of files) {
          await mkdir(dirname(join(root, path)), { recursive: true });
          await writeFile(join(root, path), content);
        }
        const size = files.reduce((sum, { content }) => sum + content.length, 0);
        logger.info(`search: ${files.length} files, ${Math.round(size / 1024)} KB`);
      },
    },
  };
}

/** Builds the files of the search; the same pages always give the same bytes. */
export async function searchFiles(built: BuiltPage[]): Promise<SearchFile[]> {
  const pages = pagesInOrder(built);
  const written = pages.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
  const texts = JSON.stringify(textsOf(pages, variantsOf(written, simplify)));
  return [{ path: TEXTS, content: new TextEncoder().encode(texts) }, ...(await pagefindIndex(pages))];
}

/** Everything that can be found, in the order in which results are listed. */
export function pagesInOrder(built: BuiltPage[]): TextPage[] {
  const found = built.flatMap(({ html, url }) => searchPages(html, url));
  found.sort((a, b) => {
    const at = a.place.findIndex((value, index) => value !== b.place[index]);
    return (a.place[at] ?? 0) - (b.place[at] ?? 0);
  });
  return found.map(({ page }) => page);
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

function mediaType(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript';
  return file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
