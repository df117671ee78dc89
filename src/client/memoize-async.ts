/** Remembers results of asynchronous work by key; a failure is forgotten, so that the next call tries again. */
export function memoizeAsync() {
  const results = new Map<string, Promise<unknown>>();
  return {
    /** The remembered result of a key, or what `make` gives now. */
    get<T>(key: string, make: () => Promise<T>): Promise<T> {
      const known = results.get(key) as Promise<T> | undefined;
      if (known) return known;
      const made = make();
      results.set(key, made);
      made.catch(() => {
        if (results.get(key) === made) results.delete(key);
      });
      return made;
    },
    clear(): void {
      results.clear();
    },
  };
}
