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

let simplified: ReadonlyMap<string, string> | undefined;

/** Every character that has a simplified form, with it, in the order of Unicode. */
export function simplifiedForms(): ReadonlyMap<string, string> {
  if (simplified) return simplified;
  const characters = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, at) =>
    String.fromCodePoint(0x3400 + at),
  );
  // In one text, since each call takes time; on lines of their own, since words are converted as words.
  const forms = converters.map((convert) => convert(characters.join('\n')).split('\n'));
  simplified = new Map(
    characters.flatMap((character, at) => {
      const simple = forms.map((form) => form[at]).find((one) => one !== character);
      return simple === undefined ? [] : [[character, simple]];
    }),
  );
  return simplified;
}
