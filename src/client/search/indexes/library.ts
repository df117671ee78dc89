/** Where the answers of the search page come from. */
import { OF_SITE, preparePage } from '../../../search/exact-search.ts';
import { unitNames } from '../../../search/named-units.ts';
import type { Texts } from '../../../search/text-pages.ts';
import { memoizeAsync } from '../../memoize-async.ts';
import { openPagefind } from './pagefind.ts';
import { textIndex } from './text-index.ts';
import type { Area } from '../../../search/areas.ts';
import type { NameOfToday } from '../../../plan/model.ts';
import type { Library } from '../types.ts';

/** Addresses of what is downloaded. */
interface Addresses {
  texts: string;
  jump: string;
  syllables: string;
  synonyms: string;
  pagefind: string;
}

/** Opens the indexes; nothing is downloaded before it is asked for. */
export function openLibrary(address: Addresses, names: NameOfToday[], area: Area) {
  const pagefind = openPagefind(address.pagefind);
  const opened = memoizeAsync();
  let written: string[] | undefined;

  async function load(): Promise<Library> {
    const { complete, entries, variants, units } = await download<Texts>(address.texts);
    /** Normalised texts of the plan. */
    const texts = () =>
      entries
        .filter(({ page }) => !OF_SITE.includes(page.kind))
        .flatMap(({ page }) => preparePage(page).runs.map(({ chars }) => chars));
    return {
      exact: complete ? textIndex(entries) : pagefind,
      ...{ pagefind, complete, variants, area },
      units: unitNames(complete ? entries : units, names),
      texts: () => (written ??= texts()),
      file: <T>(name: keyof Addresses) => opened.get(name, () => download<T>(address[name])),
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
