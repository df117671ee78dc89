/** Helpers for lists: in order, by a key, cut into groups. */

/** Groups a list by a key, in the order in which the keys first appear. */
export function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): { key: K; items: T[] }[] {
  return [...Map.groupBy(list, keyOf)].map(([key, items]) => ({ key, items }));
}

/** The first of all items that have the same key, in order. */
export function uniqueBy<T>(list: readonly T[], keyOf: (item: T) => unknown): T[] {
  const seen = new Set<unknown>();
  return list.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}

/** The last item; browsers have `at` since Chromium 92 only. */
export const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

/** Cuts a list before each item that begins a group; the first group may begin with any item, or be empty. */
export function splitBefore<T>(list: readonly T[], begins: (item: T) => boolean): T[][] {
  const groups: T[][] = [[]];
  for (const item of list) {
    if (begins(item)) groups.push([item]);
    else last(groups)?.push(item);
  }
  return groups;
}

/** For `sort`: compares two texts code point by code point, never by locale, or two numbers. */
export const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** The offsets at which pieces begin that are laid end to end, from their lengths. */
export function startsOf(lengths: readonly number[]): number[] {
  let end = 0;
  return lengths.map((length) => (end += length) - length);
}
