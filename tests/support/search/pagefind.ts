/** Pagefind of a built site, asked without a browser. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../../src/cli/serve.ts';

interface Pagefind {
  search(
    query: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { id: string }[] }>;
}

/** Opens the index in a folder; `search` gives the ids of records. */
export async function openIndex(dir: string) {
  const served = await serve({ dir });
  // As a module of Node it needs another name.
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  copyFileSync(join(dir, 'pagefind/pagefind.js'), join(folder, 'pagefind.mjs'));
  const { createInstance } = (await import(pathToFileURL(join(folder, 'pagefind.mjs')).href)) as {
    createInstance: (options: object) => Pagefind;
  };
  const pagefind = createInstance({ basePath: `${served.url}pagefind/`, exactDiacritics: true });
  return {
    search: async (query: string | null, filters: Record<string, string> = {}) =>
      (await pagefind.search(query, { filters })).results.map(({ id }) => id),
    async close() {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}
