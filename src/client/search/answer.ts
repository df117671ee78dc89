/** Answers a state of the search page from the indexes. */
import { question } from '../../search/query.ts';
import { topicOf } from '../../search/question-words.ts';
import { unitsWithin } from '../../search/named-units.ts';
import { listAll, listMatches, nothing } from './listing.ts';
import { allOf, match, unitsPass } from './matches.ts';
import { notesWith, pinyinUnits, placesOf, similarPages, synonymsIn } from './related.ts';
import { facets, filtersOf, type Facet, type State } from './state.ts';
import type { Answer, Counts, Filters, Library, Matches, Suggestion } from './types.ts';

/** So many results are listed of what is only suggested, or those of one word more. */
const SUGGESTED = 10;

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
  const [whole] = synonymsIn(asked, library, 'whole');
  if (whole) result.suggestions.push(whole);
  if (result.rest === 0) result.groups.push(...(await notesWith(library, found, filters)));
  if (result.unfiltered + result.groups.length > 0) return result;
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
  const ids = found ? allOf(found) : new Set(await exact.ids([]));
  // Units that are called otherwise are no exact results of their own.
  const added = found?.units.filter(({ naming }) => naming.by !== 'name').length ?? 0;
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Counts;
  for (const facet of facets) {
    for (const value of options[facet]) {
      if (!needed()) return counts;
      const filters = filtersOf({ ...state, [facet]: value });
      const left = (await pagefind.ids([], filters)).filter((id) => ids.has(id)).length;
      counts[facet].set(value, left + (unitsPass(filters) ? added : 0));
    }
  }
  return counts;
}

/** What a query may mean that stands nowhere: the nearest of these that finds anything. */
async function otherwise(
  library: Library,
  { q }: State,
  filters: Filters,
  more: number,
  soon: (answer: Answer) => void,
): Promise<Answer | undefined> {
  const asked = question(q, library.variants);
  const topic = topicOf(q);
  const about = question(topic, library.variants).folded;
  const list = async (found: Matches, instead: string): Promise<Answer | undefined> => {
    const result = await listMatches(library, found, filters, more, soon);
    const groups = result.groups.map((group) => ({ ...group, match: 'related' as const }));
    return result.unfiltered > 0 ? { ...result, asked, instead, groups } : undefined;
  };

  const whole = [asked, question(topic, library.variants)].flatMap((one) =>
    synonymsIn(one, library, 'whole'),
  );
  if (whole.length > 0) return suggest(library, asked, whole, filters);
  if (about.whole.length > 1 && about.whole !== asked.whole) {
    const found = await list(await match(library, topic), topic);
    if (found) return found;
  }
  const within = synonymsIn(asked, library, 'within');
  if (within.length > 0) return suggest(library, asked, within, filters);
  const { units, rest } = unitsWithin(about.whole, library.units);
  if (units.length > 0) {
    const found = await match(library, units[0]?.page.title ?? '', units);
    const those = rest === '' ? [] : await library.exact.ids([rest]);
    const both = found.unitTasks.filter((id) => those.includes(id));
    const name = about.whole.replace(rest, '');
    const only = { ...found, exact: [], folded: [], unitTasks: both.length > 0 ? both : found.unitTasks };
    const result = await list(only, both.length > 0 ? `${name} ${rest}` : name);
    if (result) return result;
  }
  const places = await library.places(q);
  const spelled = pinyinUnits(places, library.units);
  if (spelled.length > 0) {
    const found = await match(library, q, spelled);
    const result = await list(
      { ...found, exact: [], folded: [] },
      spelled.map(({ page }) => page.title).join(' '),
    );
    if (result) return { ...result, suggestions: await meant(library, asked.folded.whole) };
  }
  const numbered = placesOf(places.length > 0 ? places : await library.places(topic));
  if (numbered.length > 0) return { ...nothing(asked), suggestions: numbered };
  const spelling = await meant(library, asked.folded.whole);
  if (spelling.length > 0) return suggest(library, asked, spelling, filters);
  if (!library.pagefind.supported) return { ...nothing(asked), unsupported: true };
  soon(nothing(asked));
  const similar = await similarPages(
    topic === '' ? asked : question(topic, library.variants),
    library,
    filters,
  );
  return similar.length === 0
    ? undefined
    : { ...nothing(asked), groups: [{ match: 'related', found: similar }] };
}

/** Suggestions, with the units and tasks that the words find, those of the first word first. */
async function suggest(
  library: Library,
  asked: Answer['asked'],
  suggestions: Suggestion[],
  filters: Filters,
): Promise<Answer> {
  const words = suggestions.flatMap((one) => (one.by === 'place' ? [] : one.words));
  const result: Answer = { ...nothing(asked), suggestions };
  const seen = new Set<string>();
  const unseen = ({ url }: { url: string }) => !seen.has(url) && seen.add(url);
  for (const word of words) {
    if (seen.size >= SUGGESTED) break;
    const found = await listMatches(library, await match(library, word), filters, 0, () => undefined);
    result.units.push(...found.units.filter(({ page }) => unseen(page)));
    for (const group of found.groups) {
      const tasks = group.found.filter(({ page }) => page.kind === 'task' && unseen(page));
      if (tasks.length > 0) result.groups.push({ ...group, match: 'related', found: tasks });
    }
  }
  return result;
}

const meant = async (library: Library, whole: string) => {
  const words = await library.meant(whole);
  return words.length > 0 ? [{ by: 'spelling' as const, words }] : [];
};
