/** What a question finds in the indexes, before any filter. */
import { question, type Question } from '../../search/query.ts';
import { isWhole, unitsCalled, type NamedUnit } from '../../search/named-units.ts';
import { compoundNumber, itemNumber } from '../../search/task-number.ts';
import type { TaskNumber } from '../../plan/model.ts';
import type { Filters, Index, Library, Matches } from './types.ts';

const TASK = { kind: 'task' };
/** What may be written otherwise in a text: figures, as in years. */
const OTHER_FORMS = /\d\d|〇/;

/** Finds what a query asks for; `units`: those that it names, by default those that are called so. */
export async function match(library: Library, query: string, units?: NamedUnit[]): Promise<Matches> {
  const { exact: index } = library;
  const asked = question(query, library.variants);
  const { folded } = asked;
  const differs = library.complete || folded.whole !== asked.whole || OTHER_FORMS.test(asked.whole);
  const named = units ?? unitsCalled(folded.whole, library.units);
  const [exact, other, unitTasks, numbered] = await Promise.all([
    index.ids(asked.words),
    differs ? index.ids(folded.words, {}, 'folded') : [],
    tasksOf(named, index),
    taskOfNumber(query, asked, index),
  ]);
  const known = new Set([...exact, ...unitTasks]);
  return {
    ...{ asked, unitTasks, exact },
    units: named,
    folded: other.filter((id) => !known.has(id)),
    numbered,
  };
}

/** Everything that is found, each id once. */
export const allOf = ({ unitTasks, exact, folded, numbered }: Matches): Set<string> =>
  new Set([...(numbered === undefined ? [] : [numbered]), ...unitTasks, ...exact, ...folded]);

/** Whether units pass these filters, which are about tasks, but for the kind of page. */
export const unitsPass = ({ kind = 'unit', ...others }: Filters): boolean =>
  kind === 'unit' && Object.values(others).every((value) => value === '');

/** The tasks of units, in the order of the plan; of those meant for a part of their duties only where there are no others. */
async function tasksOf(units: NamedUnit[], index: Index): Promise<string[]> {
  const whole = units.filter(isWhole);
  const meant = whole.length > 0 ? whole : units;
  const [first = [], ...others] = await Promise.all(meant.map(({ id }) => index.ids([], { unit: id })));
  if (others.length === 0) return first;
  const all = new Set([...first, ...others.flat()]);
  return (await index.ids([], TASK)).filter((id) => all.has(id));
}

/** The task whose number a query gives. */
async function taskOfNumber(query: string, { folded }: Question, index: Index): Promise<string | undefined> {
  const number: TaskNumber | undefined = compoundNumber(query) ?? itemNumber(folded.whole);
  if (number === undefined) return undefined;
  // Whole numbers run on from 1: the number is the place in the list of tasks.
  const [id] =
    typeof number === 'string'
      ? await index.ids([], { ...TASK, number })
      : (await index.ids([], TASK)).slice(number - 1, number);
  if (id === undefined) return undefined;
  return (await index.page(id)).url.endsWith(`/tasks/${number}/`) ? id : undefined;
}
