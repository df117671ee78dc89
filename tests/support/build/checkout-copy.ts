/** This checkout once more, for what must not write into it: a development server, a build elsewhere. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './build-site.ts';

/** All that Astro reads; in an order of its own, since some systems list files as they were made. */
const PARTS = ['tsconfig.json', 'src', 'seeds', 'public', 'package.json', 'content', 'astro.config.mjs'];

/** Copies into a folder of its own, with a blank in its name, and returns that; it is the caller's to remove. */
export function copyCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'other place '));
  for (const part of PARTS) cpSync(join(checkout, part), join(copy, part), { recursive: true });
  const packages = join(checkout, 'node_modules');
  mkdirSync(join(copy, 'node_modules'));
  // Packages only: what Astro and Vite keep there of earlier builds stays here.
  for (const name of readdirSync(packages).filter((one) => !one.startsWith('.')))
    symlinkSync(join(packages, name), join(copy, 'node_modules', name));
  return copy;
}
