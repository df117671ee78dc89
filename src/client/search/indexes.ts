/** Where the answers come from: the file of texts or, for a large plan, its shelves; and the Pagefind index. */
import { holds, isNamed, readPage, type ReadPage } from '../../search/exact-search.ts';
import { allFilters } from '../../search/filters.ts';
import type { Texts } from '../../search/text-pages.ts';
import { isControlled } from '../is-controlled.ts';
import { memoizeAsync } from '../memoize-async.ts';
import { openPagefind } from './pagefind.ts';
import { openShelves } from './sharded-index.ts';
import type { ExactIndex, Library } from './types.ts';

/** Opens the library; nothing is downloaded before it is asked for. */
export function openLibrary(address: { texts: string; shelves: string; pagefind: string }) {
  const pagefind = openPagefind(address.pagefind);
  const shelves = openShelves(address.shelves);
  const opened = memoizeAsync();

  async function load(): Promise<Library> {
    // What a browser has kept may be older than the page that asks.
    const response = await fetch(address.texts, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${address.texts}: ${response.status}`);
    const { complete, pages, variants } = (await response.json()) as Texts;
    const read = pages.map(readPage);
    const units = read.filter(({ kind }) => kind === 'unit');
    const own = complete ? textIndex(read) : shelves;
    return { exact: own, similar: isControlled() || !complete ? own : pagefind, units, variants };
  }

  return {
    /** Starts the download, or gives what it brought. */
    open(): Promise<Library> {
      return opened.get('library', load);
    },
    /** Forgets everything after a failure, so that the next question downloads anew. */
    reset(): void {
      opened.clear();
      pagefind.reset();
      shelves.reset();
    },
  };
}

/** The index over all texts, in the reader's own browser. */
function textIndex(pages: ReadPage[]): ExactIndex {
  const filters = pages.map((page): Record<string, string[]> => ({
    kind: [page.kind],
    ...allFilters(page.filters),
  }));
  const fits = (at: number, wanted: Record<string, string>) =>
    Object.entries(wanted).every(([name, value]) => filters[at]?.[name]?.includes(value));
  return {
    most: Infinity,
    named: (whole) =>
      Promise.resolve(pages.flatMap((page, at) => (isNamed(page, whole) ? [String(at)] : []))),
    ids: (words, wanted = {}) =>
      Promise.resolve(
        pages.flatMap((page, at) => (holds(page, words) && fits(at, wanted) ? [String(at)] : [])),
      ),
    page(id) {
      const page = pages[Number(id)];
      return page ? Promise.resolve(page) : Promise.reject(new Error(`There is no page ${id}.`));
    },
  };
}
