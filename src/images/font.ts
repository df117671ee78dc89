/** The font of the pictures: at build only, no reader downloads it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const files = createRequire(import.meta.url);

export const FAMILY = 'Noto Sans SC';

/** Reads one weight of the font. */
export function font(weight: 400 | 700) {
  const file = `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`;
  return { name: FAMILY, weight, style: 'normal' as const, data: readFileSync(files.resolve(file)) };
}
