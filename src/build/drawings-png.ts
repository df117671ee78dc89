import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Resvg } from '@resvg/resvg-js';
import { lighterFont } from './lighter-font.ts';

/** Folders whose SVG files are offered as PNG, too. */
const FOLDERS = ['timeline', 'matrix'];

/** What the SVG of a picture says that no page offers as PNG. */
const TOO_LARGE = /^<svg[^>]* data-png="none"/;

// TrueType: resvg draws no text at all from .woff, and says nothing.
const WEIGHTS = ['400Regular/NotoSansSC_400Regular', '600SemiBold/NotoSansSC_600SemiBold'];
const files = createRequire(import.meta.url);

/** Draws SVG files twice as large as they say; every text in the one font that comes with the project. */
export function toPng(svgs: string[]): Buffer[] {
  const written = new Set(svgs.flatMap((svg) => [...svg]));
  // resvg takes fonts as files only.
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  try {
    const fontFiles = WEIGHTS.map((name, index) => {
      const font = readFileSync(files.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`));
      writeFileSync(join(folder, `${index}.ttf`), lighterFont(font, written));
      return join(folder, `${index}.ttf`);
    });
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
    return svgs.map((svg) => new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts a PNG beside every picture that the pages wrote as SVG. */
export function drawingsPng(): AstroIntegration {
  return {
    name: 'drawings-png',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const names: string[] = [];
        for (const folder of FOLDERS) {
          const found = (await readdir(join(root, folder))).filter((file) => file.endsWith('.svg'));
          names.push(...found.map((file) => `${folder}/${file}`));
        }
        const all = await Promise.all(
          names.map(async (name) => ({ name, svg: await readFile(join(root, name), 'utf8') })),
        );
        const drawn = all.filter(({ svg }) => !TOO_LARGE.test(svg));
        for (const [index, png] of toPng(drawn.map(({ svg }) => svg)).entries()) {
          const name = (drawn[index]?.name ?? '').replace(/svg$/, 'png');
          await writeFile(join(root, name), png);
          logger.info(`${name}: ${Math.round(png.length / 1024)} KB`);
        }
      },
    },
  };
}
