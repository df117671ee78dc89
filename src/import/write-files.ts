/** Writes the files of an import: all of them or none, and never two imports at once. */
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '../content-files/lock.ts';

/** Holds the number of the process that imports. */
export const LOCK = '.import-lock';
const STAGE = '.import-new';

/** Runs an import that no other into the same folder disturbs; undefined where another is running. */
export function withLock<T>(root: string, run: () => T): T | undefined {
  const lock = join(root, LOCK);
  const isNew = !existsSync(root);
  mkdirSync(root, { recursive: true });
  if (!takeLock(lock)) return undefined;
  try {
    return run();
  } finally {
    rmSync(lock, { force: true });
    // Nothing was written: the folder is as it was.
    if (isNew) removeIfEmpty(root);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // A folder with files stays; so does an empty one, which no harm comes from.
  }
}

/**
 * Writes files that do not exist yet. They are written aside first, so that a full disk leaves nothing; then each gets its
 * name at once, plan.yaml last: content without it is not read, and the next import goes on where this one was ended.
 */
export function writeAll(root: string, files: [name: string, body: string | Uint8Array][]): void {
  const stage = join(root, STAGE);
  const named: string[] = [];
  rmSync(stage, { recursive: true, force: true });
  try {
    files.forEach(([, body], index) => {
      mkdirSync(stage, { recursive: true });
      writeFileSync(join(stage, String(index)), body);
    });
    const order = files
      .map(([name], index) => ({ name, index }))
      .sort((a, b) => Number(isLast(a.name)) - Number(isLast(b.name)));
    for (const { name, index } of order) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      renameSync(join(stage, String(index)), join(root, name));
      named.push(join(root, name));
    }
  } catch (error) {
    for (const file of named) rmSync(file, { force: true });
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

const isLast = (name: string) => name === 'content/plan.yaml';
