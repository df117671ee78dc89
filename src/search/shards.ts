/**
 * The search index of a large plan: its texts and the positions of all letter bigrams, in shards of which a query loads a
 * few. It is as exact as the search in the file of texts, since both compare the same letters.
 *
 * The letters of all pages are concatenated, with a GAP around each text that a phrase must not leave; a position is an
 * offset in the result. For each bigram all positions are listed, for each single letter the first on each page: a longer
 * word occurs where its bigrams have the right distances.
 */
import { GAP, preparePage } from './exact-search.ts';
import { compare, startsOf } from '../text/lists.ts';
import type { Kind } from './query.ts';
import type { TextPage } from './text-pages.ts';

/** The manifest, which is loaded first. */
export interface Catalogue {
  /** The first key of each shard of positions. */
  keys: string[];
  /** The number of the first page of each shard of pages. */
  firsts: number[];
  /** The length of each page. */
  lengths: number[];
  /** The pages come kind by kind. */
  kinds: [kind: Kind, pages: number][];
}

/** The filters: `values` lists them, `pages` has the indices of those of each page. */
export interface Filters {
  values: [filter: string, value: string][];
  pages: number[][];
}

/** Key → positions, as `writePlaces` encodes them. */
export type Places = Record<string, string>;

/** All files by name. */
interface Shards {
  catalogue: Catalogue;
  filters: Filters;
  places: Places[];
  pages: TextPage[][];
}

/** Characters of a shard: neighbouring positions are requested together, pages are not. */
const SHARD_SIZE = { places: 32_000, pages: 12_000 };

/** Divides pages, in the order in which results are listed, into shards. */
export function shardsOf(pages: TextPage[]): Shards {
  const found = new Map<string, number[]>();
  const lengths: number[] = [];
  let start = 0;
  for (const page of pages) {
    const row = lettersOfPage(page);
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
    // Neighbouring pages share a GAP.
    lengths.push(row.length - 1);
    start += row.length - 1;
  }
  const sorted = [...found].sort(([a], [b]) => compare(a, b));
  const entries = sorted.map(([key, places]): [string, string] => [key, writePlaces(places)]);
  const places = divided(entries, SHARD_SIZE.places, ([, written]) => written.length + 8);
  const shardsOfPages = divided(pages, SHARD_SIZE.pages, (page) => JSON.stringify(page).length);
  return {
    catalogue: {
      keys: places.map(([entry]) => entry?.[0] ?? ''),
      firsts: startsOf(shardsOfPages.map((shard) => shard.length)),
      lengths,
      kinds: countKinds(pages),
    },
    filters: filtersOf(pages),
    places: places.map((shard) => Object.fromEntries(shard)),
    pages: shardsOfPages,
  };
}

/** The normalised letters of a page, with a GAP around each run. */
function lettersOfPage(page: TextPage): string {
  return (
    GAP +
    preparePage(page)
      .runs.map(({ chars }) => chars + GAP)
      .join('')
  );
}

/** Fills shards in order. */
function divided<T>(items: T[], most: number, size: (item: T) => number): T[][] {
  const shards: T[][] = [];
  let room = 0;
  for (const item of items) {
    const needed = size(item);
    if (shards.length === 0 || needed > room) {
      shards.push([]);
      room = most;
    }
    shards.at(-1)?.push(item);
    room -= needed;
  }
  return shards;
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

/** Encodes ascending numbers as differences in base 36. */
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

/** Decodes them. */
export function readPlaces(written: string): number[] {
  let place = 0;
  return written.split(' ').map((more) => (place += parseInt(more, 36)));
}

/** The index of the last of ascending values that is not greater than `wanted`; -1 before the first. */
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
