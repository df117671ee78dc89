import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { beside } from './shared/worker-thread.ts';
import { lighterFont } from '../images/subset-font.ts';
import type { BuiltSite } from './shared/built-site.ts';

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
export async function drawingsPng({ root, say }: BuiltSite): Promise<void> {
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.svg'))
      .map((file) => join(root, folder, file)),
  );
  const thread = beside(import.meta.url, drawFiles);
  try {
    for (const line of await thread.call(names)) say(line);
  } finally {
    await thread.end();
  }
}

/** Draws the files of pictures beside them, and says how large they are. */
export function drawFiles(names: string[]): string[] {
  const all = names.map((name) => ({ name, svg: readFileSync(name, 'utf8') }));
  const drawn = all.filter(({ svg }) => !TOO_LARGE.test(svg));
  return toPng(drawn.map(({ svg }) => svg)).map((png, index) => {
    const name = (drawn[index]?.name ?? '').replace(/svg$/, 'png');
    writeFileSync(name, png);
    return `${basename(name)}: ${Math.round(png.length / 1024)} KB`;
  });
}
