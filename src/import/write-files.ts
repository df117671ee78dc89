/** Writes the files of an import: all of them or none, and never two imports at once. */
import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '../content-files/lock.ts';
import { problemOf } from '../content-files/read-bytes.ts';
import type { Finding } from '../plan/model.ts';

/** Holds the number of the process that imports. */
export const LOCK = '.import-lock';
const STAGE = '.import-new';

/** Runs an import that no other into the same folder disturbs; undefined where another is running. */
export function withLock<T>(root: string, run: () => T): T | undefined {
  const lock = join(root, LOCK);
  const made: string[] = [];
  try {
    makeFolder(root, made);
    if (!takeLock(lock)) return undefined;
    try {
      return run();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    // Nothing was written: the folders are as they were.
    for (const folder of made.reverse()) removeIfEmpty(folder);
  }
}

/** Makes a folder and those above it, and lists what it made. Node's own way never ends where the system refuses it in /proc. */
function makeFolder(folder: string, made: string[] = []): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), made);
  try {
    mkdirSync(folder);
    made.push(folder);
  } catch (error) {
    // Another import may have made it at this moment.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // A folder with files stays; so does an empty one, which no harm comes from.
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
    for (const folder of made.reverse()) removeIfEmpty(folder);
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

const isLast = (name: string) => name === 'content/plan.yaml';
