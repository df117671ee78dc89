/** Every picture of a build: of shared links, and the charts as PNG files for programs that take no SVG. */
import { globSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BuiltSite } from '../shared/built-site.ts';
import { WorkerPool } from '../shared/worker-pool.ts';
import { draw, type Drawn, type Picture } from './draw.ts';
import { picturesOf, type Wanted } from './from-plan.ts';

const DRAW = new URL('./draw.ts', import.meta.url).href;
const FROM_PLAN = new URL('./from-plan.ts', import.meta.url).href;

/** So many of shared links are drawn in one call. */
const BATCH = 8;

type Placed = Drawn & { file: string };

/** Draws on worker threads of its own, beside everything else; `folder` keeps what was drawn for the next build. */
export class Pictures {
  private readonly workers = new WorkerPool();
  private readonly folder: string;
  private readonly drawn: Promise<Placed[]>;

  constructor(folder: string, wanted: Wanted) {
    this.folder = folder;
    this.drawn = this.drawAll(wanted);
    // Whoever waits for it is told.
    this.drawn.catch(() => undefined);
  }

  private async drawAll(wanted: Wanted): Promise<Placed[]> {
    const listed = await this.workers.run(FROM_PLAN, picturesOf, wanted);
    const charts = listed.filter(({ picture }) => 'svg' in picture);
    const cards = listed.filter(({ picture }) => 'card' in picture);
    const batches = Array.from({ length: Math.ceil(cards.length / BATCH) }, (_, index) =>
      cards.slice(index * BATCH, (index + 1) * BATCH),
    );
    const all = await Promise.all(
      [...charts.map((one) => [one]), ...batches].map((batch) => this.draw(batch)),
    );
    return all.flat().filter(({ file }) => file.endsWith('.png'));
  }

  private async draw(some: { file: string; picture: Picture }[]) {
    const { folder } = this;
    const drawn = await this.workers.run(DRAW, draw, { folder, pictures: some.map((one) => one.picture) });
    return drawn.map((one, index) => ({ ...one, file: some[index]?.file ?? '' }));
  }

  /** Puts all pictures into the site, a PNG beside the SVG of each chart, and forgets those that it no longer has. */
  async place({ root, log }: BuiltSite): Promise<void> {
    const charts = await Promise.all(
      globSync('{timeline,matrix}/*.svg', { cwd: root }).map(async (name) => {
        const svg = await readFile(join(root, name), 'utf8');
        return this.draw([{ file: name.replace(/svg$/, 'png'), picture: { svg } }]);
      }),
    );
    const all = [...charts.flat(), ...(await this.drawn)];
    await this.workers.end();
    const placed = all.flatMap(({ name, file }) => (name === undefined ? [] : [{ name, file }]));
    for (const folder of new Set(placed.map(({ file }) => dirname(file))))
      await mkdir(join(root, folder), { recursive: true });
    await Promise.all(placed.map(({ name, file }) => copyFile(join(this.folder, name), join(root, file))));
    const used = new Set(placed.map(({ name }) => name));
    const old = (await readdir(this.folder)).filter((name) => !used.has(name));
    await Promise.all(old.map((name) => rm(join(this.folder, name))));
    const again = (await this.drawn).filter(({ kept }) => kept).length;
    log(`pictures: ${placed.length}, ${again} of them from the last build`);
  }
}
