/**
 * Memoizes a function of one object, which must not change afterwards: the result is kept as long as the object
 * itself (WeakMap), so that an index over a list is built once, whoever asks for it.
 */
export function memoize<K extends object, V>(compute: (of: K) => V): (of: K) => V {
  const results = new WeakMap<K, V>();
  return (of) => {
    const known = results.get(of);
    if (known !== undefined) return known;
    const result = compute(of);
    results.set(of, result);
    return result;
  };
}
