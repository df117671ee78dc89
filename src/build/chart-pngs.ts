/** The charts as PNG files, for programs that take no SVG. */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPng } from '../images/png.ts';
import type { BuiltSite } from './shared/built-site.ts';
import type { WorkerPool } from './shared/worker-pool.ts';

/** How the SVG of a chart says that no page offers it as PNG. */
const TOO_LARGE = /^<svg[^>]* data-png="none"/;

/** Writes a PNG next to the SVG of each chart. */
export async function chartPngs({ root, log }: BuiltSite, workers: WorkerPool): Promise<void> {
  const names = globSync('{timeline,matrix}/*.svg', { cwd: root });
  await Promise.all(
    names.map(async (name) => {
      const size = await workers.run(import.meta.url, drawPng, join(root, name));
      if (size !== undefined) log(`${name.replace(/svg$/, 'png')}: ${Math.round(size / 1024)} KB`);
    }),
  );
}

/** Draws the file of a chart; returns the size of the PNG. */
export async function drawPng(file: string): Promise<number | undefined> {
  const svg = await readFile(file, 'utf8');
  if (TOO_LARGE.test(svg)) return undefined;
  const png = await toPng(svg);
  await writeFile(file.replace(/svg$/, 'png'), png);
  return png.length;
}
