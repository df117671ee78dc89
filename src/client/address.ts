/** What a reader chose, as the query part of the address. */

/** Reads the values of some names; one that is missing is empty. */
export function readAddress<K extends string>(names: readonly K[], search: string): Record<K, string> {
  const values = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, values.get(name) ?? ''])) as Record<K, string>;
}

/** Writes values into a query; what is empty is left out, and other names keep their values. */
export function writeAddress(values: Record<string, string>, search = ''): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  return String(query) === '' ? '' : `?${query}`;
}
