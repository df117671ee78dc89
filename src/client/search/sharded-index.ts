import { GAP, holds, isNamed, readPage, type ReadPage } from '../../search/exact-search.ts';
import { allFilters } from '../../search/filters.ts';
import { lastNotAfter, readPlaces, type Catalogue, type Filters, type Places } from '../../search/shards.ts';
import type { TextPage } from '../../search/text-pages.ts';
import { memoizeAsync } from '../memoize-async.ts';
import type { ExactIndex } from './types.ts';

/** Pairs of letters that a longer word is looked up by at first; then the pages themselves are compared. */
const PAIRS = 4;

/** Opens the shelves of a large plan: a question takes from them what it needs. */
export function openShelves(address: string): ExactIndex & { reset(): void } {
  const files = memoizeAsync();
  const results = memoizeAsync();

  function load<T>(name: string): Promise<T> {
    return files.get(name, async () => {
      // What a browser has kept may be older than the page that asks.
      const response = await fetch(`${address}${name}.json`, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.json() as Promise<T>;
    });
  }

  const catalogue = () =>
    results.get('catalogue', async () => {
      const read = await load<Catalogue>('catalogue');
      let end = 0;
      const starts = read.lengths.map((length) => (end += length) - length);
      return { ...read, starts };
    });

  async function places(key: string): Promise<number[]> {
    const { keys } = await catalogue();
    const shelf = lastNotAfter(keys, key);
    if (shelf < 0) return [];
    const written = (await load<Places>(`places-${shelf}`))[key];
    return written === undefined ? [] : readPlaces(written);
  }

  /** The places of a word; of a single letter the first on each page. A long word may in truth stand at fewer. */
  async function placesOf(word: string): Promise<number[]> {
    if (word.length === 1) return places(word);
    const offsets = offsetsIn(word.length);
    const lists = await Promise.all(offsets.map((at) => places(word.slice(at, at + 2))));
    const [shortest = [], ...others] = lists
      .map((list, index) => list.map((place) => place - (offsets[index] ?? 0)))
      .sort((a, b) => a.length - b.length);
    const sets = others.map((list) => new Set(list));
    return shortest.filter((place) => sets.every((set) => set.has(place)));
  }

  async function pagesAt(found: number[]): Promise<number[]> {
    const { starts } = await catalogue();
    return [...new Set(found.map((place) => lastNotAfter(starts, place)))];
  }

  const pagesWith = (word: string) =>
    results.get(`word ${word}`, async () => {
      const pages = await pagesAt(await placesOf(word));
      if (word.length <= 2 * PAIRS) return new Set(pages);
      return new Set(await pagesThat(pages, (read) => holds(read, [word])));
    });

  async function page(number: number): Promise<ReadPage> {
    const { firsts } = await catalogue();
    const shelf = lastNotAfter(firsts, number);
    const read = await results.get(`pages ${shelf}`, async () =>
      (await load<TextPage[]>(`pages-${shelf}`)).map(readPage),
    );
    const found = read[number - (firsts[shelf] ?? 0)];
    if (!found) throw new Error(`There is no page ${number}.`);
    return found;
  }

  /** The pages among some of which something is true. */
  async function pagesThat(pages: number[], isTrue: (page: ReadPage) => boolean): Promise<number[]> {
    const read = await Promise.all(pages.map(async (number) => ({ number, page: await page(number) })));
    return read.filter((one) => isTrue(one.page)).map(({ number }) => number);
  }

  /** Filter and value → the pages that have it. */
  const filtered = () =>
    results.get('filters', async () => {
      const { values, pages } = await load<Filters>('filters');
      const having = new Map<string, Set<number>>();
      for (const [number, own] of pages.entries()) {
        const filters: Record<string, string[]> = {};
        for (const one of own) {
          const [filter, value] = values[one] ?? ['', ''];
          (filters[filter] ??= []).push(value);
        }
        for (const [filter, all] of Object.entries(allFilters(filters))) {
          for (const value of all) {
            const key = `${filter} ${value}`;
            const set = having.get(key) ?? new Set();
            having.set(key, set.add(number));
          }
        }
      }
      return having;
    });

  async function pagesLike(filter: string, value: string): Promise<Set<number>> {
    if (filter !== 'kind') return (await filtered()).get(`${filter} ${value}`) ?? new Set();
    let from = 0;
    const own = new Set<number>();
    for (const [kind, count] of (await catalogue()).kinds) {
      if (kind === value) for (let at = from; at < from + count; at++) own.add(at);
      from += count;
    }
    return own;
  }

  async function ids(words: string[], filters: Record<string, string> = {}): Promise<string[]> {
    const sets = await Promise.all([
      ...words.map(pagesWith),
      ...Object.entries(filters).map(([filter, value]) => pagesLike(filter, value)),
    ]);
    const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
    const all = smallest ?? (await catalogue()).lengths.keys();
    const found = [...all].filter((number) => others.every((set) => set.has(number)));
    return found.sort((a, b) => a - b).map(String);
  }

  async function named(whole: string): Promise<string[]> {
    const [before, after] = await Promise.all([places(GAP + whole.charAt(0)), places(whole.slice(-1) + GAP)]);
    const ends = new Set(after.map((place) => place - whole.length + 1));
    const alone = new Set(before.map((place) => place + 1).filter((place) => ends.has(place)));
    const found =
      whole.length === 1 ? [...alone] : (await placesOf(whole)).filter((place) => alone.has(place));
    const pages = await pagesAt(found);
    return (await pagesThat(pages, (read) => isNamed(read, whole))).map(String);
  }

  return {
    most: 20,
    ids,
    named,
    page: (id) => page(Number(id)),
    reset() {
      files.clear();
      results.clear();
    },
  };
}

/** Where in a word the pairs stand that it is looked up by: all of it where that takes few. */
function offsetsIn(length: number): number[] {
  const last = length - 2;
  const count = Math.min(PAIRS, Math.ceil(length / 2));
  return Array.from({ length: count }, (_, index) =>
    length <= 2 * PAIRS ? Math.min(index * 2, last) : Math.round((index * last) / (count - 1)),
  );
}
