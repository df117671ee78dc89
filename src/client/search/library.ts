/** Where the answers of the search page come from. */
import { preparePage } from '../../search/exact-search.ts';
import type { TextPage, Texts } from '../../search/text-pages.ts';
import { memoizeAsync } from '../memoize-async.ts';
import { openPagefind } from './pagefind.ts';
import { textIndex } from './text-index.ts';
import type { Library } from './types.ts';

/** Opens the indexes; nothing is downloaded before it is asked for. */
export function openLibrary(address: { texts: string; units: string; pagefind: string }) {
  const pagefind = openPagefind(address.pagefind);
  const opened = memoizeAsync();

  async function load(): Promise<Library> {
    const { complete, entries, variants } = await download<Texts>(address.texts);
    const units = async () => {
      const pages = complete ? entries.map(({ page }) => page) : await download<TextPage[]>(address.units);
      return pages.filter(({ kind }) => kind === 'unit').map(preparePage);
    };
    return {
      exact: complete ? textIndex(entries) : pagefind,
      ...{ pagefind, complete, variants },
      units: () => opened.get('units', units),
    };
  }

  return {
    /** Starts the download, or gives what it brought. */
    open: (): Promise<Library> => opened.get('library', load),
    /** Forgets everything after a failure, so that the next query downloads anew. */
    reset(): void {
      opened.clear();
      pagefind.reset();
    },
  };
}

async function download<T>(address: string): Promise<T> {
  // What a browser has kept may be older than the page that asks.
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
