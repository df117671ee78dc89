/** Where the site is that tests/configured-once.ts builds, and what it is set up as. */
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('../node_modules/.configured', import.meta.url));

export const configured = {
  dist: `${folder}/dist`,
  host: 'https://example.gov.cn',
  base: '/zwgk/fazhi/',
};
