/** `npm run publish:manifest`: adds what dist/ publishes to tests/support/published.json; refuses where anything would break. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { formatFindings } from '../content-files/findings.ts';
import { readPlan } from '../assemble/read-plan.ts';
import { broken, correctionsAt, readPublished, type Published } from './published.ts';

const FILE = 'tests/support/published.json';
const DIST = 'dist';

const { plan, findings } = readPlan(process.cwd());
if (!plan) throw new Error(formatFindings(findings));
if (!existsSync(DIST)) throw new Error('There is no dist/: npm run build');
const ids = plan.corrections.map(({ id }) => id);
const now = readPublished(DIST, ids, plan.redirects);
const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Published) : undefined;
const problems = before ? broken(before, now, plan.redirects, correctionsAt(DIST, plan.corrections)) : [];
if (problems.length > 0) {
  console.error(`${FILE} was left as it is:\n${problems.join('\n')}`);
  process.exitCode = 1;
} else {
  // What has moved stays promised.
  const kept = Object.entries(before?.addresses ?? {}).filter(([address]) => !now.addresses[address]);
  const addresses = Object.entries(now.addresses)
    .concat(kept)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // Half a list would promise nothing.
  writeFileSync(
    `${FILE}.part`,
    `${JSON.stringify({ ...now, addresses: Object.fromEntries(addresses) }, null, 1)}\n`,
  );
  renameSync(`${FILE}.part`, FILE);
  console.log(`${FILE}: ${addresses.length} addresses`);
}
