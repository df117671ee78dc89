/** Every picture of a build: of shared links, and the charts as PNG files for programs that take no SVG. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Card } from '../../images/share-card.ts';
import type { BuiltSite } from '../shared/built-site.ts';
import { WorkerPool } from '../shared/worker-pool.ts';
import { draw, type Drawn, type Picture } from './draw.ts';

const DRAW = new URL('./draw.ts', import.meta.url).href;

/** So many of shared links are drawn in one call. */
const BATCH = 8;

type Placed = Drawn & { file: string };

/** Draws on worker threads of its own, beside everything else; `folder` keeps what was drawn for the next build. */
export class Pictures {
  private readonly workers = new WorkerPool();
  private readonly folder: string;
  private readonly drawn: Promise<Placed[]>[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Begins to draw the pictures of shared links, given with their files below the root of the site. */
  addCards(cards: readonly [file: string, card: Card][]): void {
    for (let at = 0; at < cards.length; at += BATCH)
      this.add(cards.slice(at, at + BATCH).map(([file, card]) => ({ file, picture: { card } })));
  }

  /** Begins to draw a chart as it is published, for a PNG beside its SVG file. */
  addChart(file: string, svg: string): void {
    this.add([{ file: file.replace(/svg$/, 'png'), picture: { svg } }]);
  }

  private add(some: { file: string; picture: Picture }[]): void {
    const given = { folder: this.folder, pictures: some.map(({ picture }) => picture) };
    const drawn = this.workers
      .run(DRAW, draw, given)
      .then((all) => all.map((one, index) => ({ ...one, file: some[index]?.file ?? '' })));
    // Whoever waits for it is told.
    drawn.catch(() => undefined);
    this.drawn.push(drawn);
  }

  /** Puts all pictures into the site, and forgets those that it no longer has. */
  async place({ root, log }: BuiltSite): Promise<void> {
    const all = (await Promise.all(this.drawn)).flat();
    await this.workers.end();
    const placed = all.flatMap(({ name, file, kept }) => (name === undefined ? [] : [{ name, file, kept }]));
    for (const folder of new Set(placed.map(({ file }) => dirname(file))))
      await mkdir(join(root, folder), { recursive: true });
    await Promise.all(placed.map(({ name, file }) => copyFile(join(this.folder, name), join(root, file))));
    const used = new Set(placed.map(({ name }) => name));
    const old = (await readdir(this.folder)).filter((name) => !used.has(name));
    await Promise.all(old.map((name) => rm(join(this.folder, name))));
    log(
      `pictures: ${placed.length}, ${placed.filter(({ kept }) => kept).length} of them from the last build`,
    );
  }
}
