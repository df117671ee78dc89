/** What editors and operators read calls things by the names that readers see. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkout } from '../support/build/build-site.ts';
import { oldWordsIn } from '../support/data/wording.ts';

test.each(['content/README.md', 'deploy/README.md', 'deploy/nginx/site.conf', 'deploy/nginx/map.conf'])(
  '%s uses no word that the site has given up',
  (file) => {
    expect(oldWordsIn(readFileSync(`${checkout}/${file}`, 'utf8'))).toEqual([]);
  },
);
