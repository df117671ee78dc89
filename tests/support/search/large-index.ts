/** The search of the built site as it is where a plan is too long for the file of texts: Pagefind answers everything. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PagefindWriter } from '../../../src/build/search/pagefind.ts';
import { entryWords } from '../../../src/search/pagefind-words.ts';
import type { Texts } from '../../../src/search/text-pages.ts';
import { dist } from '../built-folder.ts';

/** The file of texts as built. */
export const texts = JSON.parse(readFileSync(`${dist}/search/texts.json`, 'utf8')) as Texts;

/** Writes an index with the texts of all entries; gives its folder. */
export async function largeIndex(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'pagefind-')), 'pagefind');
  const writer = new PagefindWriter();
  for (const { page, notes } of texts.entries) writer.add({ page, notes }, entryWords({ page, notes }));
  await writer.write(folder);
  return folder;
}

/** Has a tab search in such an index. */
export async function searchLarge(page: Page, folder: string): Promise<void> {
  const units = texts.entries.filter(({ page: { kind } }) => kind === 'unit');
  await page.route('**/search/texts.json', (route) =>
    route.fulfill({ json: { ...texts, complete: false, entries: [], units } }),
  );
  // Also what Pagefind's worker asks for.
  await page.context().route('**/pagefind/**', (route) =>
    route.fulfill({
      path: join(folder, new URL(route.request().url()).pathname.replace(/^.*\/pagefind\//, '')),
    }),
  );
}
