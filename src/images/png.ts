/** SVG → PNG, at build. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { subsetFont } from './subset-font.ts';

const files = createRequire(import.meta.url);

// TrueType: resvg draws no text at all from .woff, and says nothing.
const WEIGHTS = ['400Regular/NotoSansSC_400Regular', '600SemiBold/NotoSansSC_600SemiBold'];

/** Draws SVG files twice as large as they say; every text in the one font that comes with the project. */
export function toPng(svgs: string[]): Buffer[] {
  const written = new Set(svgs.flatMap((svg) => [...svg]));
  // resvg takes fonts as files only.
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  try {
    const fontFiles = WEIGHTS.map((name, index) => {
      const font = readFileSync(files.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`));
      writeFileSync(join(folder, `${index}.ttf`), subsetFont(font, written));
      return join(folder, `${index}.ttf`);
    });
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
    return svgs.map((svg) => new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
