/** Traditional characters, as far as the texts need them: a search in them finds what is written in simplified ones. */

/**
 * Traditional and simplified characters in turn. A character that the texts write themselves is left out, so that it
 * is found as it stands.
 */
export function variantsOf(texts: Iterable<string>, simplified: ReadonlyMap<string, string>): string {
  const written = new Set<string>();
  // One by one: a list of all characters of a large site takes seconds.
  for (const text of texts) for (const character of text) written.add(character);
  return Array.from(simplified, ([character, simple]) =>
    written.has(simple) && !written.has(character) ? character + simple : '',
  ).join('');
}

/** Reads such a table: gives what writes a text in the characters that the texts use. */
export function simplifier(variants: string): (text: string) => string {
  const characters = [...variants];
  const simple = new Map(
    characters.flatMap((character, at) => (at % 2 === 0 ? [[character, characters[at + 1]]] : [])),
  );
  return (text) => Array.from(text, (character) => simple.get(character) ?? character).join('');
}
