/** The public/ folder of another plan. */
import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuiltSite } from './shared/built-site.ts';

/** Copies it over what the site itself brings: issued marks, proofs for search engines. */
export async function copyPublic({ root }: BuiltSite, plan = process.env.PLAN_DIR): Promise<void> {
  if (plan === undefined || resolve(plan) === process.cwd()) return;
  const own = join(plan, 'public');
  if (existsSync(own)) await cp(own, root, { recursive: true });
}
