/** Where the answers of the search page come from. */
import { preparePage } from '../../search/exact-search.ts';
import type { Texts } from '../../search/text-pages.ts';
import { memoizeAsync } from '../memoize-async.ts';
import { openPagefind } from './pagefind.ts';
import { textIndex } from './text-index.ts';
import type { Library } from './types.ts';

/** Opens the indexes; nothing is downloaded before it is asked for. */
export function openLibrary(address: { texts: string; pagefind: string }) {
  const pagefind = openPagefind(address.pagefind);
  const opened = memoizeAsync();

  async function load(): Promise<Library> {
    // What a browser has kept may be older than the page that asks.
    const response = await fetch(address.texts, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${address.texts}: ${response.status}`);
    const { complete, entries, variants } = (await response.json()) as Texts;
    const units = entries.filter(({ page }) => page.kind === 'unit').map(({ page }) => preparePage(page));
    return { exact: complete ? textIndex(entries) : pagefind, pagefind, complete, units, variants };
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
