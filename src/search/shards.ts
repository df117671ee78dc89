/**
 * The search of a large plan: its texts and the places of all pairs of letters, on shelves of which a question needs
 * few. Exact like the search in the file of texts, since both compare the same letters.
 *
 * The letters of all pages stand one after another in one long row, a GAP around each segment that no phrase leaves.
 * A place is a position in that row. For each pair of neighbours all places are listed, and for each single letter the
 * first on each page: a longer word stands where its pairs stand at the right distances.
 */
import { GAP, readPage } from './exact-search.ts';
import type { Kind } from './query.ts';
import type { TextPage } from './text-pages.ts';

/** What is loaded first: where everything stands. */
export interface Catalogue {
  /** The first key on each shelf of places. */
  keys: string[];
  /** The number of the first page on each shelf of pages. */
  firsts: number[];
  /** How much of the row each page takes. */
  lengths: number[];
  /** The pages come kind by kind. */
  kinds: [kind: Kind, pages: number][];
}

/** Pages with their filters: `values` name them, `pages` number those of each page. */
export interface Filters {
  values: [filter: string, value: string][];
  pages: number[][];
}

/** Key → places, as `writePlaces` writes them. */
export type Places = Record<string, string>;

/** All files by name. */
export interface Shards {
  catalogue: Catalogue;
  filters: Filters;
  places: Places[];
  pages: TextPage[][];
}

/** Characters on a shelf as written: places that lie together are asked for together, pages are not. */
const SHELF = { places: 32_000, pages: 12_000 };

/** Puts pages, in the order in which results are listed, on shelves. */
export function shardsOf(pages: TextPage[]): Shards {
  const found = new Map<string, number[]>();
  const lengths: number[] = [];
  let start = 0;
  for (const page of pages) {
    const row = rowOf(page);
    const single = new Set<string>();
    for (let at = 0; at < row.length - 1; at++) {
      const letter = row.charAt(at);
      const keys =
        letter === GAP || single.has(letter) ? [row.slice(at, at + 2)] : [letter, row.slice(at, at + 2)];
      single.add(letter);
      for (const key of keys) {
        const places = found.get(key);
        if (places) places.push(start + at);
        else found.set(key, [start + at]);
      }
    }
    // Between two pages stands one GAP.
    lengths.push(row.length - 1);
    start += row.length - 1;
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([key, places]): [string, string] => [key, writePlaces(places)]);
  const places = shelved(entries, SHELF.places, ([, written]) => written.length + 8);
  const shelvesOfPages = shelved(pages, SHELF.pages, (page) => JSON.stringify(page).length);
  let first = 0;
  return {
    catalogue: {
      keys: places.map(([entry]) => entry?.[0] ?? ''),
      firsts: shelvesOfPages.map((shelf) => (first += shelf.length) - shelf.length),
      lengths,
      kinds: countKinds(pages),
    },
    filters: filtersOf(pages),
    places: places.map((shelf) => Object.fromEntries(shelf)),
    pages: shelvesOfPages,
  };
}

/** The letters of a page as they are compared, with a GAP around each segment. */
function rowOf(page: TextPage): string {
  return (
    GAP +
    readPage(page)
      .runs.map(({ chars }) => chars + GAP)
      .join('')
  );
}

/** Fills shelves one after another. */
function shelved<T>(items: T[], most: number, size: (item: T) => number): T[][] {
  const shelves: T[][] = [];
  let room = 0;
  for (const item of items) {
    const needed = size(item);
    if (shelves.length === 0 || needed > room) {
      shelves.push([]);
      room = most;
    }
    shelves.at(-1)?.push(item);
    room -= needed;
  }
  return shelves;
}

function countKinds(pages: TextPage[]): Catalogue['kinds'] {
  const counts: Catalogue['kinds'] = [];
  for (const { kind } of pages) {
    const last = counts.at(-1);
    if (last?.[0] === kind) last[1]++;
    else counts.push([kind, 1]);
  }
  return counts;
}

function filtersOf(pages: TextPage[]): Filters {
  const numbers = new Map<string, number>();
  const values: Filters['values'] = [];
  const numberOf = (filter: string, value: string) => {
    const key = `${filter} ${value}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    return values.push([filter, value]) - 1;
  };
  const ofPages = pages.map(({ filters = {} }) =>
    Object.entries(filters).flatMap(([filter, all]) => all.map((value) => numberOf(filter, value))),
  );
  return { values, pages: ofPages };
}

/** Writes growing numbers by what each is more than the one before, as letters and digits. */
export function writePlaces(places: number[]): string {
  let before = 0;
  return places
    .map((place) => {
      const more = place - before;
      before = place;
      return more.toString(36);
    })
    .join(' ');
}

/** Reads them back. */
export function readPlaces(written: string): number[] {
  let place = 0;
  return written.split(' ').map((more) => (place += parseInt(more, 36)));
}

/** The last of growing values that is not greater: where a key or a number stands. -1 before the first. */
export function lastNotAfter<T extends string | number>(sorted: readonly T[], wanted: T): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = sorted[middle];
    if (value !== undefined && value <= wanted) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
