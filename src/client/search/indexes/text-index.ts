/** The index over the file of texts: all of a plan of usual size, searched in the reader's browser. */
import { holds, preparePage, type PreparedPage } from '../../../search/exact-search.ts';
import { allFilters } from '../../../search/filters.ts';
import type { Zone } from '../../../search/pagefind-words.ts';
import type { Entry } from '../../../search/text-pages.ts';
import type { Index } from '../types.ts';

/** Makes the index of all entries, which come in the order of the plan. */
export function textIndex(entries: Entry[]): Index {
  const read = entries.map(({ id, page, notes }) => {
    const filters: Record<string, string[]> = { kind: [page.kind], ...allFilters(page.filters) };
    return { id, page: preparePage(page), notes: notes.map(preparePage), filters };
  });
  const byId = new Map(read.map((entry) => [entry.id, entry]));
  const entry = (id: string) => {
    const found = byId.get(id);
    return found ? Promise.resolve(found) : Promise.reject(new Error(`There is no page ${id}.`));
  };
  return {
    listed: Infinity,
    ids: (words, filters = {}, zone = 'text') =>
      Promise.resolve(
        read
          .filter((one) => inZone(one, words, zone))
          .filter((one) =>
            Object.entries(filters).every(([name, value]) => one.filters[name]?.includes(value)),
          )
          .map(({ id }) => id),
      ),
    named: (whole) =>
      Promise.resolve(read.filter(({ page }) => page.names.includes(whole)).map(({ id }) => id)),
    page: async (id) => (await entry(id)).page,
    notes: async (id) => (await entry(id)).notes,
  };
}

/** Whether each word is contained in a zone of an entry. */
function inZone(
  { page, notes }: { page: PreparedPage; notes: PreparedPage[] },
  words: string[],
  zone: Zone,
): boolean {
  const each = (texts: string[]) => words.every((word) => texts.some((text) => text.includes(word)));
  switch (zone) {
    case 'text':
      return holds(page, words);
    case 'folded':
      return holds(page, words, 'folded');
    case 'title':
      return each(page.titles);
    case 'purpose':
      return each([page.purpose]);
    case 'notes':
      return each(notes.flatMap(({ runs }) => runs.map(({ chars }) => chars)));
  }
}
