/** A lock that holds over all processes of this machine: a directory that only one of them can put in its place. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

/** No build takes as long: a lock of this age was left behind, though another process may have got the number since. */
const LONGEST = 10 * 60_000;
const EVERY = 50;

/**
 * Waits until the directory `place` is nobody's, takes it, and returns how to give it back.
 * It names its holder from its first moment on: it is made elsewhere and moved, which fails where another one stands.
 */
export async function takeLock(place: string): Promise<() => void> {
  const holder = `${process.pid}-${randomUUID()}`;
  const prepared = `${place}-${holder}`;
  mkdirSync(join(prepared, holder), { recursive: true });
  try {
    while (!isMoved(prepared, place)) {
      for (const other of holdersOf(place)) if (isGone(place, other)) giveBack(place, other);
      await later(EVERY);
    }
  } finally {
    rmSync(prepared, { recursive: true, force: true });
  }
  return () => {
    giveBack(place, holder);
  };
}

function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    // Windows says EPERM.
    if (/^(?:ENOTEMPTY|EEXIST|EPERM)$/.test(codeOf(error))) return false;
    throw error;
  }
}

/** The directory goes only when it is empty: never with the name of another holder in it. */
function giveBack(place: string, holder: string): void {
  rmSync(join(place, holder), { recursive: true, force: true });
  try {
    rmdirSync(place);
  } catch (error) {
    if (!/^(?:ENOENT|ENOTEMPTY|EEXIST|EPERM)$/.test(codeOf(error))) throw error;
  }
}

function holdersOf(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    // Given back meanwhile.
    return [];
  }
}

function isGone(place: string, holder: string): boolean {
  const taken = statSync(join(place, holder), { throwIfNoEntry: false })?.mtimeMs;
  const now = performance.timeOrigin + performance.now();
  return !isRunning(Number.parseInt(holder, 10)) || (taken !== undefined && now - taken > LONGEST);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may be somebody else's process.
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
