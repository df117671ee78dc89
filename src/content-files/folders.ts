/** Makes folders, and takes them away again. */
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder and those above it, and lists what it made. Throws what the file system does. Node's own way never ends where the
 * system refuses it in /proc.
 */
export function makeFolder(folder: string, made: string[] = []): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), made);
  try {
    mkdirSync(folder);
    made.push(folder);
  } catch (error) {
    // Another process may have made it at this moment.
    if (!isFolder(folder)) throw error;
  }
}

/** Takes folders away, as far as nothing is in them; in the order in which they were made. */
export function removeEmpty(folders: string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // One with files stays; so does an empty one, which no harm comes from.
    }
  }
}

/** Why a folder is not one that can hold a plan: it is a part of one, content/ or seeds/ itself. */
export function partOfPlan(folder: string): string | undefined {
  const isContent = basename(folder) === 'content' || existsSync(join(folder, 'plan.yaml'));
  if (!isContent && basename(folder) !== 'seeds') return undefined;
  return `this is the folder ${isContent ? 'content' : 'seeds'}/ of a plan`;
}

/** Whether this is a folder, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
