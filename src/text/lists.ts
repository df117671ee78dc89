/** Lists by a key. */

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
