/** Draws pictures on a worker thread, each only once: what was drawn is kept between builds. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { fontFiles } from '../../images/font.ts';
import { toPng } from '../../images/png.ts';
import { cardPng, type Card } from '../../images/share-card.ts';

export type Picture = { card: Card } | { svg: string };

export interface Drawn {
  /** Its file below the folder; undefined for a chart that says of itself that no page offers it as PNG. */
  name: string | undefined;
  /** Whether it was there before. */
  kept: boolean;
}

/** How the SVG of a chart says that no page offers it as PNG. */
const TOO_LARGE = /^<svg[^>]* data-png="none"/;

/** The hash of everything that drawing depends on besides the picture: code, packages, fonts, and Node's knowledge of words. */
let drawing: string | undefined;

function hashOfDrawing(): string {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const files = [
    ...globSync('src/images/**/*.ts', { cwd: root }).sort(),
    // Which versions of which packages.
    ...globSync('package{,-lock}.json', { cwd: root }).sort(),
  ];
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files.map((name) => join(root, name)), ...fontFiles()])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Sees to it that the pictures are in a folder, under names that change whenever they could look otherwise. */
export async function draw({
  folder,
  pictures,
}: {
  folder: string;
  pictures: readonly Picture[];
}): Promise<Drawn[]> {
  drawing ??= hashOfDrawing();
  mkdirSync(folder, { recursive: true });
  const drawn: Drawn[] = [];
  for (const picture of pictures) {
    if ('svg' in picture && TOO_LARGE.test(picture.svg)) {
      drawn.push({ name: undefined, kept: true });
      continue;
    }
    const hash = createHash('sha256').update(drawing).update(JSON.stringify(picture)).digest('hex');
    const [name, file] = [`${hash}.png`, join(folder, `${hash}.png`)];
    const kept = existsSync(file);
    if (!kept) {
      const part = `${file}.${process.pid}.${threadId}.part`;
      writeFileSync(part, 'svg' in picture ? await toPng(picture.svg) : cardPng(picture.card));
      // Whole or not at all, should the build be stopped.
      renameSync(part, file);
    }
    drawn.push({ name, kept });
  }
  // Only between turns of the event loop, which a thread that is never idle has none of, resvg gives the pixels back: 800 pictures
  // held more than two gigabytes.
  await setImmediate();
  return drawn;
}
