/** Pages that do not contain a query, and are worth showing all the same. */
import { holds, matchesOn, partAt, type PreparedPage } from '../../search/exact-search.ts';
import { pairs } from '../../search/pagefind-words.ts';
import { normalize, type Question } from '../../search/query.ts';
import { alike } from '../../text/similarity.ts';
import type { Filters, Found, Index, Library } from './types.ts';

const SIMILAR_PAGES = 10;
const MOST_PAIRS = 24;

/** The tasks of a unit that is asked for by another name. */
export async function aliasTasks(
  { whole }: Question,
  units: PreparedPage[],
  index: Index,
  filters: Filters,
  listed: number,
): Promise<Found[]> {
  const meant = units.filter((unit) =>
    unit.runs.some(({ chars, start }) => chars === whole && partAt(unit, start)?.field === 'alias'),
  );
  const found = await Promise.all(
    meant.map(async (unit) => {
      // The address of a unit ends in its id.
      const own = { unit: unit.url.split('/').at(-2) ?? '' };
      const [tasks, allowed] = await Promise.all([index.ids([], own), index.ids([], filters)]);
      const ids = tasks.filter((id) => allowed.includes(id)).slice(0, listed);
      return Promise.all(
        ids.map(async (id): Promise<Found> => {
          const page = await index.page(id);
          return {
            page,
            matches: matchesOn(page, normalize(unit.title)),
            reason: { by: 'alias', unit: unit.title },
          };
        }),
      );
    }),
  );
  return found.flat();
}

/** Units whose names are similar to a query. */
export const alikeUnits = ({ whole }: Question, units: PreparedPage[]) =>
  alike(
    whole,
    units.map(({ url, title, runs }) => ({ url, title, names: runs.map(({ chars }) => chars) })),
  ).map(({ url, title }) => ({ url, title }));

/**
 * Tasks that are alike: those with the highest sum of Pagefind's scores for the pairs of letters of the query. All pairs are
 * asked for at once. Alike is a task that contains two words of the query, or at least two of its pairs and half of them.
 */
export async function similarPages(
  { words }: Question,
  { exact, pagefind, complete }: Library,
  filters: Filters,
): Promise<Found[]> {
  const all = [...new Set(words.flatMap(pairs))].slice(0, MOST_PAIRS);
  const known = await Promise.all(all.map(async (pair) => !complete || (await exact.ids([pair])).length > 0));
  const asked = all.filter((_, at) => known[at]);
  if (asked.length === 0) return [];
  const scores = await pagefind.scores(asked, { kind: 'task', ...filters });
  const best = [...scores].sort(([, a], [, b]) => b.score - a.score).slice(0, SIMILAR_PAGES);
  const whole = wholeWords(words);
  const pages = await Promise.all(
    best.map(async ([id, { pairs: shared }]) => ({ page: await exact.page(id), shared })),
  );
  return pages
    .filter(
      ({ page, shared }) =>
        (shared > 1 && shared * 2 >= all.length) || whole.filter((word) => holds(page, [word])).length > 1,
    )
    .map(({ page }) => ({
      page,
      matches: asked.flatMap((pair) => matchesOn(page, pair)).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
      reason: { by: 'similar' },
    }));
}

/** The words of a query as a dictionary has them, single letters aside; none where the browser has no dictionary. */
function wholeWords(words: string[]): string[] {
  // Firefox before 125 has none.
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  if (!Segmenter) return [];
  const segmenter = new Segmenter('zh', { granularity: 'word' });
  return words
    .flatMap((word) => [...segmenter.segment(word)].map(({ segment }) => segment))
    .filter((segment) => Array.from(segment).length > 1);
}
