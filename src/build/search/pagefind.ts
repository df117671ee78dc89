import * as pagefind from 'pagefind';
import { allFilters } from '../../search/filters.ts';
import { writeBlocks } from '../../search/pagefind-text.ts';
import type { TextPage } from '../../search/text-pages.ts';
import { inOrder } from './pagefind-order.ts';
import type { SearchFile } from '../shared/built-site.ts';

// What a search needs; the ready-made interfaces that Pagefind adds are left out.
const NEEDED = /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|.*\.pagefind)$/;

/** Builds the Pagefind index of pages in order, see plan/spacing.ts for how their texts stand in it. */
export async function pagefindIndex(pages: TextPage[]): Promise<SearchFile[]> {
  try {
    // In its Chinese mode Pagefind cuts words by itself, and marks take places of words.
    const { index, errors: atFirst } = await pagefind.createIndex({ forceLanguage: 'und' });
    stopAt(atFirst);
    if (!index) throw new Error('Search index: Pagefind gave no index.');
    const added = pages.map(({ url, kind, title, blocks, filters }, place) =>
      index.addCustomRecord({
        url,
        content: writeBlocks(blocks),
        language: 'und',
        meta: { title, parts: JSON.stringify(blocks.map(({ id, field }) => ({ id, field }))) },
        filters: { kind: [kind], ...allFilters(filters) },
        sort: { order: String(place) },
      }),
    );
    for (const { errors } of await Promise.all(added)) stopAt(errors);
    const written = await index.getFiles();
    stopAt(written.errors);
    const needed = written.files.filter(({ path }) => NEEDED.test(path));
    return inOrder(needed).map(({ path, content }) => ({
      path: `pagefind/${path}`,
      content: failLoudly(path, content),
    }));
  } finally {
    await pagefind.close();
  }
}

function stopAt(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Search index: Pagefind reports\n${errors.join('\n')}`);
}

/** Where Pagefind 1.5 logs a failed download of a piece of the index and goes on as if it were empty. */
const SWALLOWED = /catch\(e\)\{(?=console\.error\(`Failed to load the index chunk)/;

/** A piece of the index that did not arrive must not read as "no result": the download fails the search instead. */
function failLoudly(path: string, content: Uint8Array): Uint8Array {
  if (!path.endsWith('.js')) return content;
  const script = new TextDecoder().decode(content);
  if (!SWALLOWED.test(script)) {
    throw new Error(`Search index: ${path} has changed; look there how a failed download is treated.`);
  }
  return new TextEncoder().encode(script.replace(SWALLOWED, 'catch(e){throw e;'));
}
