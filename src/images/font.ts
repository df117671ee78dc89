/** The one font of all raster images: at build only, no reader downloads it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);

export const FAMILY = 'Noto Sans SC';

const FILES = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' };

const fileOf = (weight: keyof typeof FILES) =>
  packages.resolve(`@expo-google-fonts/noto-sans-sc/${FILES[weight]}/NotoSansSC_${FILES[weight]}.ttf`);

/** Reads one weight of the font, as TrueType. */
export const font = (weight: keyof typeof FILES): Buffer => readFileSync(fileOf(weight));

/** The files of all weights. */
export const fontFiles = () => ([400, 600, 700] as const).map(fileOf);
