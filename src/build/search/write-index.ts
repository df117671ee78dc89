/** The search index: Pagefind's, and for a plan of usual size the file of all texts beside it. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Connect } from 'vite';
import { entryWords, rankingWords } from '../../search/pagefind-words.ts';
import {
  entriesOf,
  sizeOf,
  TEXT_LIMIT,
  type Entry,
  type TextPage,
  type Texts,
} from '../../search/text-pages.ts';
import { simplifiedForms, syllables } from '../../text/dictionaries.ts';
import { variantsOf } from '../../text/traditional.ts';
import { PagefindWriter, takeFragments } from './pagefind.ts';
import type { Indexed } from './read-page.ts';
import type { BuiltSite } from '../shared/built-site.ts';

const TEXTS = 'search/texts.json';
const SYLLABLES = 'search/syllables.json';
const PAGEFIND = 'pagefind';

/**
 * Takes what is found on pages, in any order. Entries are indexed in the order of the plan: tasks as soon as those before
 * them are there, all others at the end.
 */
export class SearchIndex {
  private readonly pagefind = new PagefindWriter();
  private readonly tasks = new Map<number, TextPage[]>();
  private readonly others: Indexed[] = [];
  private readonly entries: Omit<Entry, 'id'>[] = [];
  private indexed = 0;
  private isWritten = false;
  private size = 0;

  /** Takes all that is found on one page. */
  add(found: Indexed[]): void {
    const [first] = found;
    if (first && this.isWritten)
      throw new Error(
        `Search index: ${first.page.url} comes too late to be found (build/pages/prerenderer.ts).`,
      );
    if (first?.page.kind !== 'task') {
      this.others.push(...found);
      return;
    }
    this.tasks.set(
      first.place[1],
      found.map(({ page }) => page),
    );
    // Tasks are numbered from 1 without gaps (SearchMeta).
    for (let at = this.entries.length; this.tasks.has(at + 1); at++) this.take(this.tasks.get(at + 1) ?? []);
  }

  /** Writes the index below `root`. */
  async write({ root, log }: BuiltSite): Promise<void> {
    this.isWritten = true;
    if (this.tasks.size !== this.entries.length)
      throw new Error('Search index: a task is missing among the pages.');
    this.take(inOrder(this.others));
    const complete = this.size <= TEXT_LIMIT;
    // Facts change with other pages, and nobody asks Pagefind for them.
    if (complete)
      for (const { page, notes } of this.entries) {
        const { facts: _, ...own } = page;
        this.pagefind.add({ page: own, notes }, rankingWords({ page, notes }));
      }
    const folder = join(root, PAGEFIND);
    await this.pagefind.write(folder);
    // Where the file of texts has all entries, nobody asks Pagefind for their texts.
    const ids = complete ? await takeFragments(folder) : undefined;
    const entries = this.entries.map((entry) => ({ id: ids?.get(entry.page.url) ?? '', ...entry }));
    const written = entries.flatMap(({ page, notes }) =>
      [page, ...notes].flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]),
    );
    await mkdir(join(root, 'search'), { recursive: true });
    const texts: Texts = {
      complete,
      variants: variantsOf(written, simplifiedForms()),
      entries: complete ? entries : [],
      units: complete ? [] : this.entries.filter(({ page }) => page.kind === 'unit').map(namesOnly),
    };
    await writeFile(join(root, TEXTS), JSON.stringify(texts));
    await writeFile(join(root, SYLLABLES), JSON.stringify(syllables(written)));
    const names = await readdir(folder, { recursive: true });
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
    const size = sizes.reduce((sum, one) => sum + one, 0);
    log(`search index: ${names.length} files, ${Math.round(size / 1024)} KB`);
  }

  private take(pages: TextPage[]): void {
    for (const entry of entriesOf(pages)) {
      this.entries.push(entry);
      this.size += sizeOf(entry);
    }
    if (this.size <= TEXT_LIMIT) return;
    for (const entry of this.entries.slice(this.indexed)) this.pagefind.add(entry, entryWords(entry));
    this.indexed = this.entries.length;
  }
}

/** A unit without its text. */
const namesOnly = ({ page: { filters: _, ...page }, notes }: Omit<Entry, 'id'>): Omit<Entry, 'id'> => ({
  page: { ...page, blocks: [] },
  notes,
});

/** Everything that was found on pages, in the order in which results are listed. */
function inOrder(found: Indexed[]): TextPage[] {
  return found
    .toSorted((a, b) => {
      const at = a.place.findIndex((value, index) => value !== b.place[index]);
      return (a.place[at] ?? 0) - (b.place[at] ?? 0);
    })
    .map(({ page }) => page);
}

/** In development the search is the one of the last build. */
export function serveSearch(outDir: string, base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const address = (request.originalUrl ?? '').replace(/[?#].*$/, '').replace(base, '');
    const file = resolve(outDir, address);
    if (address !== TEXTS && address !== SYLLABLES && !file.startsWith(join(outDir, PAGEFIND) + sep)) {
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

function mediaType(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript';
  return file.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
