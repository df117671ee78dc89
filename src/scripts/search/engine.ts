import { lettersApart, phrases, type Range } from '../../plan/query.ts';
import { matchesOn, type Index, type IndexedPage } from './index.ts';
import { facets, filtersOf, type Facet, type State } from './state.ts';

/** A page of the answer, with the places that answer the question. */
export interface Found {
  page: IndexedPage;
  matches: Range[];
}

export interface Answer {
  exact: Found[];
  /** Pages that only share strings with the query; empty where there is any exact one. */
  related: Found[];
  /** How many exact ones there are without the filters. */
  unfiltered: number;
}

/** How many results each value of each filter would leave. */
export type Counts = Record<Facet, Map<string, number>>;

// Longer phrases are asked for by their beginning and then compared in full.
const ASKED_LETTERS = 200;
const RELATED_PAGES = 10;
const RELATED_GRAMS = 60;
const RELATED_SHARE = 0.5;

/** Answers a state of the search page: exact matches or, where there are none, related pages. */
export async function answer(index: Index, state: State): Promise<Answer> {
  const wanted = phrases(state.q);
  if (state.q.trim() !== '' && wanted.length === 0) return { exact: [], related: [], unfiltered: 0 };
  const allowed = new Set(await index.ids(null, filtersOf(state)));
  const matching = await exactIds(index, wanted);
  const exact = await load(
    index,
    matching.filter((id) => allowed.has(id)),
    wanted,
  );
  if (matching.length > 0 || wanted.length === 0) return { exact, related: [], unfiltered: matching.length };
  const grams = gramsOf(wanted);
  const ids = await relatedIds(index, grams);
  const related = await load(index, ids.filter((id) => allowed.has(id)).slice(0, RELATED_PAGES), grams);
  return { exact, related, unfiltered: 0 };
}

/** Counts what each option of each filter would leave, the other filters staying as they are. */
export async function count(
  index: Index,
  state: State,
  options: Record<Facet, string[]>,
  needed: () => boolean,
): Promise<Counts> {
  const matching = new Set(await exactIds(index, phrases(state.q)));
  const counts: Counts = {
    unit: new Map(),
    role: new Map(),
    section: new Map(),
    deadline: new Map(),
    kind: new Map(),
  };
  for (const facet of facets) {
    for (const value of options[facet]) {
      if (!needed()) return counts;
      const ids = await index.ids(null, filtersOf({ ...state, [facet]: value }));
      counts[facet].set(value, ids.filter((id) => matching.has(id)).length);
    }
  }
  return counts;
}

/** Pages that hold every phrase. What the index says is compared with the text itself, so that it is certain. */
async function exactIds(index: Index, wanted: string[]): Promise<string[]> {
  if (wanted.length === 0) return index.ids(null);
  let ids: string[] | undefined;
  for (const phrase of [...wanted].sort((a, b) => b.length - a.length)) {
    const holding = await index.ids(quoted(phrase));
    const held = new Set(holding);
    ids = ids?.filter((id) => held.has(id)) ?? holding;
    if (ids.length === 0) return [];
  }
  const found = await load(index, ids ?? [], []);
  return (ids ?? []).filter((_, at) => {
    const page = found[at]?.page;
    return page !== undefined && wanted.every((phrase) => matchesOn(page, phrase).length > 0);
  });
}

function quoted(phrase: string): string {
  return `"${lettersApart(Array.from(phrase).slice(0, ASKED_LETTERS).join(''))}"`;
}

async function load(index: Index, ids: string[], wanted: string[]): Promise<Found[]> {
  const pages = await Promise.all(ids.map((id) => index.page(id)));
  return pages.map((page) => ({
    page,
    matches: wanted.flatMap((phrase) => matchesOn(page, phrase)).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  }));
}

/** Pairs of neighbouring letters of each phrase: what a page has to share with the query to be related. */
function gramsOf(wanted: string[]): string[] {
  const grams = wanted.flatMap((phrase) => {
    const letters = Array.from(phrase);
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  });
  return [...new Set(grams)].slice(0, RELATED_GRAMS);
}

/** Pages with at least half of the pairs, those with the more and the rarer ones first. */
async function relatedIds(index: Index, grams: string[]): Promise<string[]> {
  const all = await index.ids(null);
  const scores = new Map<string, { shared: number; weight: number }>();
  for (const gram of grams) {
    const ids = await index.ids(quoted(gram));
    for (const id of ids) {
      const { shared, weight } = scores.get(id) ?? { shared: 0, weight: 0 };
      scores.set(id, { shared: shared + 1, weight: weight + Math.log(1 + all.length / ids.length) });
    }
  }
  const weightOf = (id: string) => scores.get(id)?.weight ?? 0;
  return all
    .filter((id) => (scores.get(id)?.shared ?? 0) >= Math.max(1, grams.length * RELATED_SHARE))
    .sort((a, b) => weightOf(b) - weightOf(a));
}
