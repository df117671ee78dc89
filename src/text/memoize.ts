/**
 * Computes something of a list, or of another object, when it is first asked for, and keeps it as long as the object
 * itself: an index that many look into, without anybody handing it on. The object must not change any more.
 */
export function memoize<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const kept = new WeakMap<K, V>();
  return (of) => {
    const known = kept.get(of);
    if (known !== undefined) return known;
    const made = make(of);
    kept.set(of, made);
    return made;
  };
}
