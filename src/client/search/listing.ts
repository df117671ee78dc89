/** Reads the pages that are listed of what a question finds, within the filters. */
import { answersOn, findPages, type Form, type PreparedPage } from '../../search/exact-search.ts';
import { contains } from '../../search/named-units.ts';
import type { Phrases, Question } from '../../search/query.ts';
import { nextTask } from '../next-task.ts';
import { allOf, unitsPass } from './matches.ts';
import { taskOfUnits } from './unit-tasks.ts';
import type { Answer, Filters, Found, Group, Index, Library, Matches } from './types.ts';

const TASK = { kind: 'task' };

/** An answer with nothing in it. */
export const nothing = (asked: Question): Answer => ({
  asked,
  ...{
    units: [],
    groups: [],
    suggestions: [],
    count: 0,
    exactly: true,
    tasks: 0,
    due: 0,
    rest: 0,
    unfiltered: 0,
    unsupported: false,
  },
});

/** All pages that pass the filters, for a state without a query. */
export async function listAll(
  library: Library,
  asked: Question,
  filters: Filters,
  more: number,
): Promise<Answer> {
  const { exact: index } = library;
  const ids = await index.ids([], filters);
  const pages = await Promise.all(ids.slice(0, index.listed + more).map((id) => index.page(id)));
  const tasks = new Set(await index.ids([], TASK));
  return {
    ...nothing(asked),
    groups: pages.length > 0 ? [{ match: 'exact', found: pages.map((page) => ({ page, matches: [] })) }] : [],
    count: ids.length,
    tasks: ids.filter((id) => tasks.has(id)).length,
    rest: ids.length - pages.length,
    unfiltered: ids.length,
  };
}

/** What is found and passes the filters, with `more` results of each group beyond the first. */
export async function listMatches(
  library: Library,
  found: Matches,
  filters: Filters,
  more: number,
  soon: (answer: Answer) => void,
): Promise<Answer> {
  const { exact: index } = library;
  const { asked } = found;
  const most = index.listed + more;
  const isFiltered = Object.keys(filters).length > 0;
  const passing = isFiltered ? new Set(await index.ids([], filters)) : undefined;
  const pass = (ids: string[]) => (passing ? ids.filter((id) => passing.has(id)) : ids);
  const exactly = new Set(found.exact);
  const units = unitsPass(filters) ? found.units : [];
  const cards = new Set(units.filter((unit) => contains(unit, asked)).map(({ page }) => page.url));
  const numbered = pass(found.numbered === undefined ? [] : [found.numbered]);
  // What contains the names of several units as they are typed is an exact result like any other.
  const isLiteral = (found.ofUnits?.names.length ?? 0) > 1;
  const unitTasks = found.unitTasks.filter((id) => !isLiteral || !exactly.has(id));
  const first = new Set([...unitTasks, ...numbered]);
  const lists = {
    numbered,
    tasksExact: pass(unitTasks.filter((id) => exactly.has(id))),
    tasksOtherwise: pass(unitTasks.filter((id) => !exactly.has(id))),
    exact: pass(found.exact).filter((id) => !first.has(id)),
    folded: pass(found.folded).filter((id) => !first.has(id)),
  };
  const due = pass(found.due).filter((id) => !lists.folded.includes(id));
  const read = (ids: string[]) => Promise.all(ids.slice(0, most).map((id) => index.page(id)));
  const of = (page: PreparedPage, form: Form = 'chars'): Found => ({
    page,
    matches: answersOn(page, form === 'folded' ? asked.folded : asked, form),
  });
  const isExactNumber = numbered.some((id) => exactly.has(id));
  const numberedPages = (await read(numbered)).map((page): Found =>
    isExactNumber ? of(page) : { page, matches: [], reason: { by: 'number' } },
  );
  const exactPages = (await firstPages(index, lists.exact, asked, most + cards.size)).filter(
    ({ url }) => !cards.has(url),
  );
  await nextTask();
  const own = (page: PreparedPage): Found => taskOfUnits(page, found.units, found.ofUnits);
  // Tasks that are meant come before pages of this site that contain an example of such a query.
  const isAfterExact = (isLiteral || due.length > 0) && exactPages.some(({ kind }) => kind === 'task');
  const unitTasksOtherwise: Group = {
    match: 'related',
    part: 'unit-tasks',
    found: (await read(lists.tasksOtherwise)).map(own),
  };
  const dueTasks: Group = {
    match: 'related',
    ...(isAfterExact && { heading: `按完成期限“${found.ofUnits?.due?.text ?? ''}”查找` }),
    found: (await read(due)).map((page) => ({ page, matches: [], reason: { by: 'due' } })),
  };
  const groups: Group[] = [
    { match: isExactNumber ? 'exact' : 'related', found: numberedPages },
    { match: 'exact', part: 'unit-tasks', found: (await read(lists.tasksExact)).map(own) },
    ...(isAfterExact ? [] : [unitTasksOtherwise, dueTasks]),
    { match: 'exact', found: exactPages.map((page) => of(page)) },
    {
      match: 'related',
      heading: `写法不同，按“${asked.folded.words.join(' ')}”搜索`,
      found: (await firstPages(index, lists.folded, asked.folded, most, 'folded')).map((page) =>
        of(page, 'folded'),
      ),
    },
    ...(isAfterExact ? [unitTasksOtherwise, dueTasks] : []),
  ];
  const listed = groups.reduce((sum, group) => sum + group.found.length, 0);
  const all = new Set(Object.values(lists).flat());
  const result: Answer = {
    ...nothing(asked),
    ...{ units, ofUnits: found.ofUnits },
    groups: groups.filter((group) => group.found.length > 0),
    count: all.size - cards.size,
    exactly: [...all].every((id) => exactly.has(id)),
    tasks: undefined,
    due: due.length,
    rest: all.size + due.length - cards.size - listed,
    unfiltered: allOf(found).size + (found.exact.length === 0 ? found.units.length : 0),
  };
  // Of a large plan counting takes another download.
  if (!library.complete && listed > 0) {
    await nextTask();
    soon(result);
  }
  const tasks = all.size > 0 ? new Set(await index.ids([], TASK)) : new Set();
  return { ...result, tasks: [...all].filter((id) => tasks.has(id)).length };
}

/** The pages that are listed, the closest first; of many only the first are read. */
async function firstPages(
  index: Index,
  ids: string[],
  asked: Phrases,
  most: number,
  form: Form = 'chars',
): Promise<PreparedPage[]> {
  const read = (some: string[]) => Promise.all(some.map((id) => index.page(id)));
  if (ids.length <= most) return findPages(await read(ids), asked, form);
  const wanted = new Set(ids);
  const ranked = await Promise.all([
    index.named(asked.whole),
    index.ids(asked.words, {}, 'title'),
    index.ids(asked.words, {}, 'purpose'),
    asked.words.length > 1 ? index.ids([asked.whole]) : [],
  ]);
  const order = new Set([...ranked.flat().filter((id) => wanted.has(id)), ...ids]);
  return read([...order].slice(0, most));
}
