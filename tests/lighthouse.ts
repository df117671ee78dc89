/** `npm run lighthouse`: what Lighthouse says of every kind of page, on its simulated slow telephone. */
import lighthouse from 'lighthouse';
import { openSite } from './browser/browser.ts';
import { pageKinds } from './browser/kinds.ts';

const port = 9223;
const goals: Record<string, number> = {
  performance: 99,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};
const site = await openSite({ args: [`--remote-debugging-port=${port}`] });
const [only = ''] = process.argv.slice(2);
let missed = 0;

for (const address of pageKinds().filter((one) => one.includes(only) && !one.includes('?'))) {
  const result = await lighthouse(site.url(address), {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: Object.keys(goals),
    // The local server does not compress and does not cache; page weight is held by tests/built/budget.test.ts.
    skipAudits: ['uses-text-compression', 'is-on-https', 'redirects-http'],
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${address}.`);
  const { categories, audits } = result.lhr;
  const scores = Object.entries(goals).map(([name, goal]) => {
    const score = Math.round((categories[name]?.score ?? 0) * 100);
    if (score < goal) missed++;
    return `${name} ${score}${score < goal ? ` (goal ${goal})` : ''}`;
  });
  console.log(`${address}  ${scores.join(', ')}`);
  for (const category of Object.values(categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = audits[id];
      if (weight > 0 && audit && audit.score !== null && audit.score < 0.9) {
        console.log(`    ${category.id}: ${id} ${audit.displayValue ?? ''}`);
      }
    }
  }
}
await site.close();
if (missed > 0) process.exitCode = 1;
