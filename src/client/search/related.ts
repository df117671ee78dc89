/** Pages that do not contain a query, and are worth showing all the same; and what else to search for. */
import { holds, matchesOn, type PreparedPage } from '../../search/exact-search.ts';
import type { JumpEntry } from '../../search/jump-entries.ts';
import type { JumpMatch } from '../../search/jump-matches.ts';
import type { NamedUnit, UnitNames } from '../../search/named-units.ts';
import { pairs } from '../../search/pagefind-words.ts';
import { normalize, type Question } from '../../search/query.ts';
import type { Synonym } from '../../plan/model.ts';
import { addressOf, nameOf, tasksAndBasis } from '../jump/words.ts';
import type { Due } from '../../search/question/due-date.ts';
import { dayText } from '../../labels/deadlines.ts';
import { last } from '../../text/lists.ts';
import { path } from '../../urls.ts';
import { segmentsOf } from './segments.ts';
import type { Filters, Found, Library, Suggestion } from './types.ts';

const SIMILAR_PAGES = 10;
const MOST_PAIRS = 24;
const MOST_PLACES = 3;

/** The everyday words that a query is, or contains, with the plan's words for them. */
export function synonymsIn(
  { folded }: Question,
  synonyms: Synonym[],
  where: 'whole' | 'within',
): Suggestion[] {
  return synonyms.flatMap(({ words, plan }): Suggestion[] => {
    const word = words.find((one) =>
      where === 'whole' ? normalize(one) === folded.whole : folded.whole.includes(normalize(one)),
    );
    return word === undefined ? [] : [{ by: 'synonym', word, words: plan }];
  });
}

/** The units among the places of the jump box that were found by their pinyin. */
export const pinyinUnits = (places: JumpMatch[], units: UnitNames[]): NamedUnit[] =>
  places.flatMap(({ entry, name, typed }) => {
    const unit = entry.kind === 'unit' && typed !== undefined && units.find(({ id }) => id === entry.id);
    return unit ? [{ ...unit, naming: { by: 'pinyin', name: name.text } as const }] : [];
  });

/** Measures and sections by their number, which a text does not contain as it is typed. */
export function placesOf(places: JumpMatch[]): Suggestion[] {
  const numbered = places.filter(({ rank }) => rank === 'number').slice(0, MOST_PLACES);
  const links = numbered.map(({ entry }) => {
    const { before, name } = nameOf(entry);
    return { href: addressOf(entry), text: before === '' ? name : `${before} ${name}` };
  });
  return links.length > 0 ? [{ by: 'place', links }] : [];
}

/** The units that have the name of a unit of another place or level. */
export const elsewhere = (units: NamedUnit[]): Suggestion => ({
  by: 'elsewhere',
  links: units.map(({ page }) => ({ href: path(page.url), text: page.title })),
});

/** The last deadline before a time for which there is none, and the first after it. */
export function nearestDeadlines(entries: JumpEntry[], { text, within }: Due): Suggestion[] {
  const deadlines = entries.flatMap((entry) => (entry.kind === 'deadline' ? [entry] : []));
  const [from = ''] = within;
  const before = last(deadlines.filter(({ date }) => date < from));
  const after = deadlines.find(({ date }) => date > from);
  const nearest = deadlines.filter(({ date }) => date === before?.date || date === after?.date);
  const links = nearest.map((entry) => ({
    href: addressOf(entry),
    text: `${dayText(entry.date)}（${tasksAndBasis(entry)}）`,
  }));
  return links.length > 0 ? [{ by: 'due', text, links }] : [];
}

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
  const whole = words
    .flatMap((word) => segmentsOf(word).map(({ segment }) => segment))
    .filter((segment) => Array.from(segment).length > 1);
  const pages = await Promise.all(
    best.map(async ([id, { pairs: shared }]) => ({ page: await exact.page(id), shared })),
  );
  return pages
    .filter(
      ({ page, shared }) =>
        (shared > 1 && shared * 2 >= all.length) || whole.filter((word) => holds(page, [word])).length > 1,
    )
    .map(({ page }) => ({ page, matches: marksOf(page, asked), reason: { by: 'similar' } }));
}

const marksOf = (page: PreparedPage, words: string[]) =>
  words.flatMap((word) => matchesOn(page, word)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
