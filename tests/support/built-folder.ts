/** The built site that tests look at: dist/, or what their project names (vitest.config.ts). */
import { join } from 'node:path';
import { readPlan } from '../../src/assemble/read-plan.ts';
import { formatFindings } from '../../src/content-files/findings.ts';
import type { Plan } from '../../src/plan/model.ts';
import { checkout } from './build/build-site.ts';

/** The folder, without a slash at its end. */
export const dist = process.env.SITE_DIST ?? join(checkout, 'dist');

/** The base path it was built for, with a slash at both ends. */
export const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');

/** The folder with content/ and seeds/ of the plan that the site is about. */
export const planRoot = process.env.SITE_PLAN ?? process.env.PLAN_DIR ?? checkout;

/** True for the plan that this project publishes. */
export const isOwnPlan = process.env.SITE_PLAN === undefined;

/** The plan that the site is about. */
export function planOfSite(): Plan {
  const { plan, findings } = readPlan(planRoot);
  if (!plan) throw new Error(formatFindings(findings));
  return plan;
}
