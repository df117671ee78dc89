/** What a query that stands nowhere may mean. Loaded only then, with what it needs. */
import type { Synonym } from '../../plan/model.ts';
import type { JumpData } from '../../search/jump-entries.ts';
import { finder } from '../../search/jump-search.ts';
import { question, type Question } from '../../search/query.ts';
import { topicOf } from '../../search/question/question-words.ts';
import { unitQuestion, unitsOf } from '../../search/question/unit-question.ts';
import { suggestions as spelledAlike, type Syllables } from '../../search/spelling.ts';
import { memoizeAsync } from '../memoize-async.ts';
import { listMatches, nothing } from './listing.ts';
import { match } from './matches.ts';
import { elsewhere, nearestDeadlines, pinyinUnits, placesOf, similarPages, synonymsIn } from './related.ts';
import { isWord } from './segments.ts';
import type { State } from './state.ts';
import type { Answer, Filters, Library, Matches, Suggestion } from './types.ts';

/** So many results are listed of what is only suggested, or those of one word more. */
const SUGGESTED = 10;
/** What may be a place before the name of a unit, so that another unit is meant: 某某, which may be a city, before 某局. */
const PLACE = /^(?![我咱您你他她本这那请])\p{Script=Han}{2,4}$/u;
const BODY = /[局办委部厅室]$/;

/** The plan's words for a query that is an everyday word. */
export const everydayWords = async (library: Library, asked: Question): Promise<Suggestion[]> =>
  synonymsIn(asked, await library.file<Synonym[]>('synonyms'), 'whole');

/** What a query may mean that stands nowhere: the nearest of these that finds anything. */
export async function otherwise(
  library: Library,
  { q }: State,
  filters: Filters,
  more: number,
  soon: (answer: Answer) => void,
): Promise<Answer | undefined> {
  const asked = question(q, library.variants);
  const topic = topicOf(q);
  const synonyms = await library.file<Synonym[]>('synonyms');
  const about = question(topic, library.variants);
  const list = async (found: Matches, instead: string): Promise<Answer | undefined> => {
    const result = await listMatches(library, found, filters, more, soon);
    const groups = result.groups.map((group) => ({ ...group, match: 'related' as const }));
    return result.unfiltered > 0 ? { ...result, asked, instead, groups } : undefined;
  };

  const ofQuery = synonymsIn(asked, synonyms, 'whole');
  const whole = ofQuery.length > 0 ? ofQuery : synonymsIn(about, synonyms, 'whole');
  if (whole.length > 0) return suggest(library, asked, whole, filters);
  if (about.folded.whole.length > 1 && about.folded.whole !== asked.whole) {
    const found = await list(await match(library, topic), topic);
    if (found) return found;
  }
  const within = synonymsIn(asked, synonyms, 'within');
  if (within.length > 0) return suggest(library, asked, within, filters);
  const read = unitQuestion(about.read, library.units, library.area);
  // 某镇 before 镇政府 is a member of 各镇政府.
  const isPlace =
    read.rest === read.begin &&
    PLACE.test(read.begin) &&
    !unitsOf(read).some(({ page }) => /^[各全]/.test(page.title));
  const isUnknown = isPlace && (await library.exact.ids([read.begin])).length === 0;
  if (read.names.length > 0 && (read.isElsewhere || isUnknown))
    return { ...nothing(asked), suggestions: [elsewhere(unitsOf(read))] };
  if (read.names.length === 0 && read.due) {
    const nearest = nearestDeadlines((await library.file<JumpData>('jump')).entries, read.due);
    return { ...nothing(asked), suggestions: nearest };
  }
  if (read.names.length > 0) {
    const found = await match(library, q, read);
    const those = read.rest.length < 2 ? [] : await library.exact.ids([read.rest]);
    const both = found.unitTasks.filter((id) => those.includes(id));
    const ofUnits = both.length > 0 ? read : { ...read, rest: '' };
    const unitTasks = both.length > 0 ? both : found.unitTasks;
    const only = { ...found, ofUnits, unitTasks, exact: [], folded: [] };
    const result = await list(only, [...read.names.map(({ name }) => name), ofUnits.rest].join(' ').trim());
    if (result) return result;
  }
  // Of a large plan the names are a large download: only for what is typed in pinyin, or has a number.
  const named = library.complete || /^[a-z]+$|\d|第/.test(topic === '' ? asked.whole : about.folded.whole);
  const find = named ? await placeFinder(library) : () => [];
  const places = find(q);
  const spelled = pinyinUnits(places, library.units);
  if (spelled.length > 0) {
    const found = await match(library, q, {
      names: [{ name: '', units: spelled }],
      begin: '',
      rest: '',
      isElsewhere: false,
    });
    const result = await list(
      { ...found, exact: [], folded: [] },
      spelled.map(({ page }) => page.title).join(' '),
    );
    if (result) return { ...result, suggestions: await meant(library, asked.folded.whole) };
  }
  const numbered = placesOf(places.length > 0 ? places : find(topic));
  if (numbered.length > 0) return { ...nothing(asked), suggestions: numbered };
  const spelling = named ? await meant(library, asked.folded.whole) : [];
  if (spelling.length > 0) return suggest(library, asked, spelling, filters);
  if (!library.pagefind.supported) return { ...nothing(asked), unsupported: true };
  soon(nothing(asked));
  const similar = await similarPages(topic === '' ? asked : about, library, filters);
  return similar.length === 0
    ? undefined
    : { ...nothing(asked), groups: [{ match: 'related', found: similar }] };
}

/** Suggestions, with the units and tasks that the words find, those of the first word first. */
async function suggest(
  library: Library,
  asked: Question,
  suggestions: Suggestion[],
  filters: Filters,
): Promise<Answer> {
  const words = suggestions.flatMap((one) => ('words' in one ? one.words : []));
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

const finders = memoizeAsync();

/** What the jump box offers for a query. */
const placeFinder = (library: Library) =>
  finders.get('finder', async () => finder(await library.file<JumpData>('jump')));

async function meant(library: Library, whole: string): Promise<Suggestion[]> {
  // The texts of a large plan are not at hand: only its names are.
  const texts = library.complete
    ? library.texts()
    : (await library.file<JumpData>('jump')).entries.flatMap(({ names }) => names.map(({ text }) => text));
  // Dictionaries know few names: 信访局, or 信访 alone, is a word where it is the name of a unit.
  const names = library.units.flatMap((unit) => unit.names.map(({ chars }) => chars));
  const known = new Set([...names, ...names.map((name) => name.replace(BODY, ''))]);
  const isKnown = (text: string, at: number, length: number) =>
    known.has(text.slice(at, at + length)) || isWord(text, at, length);
  const syllables = await library.file<Syllables>('syllables');
  const words = spelledAlike(whole, [...texts, ...names], syllables, isKnown);
  return words.length > 0 ? [{ by: 'spelling', words }] : [];
}
