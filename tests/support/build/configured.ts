/** Where the site is that tests/support/build/configured-site.ts builds, and what it is set up as. */
import { fileURLToPath } from 'node:url';
import { hostile } from '../hostile.ts';

export const folder = fileURLToPath(new URL('../../../node_modules/.configured', import.meta.url));

export const configured = {
  dist: `${folder}/dist`,
  host: 'https://example.gov.cn',
  base: '/zwgk/fazhi/',
};

/** The hostile words that its content has; none so long that a layout is measured by it. */
export const words = Object.fromEntries(
  Object.entries(hostile).filter(
    ([name]) => name !== 'long' && name !== 'control' && name !== 'half a character',
  ),
) as typeof hostile;

/** What a search engine asks an office to lay beside its pages, to prove that the site is its own. */
export const proof = { file: 'baidu_verify_codeva.html', text: '0123456789abcdef' };
