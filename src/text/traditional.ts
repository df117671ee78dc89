/** Searching in traditional characters: maps them to the simplified ones that the texts use. */

/**
 * The mapping as one string, traditional and simplified characters alternating. A traditional character that the texts
 * themselves contain is left out, so that it is found as it stands.
 */
export function variantsOf(texts: Iterable<string>, simplified: ReadonlyMap<string, string>): string {
  const written = new Set<string>();
  // One by one: a list of all characters of a large site would take seconds.
  for (const text of texts) for (const character of text) written.add(character);
  return Array.from(simplified, ([character, simple]) =>
    written.has(simple) && !written.has(character) ? character + simple : '',
  ).join('');
}

/** Reads such a string and returns a function that replaces traditional characters. */
export function simplifier(variants: string): (text: string) => string {
  const characters = [...variants];
  const simple = new Map(
    characters.flatMap((character, at) => (at % 2 === 0 ? [[character, characters[at + 1]]] : [])),
  );
  return (text) => Array.from(text, (character) => simple.get(character) ?? character).join('');
}
