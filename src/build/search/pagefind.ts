/** The Pagefind index of a build, written while pages are rendered. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { allFilters } from '../../search/filters.ts';

import type { Entry } from '../../search/text-pages.ts';

/** What a search needs of what Pagefind writes; its ready-made interfaces are left out. */
const NEEDED =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|wasm\.\w+\.pagefind|.*\.pf_meta|index|filter|fragment)$/;
const SIGNATURE = 'pagefind_dcd';

/** Takes records one by one; the same records in the same order give the same bytes. */
export class PagefindWriter {
  private index: Promise<pagefind.PagefindIndex> | undefined;
  private readonly added: Promise<unknown>[] = [];

  /** Indexes an entry by its words. Pagefind hands back the address of a record as it was given: it carries the texts. */
  add(entry: Omit<Entry, 'id'>, words: string): void {
    this.index ??= open();
    const { kind, filters } = entry.page;
    const record = {
      url: JSON.stringify(entry),
      content: words,
      language: 'und',
      filters: { kind: [kind], ...allFilters(filters) },
    };
    const index = this.index;
    this.added.push(
      index.then(async (open) => {
        stopAt((await open.addCustomRecord(record)).errors);
      }),
    );
  }

  /** Writes the index into a folder. */
  async write(folder: string): Promise<void> {
    this.index ??= open();
    try {
      await Promise.all(this.added);
      await rm(folder, { recursive: true, force: true });
      stopAt((await (await this.index).writeFiles({ outputPath: folder })).errors);
    } finally {
      await pagefind.close();
    }
    const names = await readdir(folder);
    await Promise.all(
      names.map(async (name) => {
        const file = join(folder, name);
        if (!NEEDED.test(name)) await rm(file);
        else if (name.endsWith('.js')) await writeFile(file, adapted(name, await readFile(file, 'utf8')));
      }),
    );
  }
}

/** Takes the fragments (texts of the records) out of a written index: address of each page → id of its record. */
export async function takeFragments(folder: string): Promise<Map<string, string>> {
  const fragments = join(folder, 'fragment');
  const ids = new Map<string, string>();
  for (const name of await readdir(fragments)) {
    const json = gunzipSync(await readFile(join(fragments, name)))
      .toString()
      .slice(SIGNATURE.length);
    const { page } = JSON.parse((JSON.parse(json) as { url: string }).url) as Entry;
    ids.set(page.url, name.replace(/\.pf_fragment$/, ''));
  }
  await rm(fragments, { recursive: true });
  return ids;
}

/**
 * Words in one piece of the index: a query loads a piece for each pair, and with Pagefind's own 20,000 that is 20 KB each. Where
 * a version no longer takes this setting, pieces are larger and nothing else changes.
 */
const CHUNK_SIZE = '4000';

async function open(): Promise<pagefind.PagefindIndex> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
  // In its Chinese mode Pagefind segments texts by itself.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
  stopAt(errors);
  if (!index) throw new Error('Search index: Pagefind gave no index.');
  return index;
}

function stopAt(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Search index: Pagefind reports\n${errors.join('\n')}`);
}

/** What has to be otherwise in the scripts of Pagefind 1.6; a script that no longer has such a place stops the build. */
const CHANGES: { file: RegExp; from: RegExp; to: string; why: string }[] = [
  {
    file: /\.js$/,
    from: /("load_(?:index|filter)_chunk"\)\))\.catch\(\(\)=>\{\}\)/g,
    to: '$1',
    why: 'a piece of the index that did not arrive must not read as "no result"',
  },
  {
    file: /pagefind\.js$/,
    from: /language:detectLanguage\(\)/g,
    to: 'language:"und"',
    why: 'for the language of our pages it would segment queries, and the words of the index are pairs of letters',
  },
];

function adapted(name: string, script: string): string {
  let text = script;
  for (const { from, to, why } of CHANGES.filter(({ file }) => file.test(name))) {
    if (text.search(from) < 0)
      throw new Error(
        `Search index: ${name} has changed, see CHANGES in src/build/search/pagefind.ts: ${why}.`,
      );
    text = text.replace(from, to);
  }
  return text;
}
