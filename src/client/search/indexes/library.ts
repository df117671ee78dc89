/** Where the answers of the search page come from. */
import { OF_SITE, preparePage } from '../../../search/exact-search.ts';
import type { JumpData } from '../../../search/jump-entries.ts';
import { finder } from '../../../search/jump-search.ts';
import { unitNames } from '../../../search/named-units.ts';
import { suggestions, type Syllables } from '../../../search/spelling.ts';
import type { Texts } from '../../../search/text-pages.ts';
import { memoizeAsync } from '../../memoize-async.ts';
import { openPagefind } from './pagefind.ts';
import { textIndex } from './text-index.ts';
import type { Library, SearchWords } from '../types.ts';
import { isWord } from '../segments.ts';

/** Addresses of what is downloaded. */
interface Addresses {
  texts: string;
  jump: string;
  syllables: string;
  pagefind: string;
}

/** Opens the indexes; nothing is downloaded before it is asked for. */
export function openLibrary(address: Addresses, words: SearchWords) {
  const pagefind = openPagefind(address.pagefind);
  const opened = memoizeAsync();

  async function load(): Promise<Library> {
    const { complete, entries, variants, units } = await download<Texts>(address.texts);
    const jump = () => opened.get('jump', () => download<JumpData>(address.jump));
    const find = () => opened.get('finder', async () => finder(await jump()));
    /** Normalised texts of the plan; of a large one its names. */
    const written = async () =>
      complete
        ? entries.flatMap(({ page }) =>
            OF_SITE.includes(page.kind) ? [] : preparePage(page).runs.map(({ chars }) => chars),
          )
        : (await jump()).entries.flatMap(({ names }) => names.map(({ text }) => text));
    return {
      exact: complete ? textIndex(entries) : pagefind,
      ...{ ...words, pagefind, complete, variants },
      units: unitNames(complete ? entries : units, words.names),
      places: async (query) => (await find())(query),
      meant: async (whole) =>
        suggestions(
          whole,
          await opened.get('written', written),
          await opened.get('syllables', () => download<Syllables>(address.syllables)),
          isWord,
        ),
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
