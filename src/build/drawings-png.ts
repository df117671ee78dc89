import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Resvg } from '@resvg/resvg-js';

/** Folders whose SVG files are offered as PNG, too. */
const FOLDERS = ['timeline', 'matrix'];

// TrueType: resvg draws no text at all from .woff, and says nothing.
const fonts = ['400Regular/NotoSansSC_400Regular', '600SemiBold/NotoSansSC_600SemiBold'].map((name) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`),
);

/** Draws an SVG file twice as large as it says; every text in the one font that comes with the project. */
export function toPng(svg: string): Buffer {
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' },
  })
    .render()
    .asPng();
}

/** Puts a PNG beside every picture that the pages wrote as SVG. */
export function drawingsPng(): AstroIntegration {
  return {
    name: 'drawings-png',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        for (const folder of FOLDERS) {
          const files = (await readdir(join(root, folder))).filter((file) => file.endsWith('.svg'));
          for (const file of files) {
            const svg = await readFile(join(root, folder, file), 'utf8');
            const png = toPng(svg);
            await writeFile(join(root, folder, file.replace(/svg$/, 'png')), png);
            logger.info(`${folder}/${file.replace(/svg$/, 'png')}: ${Math.round(png.length / 1024)} KB`);
          }
        }
      },
    },
  };
}
