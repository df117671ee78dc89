/** A site takes the place of the one before as a whole: a build that fails or is ended leaves that as it was. */
import { accessSync, constants, cpSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { takeLock } from '../content-files/lock.ts';
import { editorError } from './shared/editor-error.ts';

/** Of those who publish from the folder itself; Astro keeps it, too. */
const KEPT = '.git';

/**
 * Keeps other builds from folders that this one writes into besides the site, until the process ends.
 * Throws an error for an editor where another one is running, or where a folder could not be written.
 */
export function beginBuild(shared: string[], site: string): void {
  const problems = [...shared, site].flatMap((folder) => problemOf(resolve(folder)) ?? []);
  if (problems.length > 0) throw editorError(problems.join('\n'));
  for (const folder of shared) {
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, 'build-lock');
    if (!takeLock(lock))
      throw editorError(
        `Another build is running in this folder  → wait until it has ended; if none is, remove ${lock}`,
      );
    process.once('exit', () => {
      rmSync(lock, { force: true });
    });
  }
}

/** What keeps a folder from being written, or made. */
function problemOf(folder: string): string | undefined {
  try {
    const there = statSync(folder, { throwIfNoEntry: false });
    if (!there) return dirname(folder) === folder ? undefined : problemOf(dirname(folder));
    if (!there.isDirectory()) return `${folder} is a file  → move it away: a folder has to be here`;
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return `${folder} cannot be written (${codeOf(error)})  → let whoever builds write there`;
  }
}

/** Moves all that stands in `stage` to `site`, in place of what is there. Both go on to be folders of their own: `site` may be mounted. */
export function replaceSite(stage: string, site: string): void {
  const before = join(dirname(stage), 'site-before');
  rmSync(before, { recursive: true, force: true });
  for (const folder of [before, site]) mkdirSync(folder, { recursive: true });
  const [old, fresh] = [readdirSync(site), readdirSync(stage)];
  // One after the other: at no moment is the site without its pages.
  for (const name of new Set([...old.filter((one) => one !== KEPT), ...fresh])) {
    if (old.includes(name)) move(join(site, name), join(before, name));
    if (fresh.includes(name)) move(join(stage, name), join(site, name));
  }
  for (const folder of [before, stage]) rmSync(folder, { recursive: true });
}

/** From one disk to another, too. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);
