/** The one font of all raster images: at build only, no reader downloads it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const packages = createRequire(import.meta.url);

export const FAMILY = 'Noto Sans SC';

const FILES = {
  400: '400Regular/NotoSansSC_400Regular.ttf',
  600: '600SemiBold/NotoSansSC_600SemiBold.ttf',
  700: '700Bold/NotoSansSC_700Bold.ttf',
};

/** The name that puts several weights into one family; without it no text is found to be semibold. */
const TYPOGRAPHIC_FAMILY = 16;

/**
 * One weight of the font with the characters of a text alone, as TrueType. resvg reads the file anew for every text
 * it draws: with the ten megabytes of all characters that would take most of the time.
 */
export async function fontFor(text: string, weight: keyof typeof FILES): Promise<Buffer> {
  const whole = await readFile(packages.resolve(`@expo-google-fonts/noto-sans-sc/${FILES[weight]}`));
  return subsetFont(whole, [...new Set(text)].join(''), {
    targetFormat: 'truetype',
    preserveNameIds: [TYPOGRAPHIC_FAMILY],
  });
}
