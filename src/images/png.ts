/** SVG → PNG, at build. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { FAMILY, fontFor } from './font.ts';

/** Draws SVG files twice as large as they say; every text in the one font that comes with the project. */
export async function toPng(svgs: string[]): Promise<Buffer[]> {
  // resvg takes fonts as files only, and draws no text at all from .woff.
  const folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  try {
    const text = svgs.join('');
    const fontFiles = await Promise.all(
      ([400, 600] as const).map(async (weight) => {
        const file = join(folder, `${weight}.ttf`);
        await writeFile(file, await fontFor(text, weight));
        return file;
      }),
    );
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: FAMILY };
    return svgs.map((svg) => new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng());
  } finally {
    await rm(folder, { recursive: true });
  }
}
