/** Door: what dictionaries know of Chinese. Large, so it is used while building and never in a browser. */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

// What Taiwan and Hong Kong write differs here and there.
const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));

/** Spells a name in pinyin, a syllable for each character, without tones; word by word, since 行 is xíng in 行政 and háng in 银行. */
export function spell(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment }) =>
    pinyin(segment, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }),
  );
}

const simplified = new Map<string, string>();

/** The simplified form of a character; one that has none stays. */
export function simplify(character: string): string {
  const known = simplified.get(character);
  if (known !== undefined) return known;
  const simple =
    converters.map((convert) => convert(character)).find((one) => one !== character) ?? character;
  simplified.set(character, simple);
  return simple;
}
