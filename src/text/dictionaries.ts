/** Entry point to the dictionaries of Chinese: pinyin and simplified forms. Large: for the build, never for a browser. */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { compare } from './lists.ts';
import { memoize } from './memoize.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

// Taiwan and Hong Kong write some characters differently.
const CONVERTERS = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));

/** Spells a name in pinyin, a syllable for each character, without tones; word by word, since 行 is xíng in 行政 and háng in 银行. */
export function spell(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment }) =>
    pinyin(segment, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }),
  );
}

/** The common characters (level 1 of GB 2312) and those of some texts by their most usual syllable, without tone. */
export function syllables(texts: Iterable<string>): Record<string, string> {
  const characters = new Set(commonCharacters());
  for (const text of texts) for (const character of text) characters.add(character);
  const bySyllable = Map.groupBy(
    [...characters].filter((one) => /\p{Script=Han}/u.test(one)).sort(compare),
    (one) => pinyin(one, { toneType: 'none', v: true }),
  );
  return Object.fromEntries(
    [...bySyllable].sort(([a], [b]) => compare(a, b)).map(([syllable, all]) => [syllable, all.join('')]),
  );
}

/** Rows 16 to 55 of GB 2312. */
function commonCharacters(): string {
  const bytes = Array.from({ length: 40 * 94 }, (_, at) => [0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)]);
  return new TextDecoder('gb2312').decode(new Uint8Array(bytes.flat()));
}

/** Every character that has a simplified form, with it, in the order of Unicode. */
export const simplifiedForms = (): ReadonlyMap<string, string> => convertAll(CONVERTERS);

const convertAll = memoize((converters: typeof CONVERTERS) => {
  const characters = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, at) =>
    String.fromCodePoint(0x3400 + at),
  );
  // In one text, since each call takes time; on lines of their own, since words are converted as words.
  const forms = converters.map((convert) => convert(characters.join('\n')).split('\n'));
  return new Map(
    characters.flatMap((character, at) => {
      const simple = forms.map((form) => form[at]).find((one) => one !== character);
      return simple === undefined ? [] : [[character, simple]];
    }),
  );
});
