/** Writes the files of an import: all of them or none, and never two imports at once. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, removeEmpty } from '../content-files/folders.ts';
import { takeLock } from '../content-files/lock.ts';
import { problemOf } from '../content-files/read-bytes.ts';
import type { Finding } from '../plan/model.ts';

/** Held by the process that imports. */
export const LOCK = '.import-lock';
const STAGE = '.import-new';

/** Runs an import that no other into the same folder disturbs; undefined where another is running. */
export function withLock<T>(root: string, run: () => T): T | undefined {
  const lock = join(root, LOCK);
  const made: string[] = [];
  try {
    makeFolder(root, made);
    const giveBack = takeLock(lock);
    if (!giveBack) return undefined;
    try {
      return run();
    } finally {
      giveBack();
    }
  } finally {
    // Nothing was written: the folders are as they were.
    removeEmpty(made);
  }
}

/** What the file system refuses in a folder, as a finding; any other error is thrown again. */
export function refusalIn(root: string, error: unknown): Finding {
  const problem = problemOf(error);
  const { path = root, dest = path } = error as NodeJS.ErrnoException & { dest?: string };
  const isOwn = [STAGE, LOCK].some((name) => dest.startsWith(join(root, name)));
  return { file: isOwn ? root : dest, ...problem };
}

/**
 * Writes files that do not exist yet. They are written aside first, so that a full disk leaves nothing; then each gets its
 * name at once, plan.yaml last: content without it is not read, and the next import goes on where this one was ended.
 */
export function writeAll(root: string, files: [name: string, body: string | Uint8Array][]): void {
  const stage = join(root, STAGE);
  const named: string[] = [];
  const made: string[] = [];
  try {
    rmSync(stage, { recursive: true, force: true });
    files.forEach(([, body], index) => {
      makeFolder(stage);
      writeFileSync(join(stage, String(index)), body);
    });
    const order = files
      .map(([name], index) => ({ name, index }))
      .sort((a, b) => Number(isLast(a.name)) - Number(isLast(b.name)));
    for (const { name, index } of order) {
      makeFolder(dirname(join(root, name)), made);
      renameSync(join(stage, String(index)), join(root, name));
      named.push(join(root, name));
    }
  } catch (error) {
    for (const file of named) rmSync(file, { force: true });
    removeEmpty(made);
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

const isLast = (name: string) => name === 'content/plan.yaml';
