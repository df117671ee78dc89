/** Pages that do not hold what is asked for, and are worth showing all the same. */
import { normalize, type Question } from '../../search/query.ts';
import { matchesOn, partAt, type PreparedPage } from '../../search/exact-search.ts';
import type { Found, Index } from './types.ts';

const SIMILAR_PAGES = 10;
const PAIRS = 60;
const SHARE = 0.5;

/** The tasks of a unit that is asked for by another name. */
export async function aliasTasks(
  { whole }: Question,
  units: PreparedPage[],
  index: Index,
  allowed: Set<string>,
  most: number,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const unit of units) {
    const meant = unit.runs.some(
      ({ chars, start }) => chars === whole && partAt(unit, start)?.field === 'alias',
    );
    if (!meant) continue;
    // The address of a unit ends in its id.
    const ids = await index.ids([], { unit: unit.url.split('/').at(-2) ?? '' });
    for (const id of ids.filter((one) => allowed.has(one)).slice(0, most)) {
      const page = await index.page(id);
      if (found.some((other) => other.page.url === page.url)) continue;
      found.push({
        page,
        matches: matchesOn(page, normalize(unit.title)),
        reason: { by: 'alias', unit: unit.title },
      });
    }
  }
  return found;
}

/** Pages with at least half of the pairs of neighbouring letters, those with the more and the rarer ones first. */
export async function similarPages(
  { words }: Question,
  index: Index,
  filters: Record<string, string>,
): Promise<Found[]> {
  const pairs = pairsOf(words);
  const notes = new Set(await index.ids([], { kind: 'note' }));
  const all = (await index.ids([], filters)).filter((id) => !notes.has(id));
  const allowed = new Set(all);
  const scores = new Map<string, { shared: number; weight: number }>();
  for (const pair of pairs) {
    const ids = (await index.ids([pair])).filter((id) => allowed.has(id));
    for (const id of ids) {
      const { shared, weight } = scores.get(id) ?? { shared: 0, weight: 0 };
      scores.set(id, { shared: shared + 1, weight: weight + Math.log(1 + all.length / ids.length) });
    }
  }
  const weightOf = (id: string) => scores.get(id)?.weight ?? 0;
  const best = all
    .filter((id) => (scores.get(id)?.shared ?? 0) >= Math.max(1, pairs.length * SHARE))
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, SIMILAR_PAGES);
  const pages = await Promise.all(best.map((id) => index.page(id)));
  return pages.map((page) => ({
    page,
    matches: pairs.flatMap((pair) => matchesOn(page, pair)).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    reason: { by: 'similar' },
  }));
}

function pairsOf(words: string[]): string[] {
  const pairs = words.flatMap((word) => {
    const letters = Array.from(word);
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  });
  return [...new Set(pairs)].slice(0, PAIRS);
}
