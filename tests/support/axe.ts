/**
 * axe on a page as it is shown. AxeBuilder of @axe-core/playwright hands over all that passed as well, and takes six
 * times as long.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in a page, or in a part of it: the rule, and where it is broken. */
export async function axeFindings(
  page: Page,
  { within = 'html', ...options }: RunOptions & { within?: string } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ([part, how]) => {
      interface Axe {
        run: (within: string, options: RunOptions) => Promise<AxeResults>;
      }
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(part, { ...how, resultTypes: ['violations'] });
      return violations.map(
        ({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    },
    [within, options] as const,
  );
}
