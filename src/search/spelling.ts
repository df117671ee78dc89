/** What a query that stands nowhere was probably meant to be: words that sound alike, or have one character more or less. */

/** Syllable without tone → the characters that are read so. */
export type Syllables = Record<string, string>;

const MOST = 3;

/** Whether two characters are read alike. */
function soundOf(syllables: Syllables): (character: string) => string | undefined {
  const sounds = new Map(
    Object.entries(syllables).flatMap(([syllable, characters]) =>
      Array.from(characters, (character): [string, string] => [character, syllable]),
    ),
  );
  return (character) => sounds.get(character);
}

/**
 * The words of these texts that a normalised query may mean, the most frequent first: they sound like it (权利清单 →
 * 权力清单), have one character inside that it lacks, or lack one that it has twice; a query in pinyin is read by its sound.
 *
 * `isWord`: whether a piece of a text is made of whole words; anything else is no suggestion.
 */
export function suggestions(
  asked: string,
  texts: readonly string[],
  syllables: Syllables,
  isWord: (text: string, at: number, length: number) => boolean,
): string[] {
  const letters = Array.from(asked);
  if (letters.length < 2) return [];
  const sound = soundOf(syllables);
  const found = new Map<string, number>();
  const add = (text: string, at: number, length: number) => {
    if (!isWord(text, at, length)) return;
    const word = text.slice(at, at + length);
    if (word !== asked) found.set(word, (found.get(word) ?? 0) + 1);
  };
  const single = new Set(
    letters.flatMap((letter, at) => (letter === letters[at + 1] ? [without(letters, at)] : [])),
  );
  const pinyin = /^[a-z]+$/.test(asked);
  const wanted = letters.map(sound);
  for (const text of texts) {
    if (pinyin) {
      spelled(asked, text, sound).forEach(([at, length]) => {
        add(text, at, length);
      });
      continue;
    }
    for (let at = 0; at <= text.length - asked.length; at++) {
      if (soundsLike(text, at)) add(text, at, asked.length);
    }
    for (let gap = 1; gap < asked.length && asked.length > 2; gap++)
      for (const at of gaps(text, asked.slice(0, gap), asked.slice(gap))) add(text, at, asked.length + 1);
    for (const word of single)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) add(text, at, word.length);
  }

  function soundsLike(text: string, at: number): boolean {
    return letters.every((letter, offset) => {
      const other = text[at + offset] ?? '';
      return other === letter || (wanted[offset] !== undefined && sound(other) === wanted[offset]);
    });
  }

  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([word]) => word);
}

const without = (letters: string[], at: number) => letters.filter((_, other) => other !== at).join('');

/** Where a text has both parts with one character between them. */
function gaps(text: string, before: string, after: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1))
    if (text.startsWith(after, at + before.length + 1)) places.push(at);
  return places;
}

/** Where a text is read so, with the number of its characters. */
function spelled(
  asked: string,
  text: string,
  sound: (character: string) => string | undefined,
): [at: number, length: number][] {
  return Array.from({ length: text.length }, (_, at): [number, number] => {
    let rest = asked;
    let length = 0;
    while (rest !== '') {
      const syllable = sound(text[at + length] ?? '');
      if (syllable === undefined || !rest.startsWith(syllable)) return [at, 0];
      rest = rest.slice(syllable.length);
      length++;
    }
    return [at, length];
  }).filter(([, length]) => length > 1);
}
