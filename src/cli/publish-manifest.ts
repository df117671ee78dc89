/**
 * `npm run publish:manifest`: adds what dist/ publishes to the list of addresses of its plan; refuses where anything would break.
 * The list is published.json in the folder of the plan, or that of this checkout's own plan.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPlan } from '../assemble/read-plan.ts';
import { editorError, formatFindings } from '../content-files/findings.ts';
import { broken, correctionsAt, readPublished, type Published } from './published.ts';

const OWN = 'tests/support/published.json';
const DIST = 'dist';

function main(): void {
  const { PLAN_DIR = '', INIT_CWD = '.' } = process.env;
  const planFolder = PLAN_DIR === '' ? undefined : resolve(INIT_CWD, PLAN_DIR);
  const list = planFolder === undefined ? OWN : join(planFolder, 'published.json');
  const { plan, findings } = readPlan(planFolder ?? process.cwd());
  if (!plan) throw editorError(formatFindings(findings));
  if (!existsSync(DIST)) throw editorError('There is no dist/  → npm run build');
  const ids = plan.corrections.map(({ id }) => id);
  const now = readPublished(DIST, ids, plan.redirects);
  const before = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Published) : undefined;
  const problems = before ? broken(before, now, plan.redirects, correctionsAt(DIST, plan.corrections)) : [];
  if (problems.length > 0) throw editorError(`${list} was left as it is:\n${problems.join('\n')}`);
  // What has moved stays promised.
  const kept = Object.entries(before?.addresses ?? {}).filter(([address]) => !now.addresses[address]);
  const addresses = Object.entries(now.addresses)
    .concat(kept)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // Half a list would promise nothing.
  writeFileSync(
    `${list}.part`,
    `${JSON.stringify({ ...now, addresses: Object.fromEntries(addresses) }, null, 1)}\n`,
  );
  renameSync(`${list}.part`, list);
  console.log(`${list}: ${addresses.length} addresses`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
