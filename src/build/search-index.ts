import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { simplify } from '../chinese.ts';
import { shelvesOf } from '../plan/shelves.ts';
import { textsOf, type TextPage } from '../plan/texts.ts';
import { variantsOf } from '../plan/variants.ts';
import { pagefindIndex } from './pagefind.ts';
import { searchPages, type Indexed } from './search-page.ts';

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
        const files = await searchFiles(builtPages(root));
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
export async function searchFiles(built: Iterable<BuiltPage>): Promise<SearchFile[]> {
  const pages = pagesInOrder(built);
  const written = pages.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
  const texts = textsOf(pages, variantsOf(written, simplify));
  return [json(TEXTS, texts), ...(texts.complete ? await pagefindIndex(pages) : shelfFiles(pages))];
}

function shelfFiles(from: TextPage[]): SearchFile[] {
  const { catalogue, filters, places, pages } = shelvesOf(from);
  return [
    json('search/catalogue.json', catalogue),
    json('search/filters.json', filters),
    ...places.map((shelf, number) => json(`search/places-${number}.json`, shelf)),
    ...pages.map((shelf, number) => json(`search/pages-${number}.json`, shelf)),
  ];
}

const json = (path: string, value: unknown): SearchFile => ({
  path,
  content: new TextEncoder().encode(JSON.stringify(value)),
});

/** Everything that can be found, in the order in which results are listed. */
export function pagesInOrder(built: Iterable<BuiltPage>): TextPage[] {
  const found: Indexed[] = [];
  for (const { html, url } of built) found.push(...searchPages(html, url));
  found.sort((a, b) => {
    const at = a.place.findIndex((value, index) => value !== b.place[index]);
    return (a.place[at] ?? 0) - (b.place[at] ?? 0);
  });
  return found.map(({ page }) => page);
}

/** Reads page after page: all of a large site at once would take a gigabyte. */
function* builtPages(root: string): Generator<BuiltPage> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => extname(one) === '.html').sort()) {
    const address = `/${relative('', name).split(sep).join('/')}`;
    yield { url: address.replace(/\/index\.html$/, '/'), html: readFileSync(join(root, name), 'utf8') };
  }
}

function mediaType(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript';
  return file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
