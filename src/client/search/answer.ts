/** Answers a state of the search page from the indexes. */
import { contains } from '../../search/named-units.ts';
import { question } from '../../search/query.ts';
import { listAll, listMatches, nothing } from './listing.ts';
import { allOf, match, unitsPass } from './matches.ts';
import { notesWith } from './notes.ts';
import { facets, filtersOf, type Facet, type State } from './state.ts';
import type { Answer, Counts, Library } from './types.ts';

/** Answers a state, with `more` results beyond the first; `soon` gets what is known of the answer so far. */
export async function answer(
  library: Library,
  state: State,
  soon: (answer: Answer) => void,
  more = 0,
): Promise<Answer> {
  const filters = filtersOf(state);
  const asked = question(state.q, library.variants);
  if (state.q.trim() === '') return listAll(library, asked, filters, more);
  if (asked.words.length === 0) return nothing(asked);
  const found = await match(library, state.q);
  const result = await listMatches(library, found, filters, more, soon);
  if (result.rest === 0) result.groups.push(...(await notesWith(library, found, filters)));
  if (result.count > 0 || result.unfiltered > 0) return result;
  // Loaded only where a query stands nowhere.
  const { everydayWords, otherwise } = await import('./otherwise.ts');
  const suggestions = await everydayWords(library, asked);
  if (result.groups.length > 0) return { ...result, suggestions };
  return (await otherwise(library, state, filters, more, soon)) ?? result;
}

/** Counts what each option of each filter would leave, the other filters staying as they are. */
export async function count(
  library: Library,
  state: State,
  options: Record<Facet, string[]>,
  needed: () => boolean,
): Promise<Counts> {
  const { pagefind, exact } = library;
  const found = state.q.trim() === '' ? undefined : await match(library, state.q);
  // Every page contains no words at all; what has no letters finds nothing.
  const isSearchable = found === undefined || found.asked.words.length > 0;
  const ids = found ? allOf(found) : new Set(await exact.ids([]));
  // Units that are called otherwise are no exact results of their own.
  const added = found?.units.filter((unit) => !contains(unit, found.asked)).length ?? 0;
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Counts;
  for (const facet of facets) {
    for (const value of options[facet]) {
      if (!needed()) return counts;
      const filters = filtersOf({ ...state, [facet]: value });
      const left = (await pagefind.ids([], filters)).filter((id) => isSearchable && ids.has(id)).length;
      counts[facet].set(value, left + (unitsPass(filters) ? added : 0));
    }
  }
  return counts;
}
