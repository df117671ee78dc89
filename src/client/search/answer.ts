import { compoundNumber, itemNumber } from '../../search/task-number.ts';
import { question, type Question } from '../../search/query.ts';
import { answersOn, findPages, type PreparedPage } from '../../search/exact-search.ts';
import type { TaskNumber } from '../../plan/model.ts';
import type { ExactIndex, Index, Library, Found, Answer, Counts } from './types.ts';
import { aliasTasks, similarPages } from './related.ts';
import { facets, filtersOf, type Facet, type State } from './state.ts';

/** Answers a state of the search page; `soon` is told where an answer without similar texts stands before them. */
export async function answer(
  { exact: index, ...library }: Library,
  state: State,
  soon: (answer: Answer) => void,
  more = 0,
): Promise<Answer> {
  const asked = question(state.q, library.variants);
  const none: Answer = { asked, exact: [], numbered: [], related: [], rest: 0, tasks: 0, unfiltered: 0 };
  if (state.q.trim() !== '' && asked.words.length === 0) return none;
  const allowed = new Set(await index.ids([], filtersOf(state)));
  // What others than the government say on the page of a task makes no exact answer.
  const notes = new Set(await index.ids([], { kind: 'note' }));
  const answering = await index.ids(asked.words);
  const holding = answering.filter((id) => !notes.has(id));
  const ids = holding.filter((id) => allowed.has(id));
  const most = index.most + more;
  const pages = await firstPages(index, ids, asked, most);
  const exact = pages.map((page): Found => ({ page, matches: answersOn(page, asked) }));
  const taskIds = await index.ids([], { kind: 'task' });
  const isTask = new Set(taskIds);
  const tasks = ids.filter((id) => isTask.has(id)).length;
  const found = { ...none, exact, rest: ids.length - exact.length, tasks, unfiltered: holding.length };
  if (asked.words.length === 0) return found;

  const named = async (number: TaskNumber | undefined) => {
    if (number === undefined) return undefined;
    // Tasks come in the order of their numbers, which run on from 1 where they are whole.
    const [id] =
      typeof number === 'string'
        ? await index.ids([], { kind: 'task', number })
        : taskIds.slice(number - 1, number);
    const page = id !== undefined && allowed.has(id) ? await index.page(id) : undefined;
    return id !== undefined && page?.url.endsWith(`/tasks/${number}/`) ? { id, page } : undefined;
  };
  const numbered = (await named(compoundNumber(state.q))) ?? (await named(itemNumber(asked.whole)));
  if (numbered) {
    const { id, page } = numbered;
    if (ids.includes(id)) {
      const others = exact.filter((one) => one.page.url !== page.url);
      found.exact = [{ page, matches: answersOn(page, asked) }, ...others];
      found.rest = ids.length - found.exact.length;
    } else found.numbered = [{ page, matches: [], reason: { by: 'number' } }];
  }
  const listed = new Set([...found.exact, ...found.numbered].map(({ page }) => page.url));
  const noted = await load(
    index,
    answering.filter((id) => notes.has(id) && allowed.has(id)).slice(0, ids.length < most ? most : 0),
  );
  found.related = [
    ...(await aliasTasks(asked, library.units, index, allowed, most)),
    ...noted.map((page): Found => ({ page, matches: answersOn(page, asked) })),
  ].filter(({ page }) => {
    const address = page.url.replace(/#(?:note|progress)$/, '');
    return !listed.has(address) && listed.add(address);
  });
  if (answering.length + found.numbered.length > 0) return found;
  soon(found);
  return { ...found, related: await similarPages(asked, library.similar, filtersOf(state)) };
}

/** Counts what each option of each filter would leave, the other filters staying as they are. */
export async function count(
  { exact: index, variants }: Library,
  state: State,
  options: Record<Facet, string[]>,
  needed: () => boolean,
): Promise<Counts> {
  const matching = new Set(await index.ids(question(state.q, variants).words));
  for (const note of await index.ids([], { kind: 'note' })) matching.delete(note);
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
      const ids = await index.ids([], filtersOf({ ...state, [facet]: value }));
      counts[facet].set(value, ids.filter((id) => matching.has(id)).length);
    }
  }
  return counts;
}

/** The pages that are listed, in their order; of very many the first alone are loaded. */
async function firstPages(
  index: ExactIndex,
  ids: string[],
  asked: Question,
  most: number,
): Promise<PreparedPage[]> {
  if (ids.length <= most) return findPages(await load(index, ids), asked);
  const wanted = new Set(ids);
  const named = (asked.words.length > 0 ? await index.named(asked.whole) : []).filter((id) => wanted.has(id));
  const whole = asked.words.length > 1 ? await index.ids([asked.whole]) : [];
  const order = new Set([...named, ...whole.filter((id) => wanted.has(id)), ...ids]);
  return load(index, [...order].slice(0, most));
}

function load(index: Index, ids: string[]): Promise<PreparedPage[]> {
  return Promise.all(ids.map((id) => index.page(id)));
}
