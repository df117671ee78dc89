/** A file that only one process can hold at a time. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { readBytes } from './read-bytes.ts';

/**
 * Takes the lock; false where another process that is still running holds it. The file holds that process's number, and is the
 * holder's to remove. Throws what the file system does where it cannot be written.
 */
export function takeLock(file: string): boolean {
  for (const last of [false, true]) {
    try {
      writeNumber(file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (last || isHeld(file)) return false;
      // Left by a process that was ended from outside.
      rmSync(file, { force: true });
    }
  }
  return false;
}

function writeNumber(file: string): void {
  const lock = openSync(file, 'wx');
  try {
    writeSync(lock, String(process.pid));
  } catch (error) {
    // The disk is full.
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(lock);
  }
}

/** Whether the process of a lock still runs; a lock that cannot be read is somebody else's. */
function isHeld(file: string): boolean {
  const { bytes } = readBytes(file, 100);
  if (!bytes) return true;
  const pid = Number(new TextDecoder().decode(bytes));
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
