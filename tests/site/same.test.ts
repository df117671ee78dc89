/** The same commit gives the same site, byte for byte: in another folder, time zone and language of the machine. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { files } from '../support/dist.ts';
import { withoutVitest } from '../support/environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'other place '));
/** All that a build reads; in an order of its own, since some systems list files as they were made. */
const PARTS = ['tsconfig.json', 'src', 'seeds', 'public', 'package.json', 'content', 'astro.config.mjs'];

beforeAll(async () => {
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  // Packages only: what Astro and Vite keep there of earlier builds stays here.
  for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.')))
    symlinkSync(join(process.cwd(), 'node_modules', name), join(folder, 'node_modules', name));
  const build = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    env: {
      ...withoutVitest(process.env),
      NODE_ENV: 'production',
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    },
  });
  let said = '';
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  const status = await new Promise((resolve) => build.on('close', resolve));
  if (status !== 0) throw new Error(said);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('two builds have the same files, and every file the same bytes', async () => {
  const entries = await readdir(join(folder, 'dist'), { recursive: true, withFileTypes: true });
  const there = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(join(folder, 'dist/').length).replaceAll('\\', '/'),
    );
  expect(there.sort()).toEqual([...files].sort());
  expect(files).toContain('sw.js');
  expect([...files].some((file) => file.startsWith('pagefind/index/'))).toBe(true);
  expect([...files].filter((file) => hash(`dist/${file}`) !== hash(join(folder, 'dist', file)))).toEqual([]);
});
