import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beside } from './shared/worker-thread.ts';
import type { BuiltSite } from './shared/built-site.ts';
import { toPng } from '../images/png.ts';

/** Folders whose SVG files are offered as PNG, too. */
const FOLDERS = ['timeline', 'matrix'];

/** What the SVG of a picture says that no page offers as PNG. */
const TOO_LARGE = /^<svg[^>]* data-png="none"/;

/** Puts a PNG beside every picture that the pages wrote as SVG. */
export async function chartPngs({ root, say }: BuiltSite): Promise<void> {
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
export async function drawFiles(names: string[]): Promise<string[]> {
  const all = names.map((name) => ({ name, svg: readFileSync(name, 'utf8') }));
  const drawn = all.filter(({ svg }) => !TOO_LARGE.test(svg));
  const pngs = await toPng(drawn.map(({ svg }) => svg));
  return pngs.map((png, index) => {
    const name = (drawn[index]?.name ?? '').replace(/svg$/, 'png');
    writeFileSync(name, png);
    return `${basename(name)}: ${Math.round(png.length / 1024)} KB`;
  });
}
