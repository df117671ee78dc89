/** A file that only one process can hold at a time. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/**
 * Takes the lock; false where another process that is still running holds it. The file holds that process's number, and is the
 * holder's to remove. Throws what the file system does where it cannot be written.
 */
export function takeLock(file: string): boolean {
  for (const last of [false, true]) {
    try {
      const lock = openSync(file, 'wx');
      writeSync(lock, String(process.pid));
      closeSync(lock);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (last || isRunning(Number(readFileSync(file, 'utf8')))) return false;
      // Left by a process that was ended from outside.
      rmSync(file, { force: true });
    }
  }
  return false;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
