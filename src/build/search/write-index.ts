import { readFile, rm, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Connect } from 'vite';
import { simplifiedForms } from '../../text/dictionaries.ts';
import { shardsOf } from '../../search/shards.ts';
import { textsOf, type TextPage } from '../../search/text-pages.ts';
import { variantsOf } from '../../text/traditional.ts';
import { pagefindIndex } from './pagefind.ts';
import type { Indexed } from './read-page.ts';
import type { BuiltSite, SearchFile } from '../shared/built-site.ts';

const TEXTS = 'search/texts.json';

/** Writes what the search needs of what was found on the pages. */
export async function searchIndex({ root, log }: BuiltSite, found: Indexed[]): Promise<void> {
  const files = await searchFiles(pagesInOrder(found));
  await rm(join(root, 'pagefind'), { recursive: true, force: true });
  await Promise.all(
    [...new Set(files.map(({ path }) => dirname(path)))].map((folder) =>
      mkdir(join(root, folder), { recursive: true }),
    ),
  );
  await Promise.all(files.map(({ path, content }) => writeFile(join(root, path), content)));
  const size = files.reduce((sum, { content }) => sum + content.length, 0);
  log(`search: ${files.length} files, ${Math.round(size / 1024)} KB`);
}

/** In development the search is the one of the last build. */
export function serveSearch(outDir: string, base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
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
  };
}

/** Builds the files of the search; the same pages always give the same bytes. */
export async function searchFiles(pages: TextPage[]): Promise<SearchFile[]> {
  const written = pages.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
  const texts = textsOf(pages, variantsOf(written, simplifiedForms()));
  return [json(TEXTS, texts), ...(texts.complete ? await pagefindIndex(pages) : shelfFiles(pages))];
}

function shelfFiles(from: TextPage[]): SearchFile[] {
  const { catalogue, filters, places, pages } = shardsOf(from);
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
export function pagesInOrder(found: Indexed[]): TextPage[] {
  return found
    .toSorted((a, b) => {
      const at = a.place.findIndex((value, index) => value !== b.place[index]);
      return (a.place[at] ?? 0) - (b.place[at] ?? 0);
    })
    .map(({ page }) => page);
}

function mediaType(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript';
  return file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
