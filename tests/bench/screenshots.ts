/** `npm run screenshots`: a picture of every kind of page in every way it is shown, into screenshots/. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { openSite } from '../support/browser.ts';
import { pageKinds, pageName } from '../support/kinds.ts';

interface Way {
  name: string;
  options: BrowserContextOptions;
  size?: string;
  print?: true;
}

const narrow = { width: 360, height: 740 };
const wide = { width: 1280, height: 900 };
const paper = { width: 794, height: 1123 };
const ways: Way[] = [
  ...[narrow, wide].flatMap((viewport): Way[] => [
    { name: `light-${viewport.width}`, options: { viewport } },
    { name: `dark-${viewport.width}`, options: { viewport, colorScheme: 'dark' } },
    { name: `large-${viewport.width}`, options: { viewport }, size: '30' },
  ]),
  { name: 'print', options: { viewport: paper }, print: true },
];

const out = fileURLToPath(new URL('../../screenshots', import.meta.url));
const [only = ''] = process.argv.slice(2);
if (existsSync(out) && only === '') rmSync(out, { recursive: true });
const site = await openSite();
for (const { name, options, size, print } of ways) {
  mkdirSync(`${out}/${name}`, { recursive: true });
  const { page } = await site.newPage(options);
  for (const address of pageKinds().filter((one) => pageName(one).includes(only))) {
    const url = new URL(site.url(address));
    if (size !== undefined) url.searchParams.set('size', size);
    await page.goto(url.href, { waitUntil: 'load' });
    if (address.includes('?q='))
      await page.locator('[role=status][data-query]').waitFor({ state: 'attached' });
    if (print) await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${out}/${name}/${pageName(address)}.png`, fullPage: true });
  }
  await page.context().close();
  console.log(`screenshots/${name}/`);
}
await site.close();
