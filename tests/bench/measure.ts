/** Runs a command as a whole process and says what it took, those it starts included. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import type { Readable } from 'node:stream';

export interface Taken {
  /** Wall clock. */
  seconds: number;
  /** Time on all processors. */
  cpuSeconds: number;
  /** The most memory held at one moment, in megabytes; undefined where there is no /proc. */
  megabytes: number | undefined;
}

let aside = 0;

/**
 * Takes what a build has left out of the way of the next, for whoever removes the folder around it in the end: for minutes after
 * many files are deleted, ext4 is slow to make new ones (recently_deleted in its ialloc.c), up to a millisecond each.
 */
export function putAside(path: string): void {
  if (existsSync(path)) renameSync(path, `${path}.${++aside}`);
}

const EVERY = 50;

/** Rejects with all that was printed where the command fails. */
export function measure(command: string, cwd: string, env: Record<string, string> = {}): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // The shell adds up the processor time of all that ran below it.
    const shell = spawn('sh', ['-c', `${command}; status=$?; times >&3; exit $status`], {
      cwd,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let said = '';
    let times = '';
    const [, out, errors, third] = shell.stdio as (Readable | null)[];
    for (const stream of [out, errors]) stream?.on('data', (data: Buffer) => (said += String(data)));
    third?.on('data', (data: Buffer) => (times += String(data)));
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, memoryBelow(shell.pid ?? 0))), EVERY);
    shell.on('close', (code) => {
      clearInterval(watch);
      if (code !== 0) reject(new Error(`${command} failed:\n${said}`));
      const seconds = (performance.now() - start) / 1000;
      resolve({
        seconds,
        cpuSeconds: cpuSeconds(times),
        megabytes: most > 0 ? most / 1e6 : undefined,
      });
    });
  });
}

/** The second line of `times` is what children took: user and system, as 1m2.345s. */
function cpuSeconds(times: string): number {
  const line = times.trim().split('\n')[1] ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** What a process and all below it hold at this moment, in bytes; 0 where the system does not say. */
function memoryBelow(root: number): number {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess);
    const below = new Set([root]);
    // A child has no lower place in the list than its parent, unless numbers have begun anew.
    for (const { id, parent } of processes) if (below.has(parent)) below.add(id);
    return processes.filter(({ id }) => below.has(id)).reduce((sum, { bytes }) => sum + bytes, 0);
  } catch {
    return 0;
  }
}

function readProcess(name: string): { id: number; parent: number; bytes: number }[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8');
    const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return [{ id: Number(name), parent: field('PPid'), bytes: field('VmRSS') * 1024 }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
