/**
 * `npm run bench:verify`, after a build: how long 核对引文 takes for 5,000 characters on a processor four times slower,
 * from the press of the button until the result stands there. Every tenth word of the text is another than in the plan.
 */
import { readFileSync } from 'node:fs';
import type { PlanData } from '../../src/data/formats/plan-json-fields.ts';
import { dist } from '../support/built-folder.ts';
import { openSite } from '../support/browser.ts';

const [CHARACTERS, SLOWER, ROUNDS] = [5000, 4, 5];

const { tasks } = JSON.parse(readFileSync(`${dist}/data/plan.json`, 'utf8')) as PlanData;
const text = tasks
  .map((task) => task.text + task.duty)
  .join('\n')
  .slice(0, CHARACTERS)
  .replace(/(.{38})../g, '$1另外');

const site = await openSite();
const { page } = await site.newPage();
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });

/** Milliseconds until the result is painted. */
async function measure(fresh: boolean): Promise<number> {
  if (fresh) await page.goto(site.url('/verify/'));
  await page.fill('#quoted', text);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const result = document.querySelector<HTMLElement>('[data-result]');
        const start = performance.now();
        document.querySelector<HTMLButtonElement>('[data-verify] [type=submit]')?.click();
        const look = () => {
          if (result?.hidden === false)
            requestAnimationFrame(() =>
              setTimeout(() => {
                resolve(performance.now() - start);
              }),
            );
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

for (const [name, fresh] of [
  ['first time, texts fetched and prepared', true],
  ['again', false],
] as const) {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) taken.push(await measure(fresh));
  taken.sort((a, b) => a - b);
  console.log(
    `${name}: ${Math.round(taken[Math.floor(ROUNDS / 2)] ?? 0)} ms (${Math.round(taken[ROUNDS - 1] ?? 0)} at most)`,
  );
}
await site.close();
