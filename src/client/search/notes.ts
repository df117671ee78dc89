import { answersOn, findPages } from '../../search/exact-search.ts';
import type { Filters, Found, Group, Library, Matches } from './types.ts';

/** The notes that contain the words, each page once, without those of the units that are listed anyway. */
export async function notesWith(
  { exact: index }: Library,
  { asked, units, ...found }: Matches,
  filters: Filters,
): Promise<Group[]> {
  const noted = (await index.ids(asked.words, filters, 'notes')).slice(0, index.listed);
  const shown = new Set([...found.exact, ...found.unitTasks, ...found.due]);
  const notes = await Promise.all(noted.filter((id) => !shown.has(id)).map((id) => index.notes(id)));
  const address = ({ url }: { url: string }) => url.replace(/#.*$/, '');
  const seen = new Set(units.map(({ page }) => address(page)));
  const pages = findPages(notes.flat(), asked)
    .filter((page) => !seen.has(address(page)) && seen.add(address(page)))
    .map((page): Found => ({ page, matches: answersOn(page, asked) }));
  return pages.length > 0 ? [{ match: 'related', heading: '相关结果，并非逐字匹配', found: pages }] : [];
}
