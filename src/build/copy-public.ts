import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuiltSite } from './shared/built-site.ts';

/** Puts what another plan's folder has in public/, such as issued marks, over what the site itself brings. */
export async function copyPublic({ root }: BuiltSite, plan = process.env.PLAN_DIR): Promise<void> {
  if (plan === undefined || resolve(plan) === process.cwd()) return;
  const own = join(plan, 'public');
  if (existsSync(own)) await cp(own, root, { recursive: true });
}
