/** The one font of all raster images: at build only, no reader downloads it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);

export const FAMILY = 'Noto Sans SC';

const FILES = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' };

/** Reads one weight of the font, as TrueType. */
export function font(weight: keyof typeof FILES): Buffer {
  const name = FILES[weight];
  return readFileSync(packages.resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`));
}
