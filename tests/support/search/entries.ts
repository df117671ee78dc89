/** All that the search of the built site holds: in the file of texts, or in Pagefind's records where a plan is too long for it. */
import { gunzipSync } from 'node:zlib';
import type { Entry, Texts } from '../../../src/search/text-pages.ts';
import { files, read, readBytes } from '../dist.ts';

/** Before the JSON of each record. */
const SIGNATURE = 'pagefind_dcd';

export function searchEntries(): Omit<Entry, 'id'>[] {
  const { complete, entries } = JSON.parse(read('search/texts.json')) as Texts;
  if (complete) return entries;
  return [...files]
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => {
      const record = gunzipSync(readBytes(file)).toString().slice(SIGNATURE.length);
      return JSON.parse((JSON.parse(record) as { url: string }).url) as Entry;
    });
}
