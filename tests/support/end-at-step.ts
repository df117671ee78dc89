/**
 * Loaded before a command with `node --import`: ends it at its step number END_AT, where a step is a call that changes the
 * folder END_IN. END_BY=kill: the process is gone, half of the bytes written. END_BY=full: from then on nothing more can be
 * written.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { END_AT, END_BY, END_IN = '' } = process.env;
const calls = fs as unknown as Record<string, (place: unknown, ...more: unknown[]) => unknown>;
let step = 0;

for (const name of ['mkdirSync', 'openSync', 'writeFileSync', 'renameSync']) {
  const original = calls[name];
  if (!original) throw new Error(`node:fs has no ${name}`);
  calls[name] = (place, ...more) => {
    if (!String(place).startsWith(END_IN) || ++step < Number(END_AT)) return original(place, ...more);
    const [body] = more as [string | Uint8Array];
    if (name === 'writeFileSync') original(place, body.slice(0, body.length / 2));
    if (END_BY === 'kill') process.kill(process.pid, 'SIGKILL');
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' });
  };
}
syncBuiltinESMExports();
