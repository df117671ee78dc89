/** A site takes the place of the one before as a whole: a build that fails or is ended leaves that as it was. */
import { accessSync, constants, cpSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { formatFindings } from '../content-files/findings.ts';
import { makeFolder, removeEmpty } from '../content-files/folders.ts';
import { takeLock } from '../content-files/lock.ts';
import { problemOf } from '../content-files/read-bytes.ts';
import type { Finding } from '../plan/model.ts';
import { notBuilt } from './shared/not-built.ts';

/** Of those who publish from the folder itself; Astro keeps it, too. */
const KEPT = '.git';

/**
 * Keeps other builds from folders that this one writes into besides the site, until the process ends.
 * Throws an error for an editor where another one is running, or where a folder could not be written.
 */
export function beginBuild(shared: string[], site: string): void {
  const folders = new Set(shared.map((folder) => resolve(folder)));
  const findings = [...folders, resolve(site)].flatMap(refusalOf);
  if (findings.length > 0) throw notBuilt(formatFindings(findings));
  for (const folder of folders) {
    makeFolder(folder);
    const lock = join(folder, 'build-lock');
    const giveBack = takeLock(lock);
    if (!giveBack)
      throw notBuilt(
        `Another build is running in this folder  → wait until it has ended; if none is, remove ${lock}`,
      );
    process.once('exit', giveBack);
  }
}

const MB = 1024 * 1024;
/** Room for the site of a plan of some hundred tasks. */
const LEAST_FREE = 64 * MB;

/** Why a folder cannot be written, or made. Of a full disk the bundler would only give a trace. */
function refusalOf(folder: string): Finding[] {
  const made: string[] = [];
  try {
    makeFolder(folder, made);
    accessSync(folder, constants.W_OK);
    const { blocks, bavail, bsize } = statfsSync(folder);
    // Some disks do not say how large they are.
    if (blocks === 0 || bavail * bsize >= LEAST_FREE) return [];
    const problem = `the disk is full: ${Math.floor((bavail * bsize) / MB)} MB are free, a build needs ${LEAST_FREE / MB}`;
    return [{ file: folder, problem, advice: 'make room on it' }];
  } catch (error) {
    return [{ file: folder, ...problemOf(error) }];
  } finally {
    removeEmpty(made);
  }
}

/**
 * Moves all that stands in `stage` to `site`, in place of what is there. Both go on to be folders of their own: `site` may be mounted.
 * Where a move fails, all are taken back, and an error for an editor is thrown.
 */
export function replaceSite(stage: string, site: string): void {
  const before = join(dirname(stage), 'site-before');
  rmSync(before, { recursive: true, force: true });
  for (const folder of [before, site]) makeFolder(resolve(folder));
  const [old, fresh] = [readdirSync(site), readdirSync(stage)];
  const moved: [from: string, to: string][] = [];
  const go = (from: string, to: string): void => {
    move(from, to);
    moved.push([from, to]);
  };
  try {
    // One after the other: at no moment is the site without its pages.
    for (const name of new Set([...old.filter((one) => one !== KEPT), ...fresh])) {
      if (old.includes(name)) go(join(site, name), join(before, name));
      if (fresh.includes(name)) go(join(stage, name), join(site, name));
    }
  } catch (error) {
    for (const [from, to] of moved.reverse()) move(to, from);
    const { path = site } = error as NodeJS.ErrnoException;
    throw notBuilt(formatFindings([{ file: path, ...problemOf(error) }]));
  }
  for (const folder of [before, stage]) rmSync(folder, { recursive: true });
}

/** From one disk to another, too. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    try {
      cpSync(from, to, { recursive: true });
    } catch (failure) {
      rmSync(to, { recursive: true, force: true });
      throw failure;
    }
    rmSync(from, { recursive: true });
  }
}
