/**
 * A lock that holds over all processes of this machine: a folder in which the number of its holder stands as a name. It is made
 * elsewhere and moved, which fails where another one stands; and it goes only when it is empty, never with another holder in it.
 */
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Those of this process. */
const held = new Set<string>();

/**
 * Takes the lock and returns how to give it back; undefined where somebody holds it who is still running.
 * Throws what the file system does where it cannot be written.
 */
export function takeLock(lock: string): (() => void) | undefined {
  const place = resolve(lock);
  const own = String(process.pid);
  const prepared = `${place}-${own}`;
  if (held.has(place)) return undefined;
  try {
    rmSync(prepared, { recursive: true, force: true });
    // One by one: Node's own way never ends where the system refuses it in /proc.
    for (const folder of [prepared, join(prepared, own)]) mkdirSync(folder);
    if (!isMoved(prepared, place)) {
      // Left by processes that were ended from outside.
      for (const holder of namesIn(place)) if (!isRunning(Number(holder))) remove(place, holder);
      if (!isMoved(prepared, place)) return undefined;
    }
  } finally {
    rmSync(prepared, { recursive: true, force: true });
  }
  removeLeft(place);
  held.add(place);
  return () => {
    held.delete(place);
    remove(place, own);
  };
}

function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    // Windows says EPERM; ENOTDIR where a file stands.
    if (/^(?:ENOTEMPTY|EEXIST|EPERM|ENOTDIR)$/.test(codeOf(error))) return false;
    throw error;
  }
}

function remove(place: string, holder: string): void {
  rmSync(join(place, holder), { recursive: true, force: true });
  try {
    rmdirSync(place);
  } catch (error) {
    if (!/^(?:ENOENT|ENOTEMPTY|EEXIST|EPERM)$/.test(codeOf(error))) throw error;
  }
}

/** What processes prepared that were ended before they moved it. */
function removeLeft(place: string): void {
  const start = `${basename(place)}-`;
  for (const name of namesIn(dirname(place)))
    if (name.startsWith(start) && !isRunning(Number(name.slice(start.length))))
      rmSync(join(dirname(place), name), { recursive: true, force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // Given back meanwhile.
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  // In a container each process may have the same number.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may be somebody else's process.
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
