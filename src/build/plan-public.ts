import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Puts what another plan's folder has in public/, such as issued marks, over what the site itself brings. */
export function planPublic(root = process.env.PLAN_DIR): AstroIntegration {
  return {
    name: 'plan-public',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        if (root === undefined || resolve(root) === process.cwd()) return;
        const own = join(root, 'public');
        if (existsSync(own)) await cp(own, fileURLToPath(dir), { recursive: true });
      },
    },
  };
}
