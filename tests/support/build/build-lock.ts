/** Waits for the lock of builds, over all test files and processes. */
import { setTimeout as later } from 'node:timers/promises';
import { takeLock } from '../../../src/content-files/lock.ts';

const EVERY = 50;

/** Waits until the lock is nobody's, takes it, and returns how to give it back. */
export async function waitForLock(place: string): Promise<() => void> {
  for (;;) {
    const giveBack = takeLock(place);
    if (giveBack) return giveBack;
    await later(EVERY);
  }
}
