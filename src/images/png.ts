/** SVG → PNG, at build. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subsetFont from 'subset-font';
import { FAMILY, font } from './font.ts';

// The name that puts all weights into one family: without it no text is found to be semibold.
const TYPOGRAPHIC_FAMILY = 16;

/** Draws an SVG file twice as large as it says; every text in the one font that comes with the project. */
export async function toPng(svg: string): Promise<Buffer> {
  // resvg takes fonts as files only, draws no text at all from .woff, and reads the file anew for every text: ten
  // megabytes of characters that nobody wrote would take most of the time.
  const folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  const characters = [...new Set(svg)].join('');
  try {
    const fontFiles = await Promise.all(
      ([400, 600] as const).map(async (weight) => {
        const file = join(folder, `${weight}.ttf`);
        const subset = await subsetFont(font(weight), characters, {
          targetFormat: 'truetype',
          preserveNameIds: [TYPOGRAPHIC_FAMILY],
        });
        await writeFile(file, subset);
        return file;
      }),
    );
    const fonts = { fontFiles, loadSystemFonts: false, defaultFontFamily: FAMILY };
    return new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font: fonts }).render().asPng();
  } finally {
    await rm(folder, { recursive: true });
  }
}
