/** Answers a state of the search page from the indexes. */
import { answersOn, findPages, type PreparedPage } from '../../search/exact-search.ts';
import { question, type Question } from '../../search/query.ts';
import { compoundNumber, itemNumber } from '../../search/task-number.ts';
import type { TaskNumber } from '../../plan/model.ts';
import { aliasTasks, alikeUnits, similarPages } from './related.ts';
import { facets, filtersOf, type Facet, type State } from './state.ts';
import type { Answer, Counts, Found, Index, Library } from './types.ts';

/** Answers a state, with `more` results beyond the first; `soon` gets what is known of the answer so far. */
export async function answer(
  library: Library,
  state: State,
  soon: (answer: Answer) => void,
  more = 0,
): Promise<Answer> {
  const { exact: index } = library;
  const asked = question(state.q, library.variants);
  const filters = filtersOf(state);
  const none: Answer = {
    asked,
    exact: [],
    numbered: [],
    related: [],
    rest: 0,
    tasks: undefined,
    unfiltered: 0,
    unsupported: false,
    alike: [],
  };
  if (state.q.trim() !== '' && asked.words.length === 0) return none;
  const ids = await index.ids(asked.words, filters);
  const listed = index.listed + more;
  const pages = await firstPages(index, ids, asked, listed);
  const exact = pages.map((page): Found => ({ page, matches: answersOn(page, asked) }));
  const found: Answer = { ...none, exact, rest: ids.length - exact.length };
  // Of a large plan counting takes another download.
  if (!library.complete && exact.length > 0) soon(found);
  const isFiltered = Object.keys(filters).length > 0;
  const [tasks, all] = await Promise.all([
    ids.length > 0 ? index.ids(asked.words, { ...filters, kind: 'task' }) : [],
    isFiltered ? index.ids(asked.words) : ids,
  ]);
  // A filter for another kind leaves no tasks.
  found.tasks = filters.kind === undefined || filters.kind === 'task' ? tasks.length : 0;
  found.unfiltered = all.length;
  if (asked.words.length === 0) return found;

  const numbered = await taskOfNumber(state.q, asked, index, filters);
  if (numbered) {
    const { id, page } = numbered;
    if (ids.includes(id)) {
      const others = exact.filter((one) => one.page.url !== page.url);
      found.exact = [{ page, matches: answersOn(page, asked) }, ...others];
      found.rest = ids.length - found.exact.length;
    } else found.numbered = [{ page, matches: [], reason: { by: 'number' } }];
  }
  found.related = await relatedPages(library, asked, filters, found, listed);
  if (ids.length + found.numbered.length === 0) found.alike = alikeUnits(asked, await library.units());
  if (all.length + found.numbered.length + found.related.length > 0) return found;
  if (!library.pagefind.supported) return { ...found, unsupported: true };
  soon(found);
  return { ...found, related: await similarPages(asked, library, filters) };
}

/** Counts what each option of each filter would leave, the other filters staying as they are. */
export async function count(
  { exact, pagefind, variants }: Library,
  state: State,
  options: Record<Facet, string[]>,
  needed: () => boolean,
): Promise<Counts> {
  const { words } = question(state.q, variants);
  const matching = new Set(await exact.ids(words));
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Counts;
  for (const facet of facets) {
    for (const value of options[facet]) {
      if (!needed()) return counts;
      const ids = await pagefind.ids([], filtersOf({ ...state, [facet]: value }));
      counts[facet].set(value, ids.filter((id) => matching.has(id)).length);
    }
  }
  return counts;
}

/** The task whose number a query gives, if the filters leave it. */
async function taskOfNumber(
  query: string,
  { whole }: Question,
  index: Index,
  filters: Record<string, string>,
): Promise<{ id: string; page: PreparedPage } | undefined> {
  const number: TaskNumber | undefined = compoundNumber(query) ?? itemNumber(whole);
  if (number === undefined) return undefined;
  const task = { kind: 'task' };
  // Whole numbers run on from 1: the number is the place in the list of tasks.
  const [id] =
    typeof number === 'string'
      ? await index.ids([], { ...task, number })
      : (await index.ids([], task)).slice(number - 1, number);
  if (id === undefined || !(await index.ids([], { ...filters, ...task })).includes(id)) return undefined;
  const page = await index.page(id);
  return page.url.endsWith(`/tasks/${number}/`) ? { id, page } : undefined;
}

/** Tasks of a unit that is asked for by another name, and notes that contain the words. */
async function relatedPages(
  library: Library,
  asked: Question,
  filters: Record<string, string>,
  { exact, numbered, rest }: Answer,
  listed: number,
): Promise<Found[]> {
  const { exact: index } = library;
  const noted = rest > 0 ? [] : (await index.ids(asked.words, filters, 'notes')).slice(0, listed);
  const notes = (await Promise.all(noted.map((id) => index.notes(id)))).flat();
  const seen = new Set([...exact, ...numbered].map(({ page }) => page.url));
  return [
    ...(await aliasTasks(asked, await library.units(), index, filters, listed)),
    ...findPages(notes, asked).map((page): Found => ({ page, matches: answersOn(page, asked) })),
  ].filter(({ page }) => {
    const address = page.url.replace(/#(?:note|progress)$/, '');
    return !seen.has(address) && seen.add(address);
  });
}

/** The pages that are listed, the closest first; of many only the first are read. */
async function firstPages(
  index: Index,
  ids: string[],
  asked: Question,
  listed: number,
): Promise<PreparedPage[]> {
  const read = (some: string[]) => Promise.all(some.map((id) => index.page(id)));
  if (ids.length <= listed || asked.words.length === 0)
    return findPages(await read(ids.slice(0, listed)), asked);
  const wanted = new Set(ids);
  const ranked = await Promise.all([
    index.named(asked.whole),
    index.ids(asked.words, {}, 'title'),
    index.ids(asked.words, {}, 'purpose'),
    asked.words.length > 1 ? index.ids([asked.whole]) : [],
  ]);
  const order = new Set([...ranked.flat().filter((id) => wanted.has(id)), ...ids]);
  return read([...order].slice(0, listed));
}
