/** What a question finds in the indexes, before any filter. */
import { question, type Question } from '../../search/query.ts';
import { isWhole } from '../../search/named-units.ts';
import { unitQuestion, unitsOf, type UnitQuestion } from '../../search/question/unit-question.ts';
import { compoundNumber, itemNumber } from '../../search/question/task-number.ts';
import type { TaskNumber } from '../../plan/model.ts';
import type { Filters, Index, Library, Matches } from './types.ts';

const TASK = { kind: 'task' };
/** What may be written otherwise in a text: figures, as in years. */
const OTHER_FORMS = /\d\d|〇/;

/** Finds what a query asks for; `ofUnits`: what it asks of units, by default what the whole query does. */
export async function match(library: Library, query: string, ofUnits?: UnitQuestion): Promise<Matches> {
  const { exact: index } = library;
  const asked = question(query, library.variants);
  const { folded } = asked;
  const differs = library.complete || folded.whole !== asked.whole || OTHER_FORMS.test(asked.whole);
  const read = ofUnits ?? unitQuestion(asked.read, library.units, library.area);
  const asks = ofUnits || read.rest === '' ? read : undefined;
  const [exact, other, unitTasks, numbered] = await Promise.all([
    index.ids(asked.words),
    differs ? index.ids(folded.words, {}, 'folded') : [],
    asks ? tasksOf(asks, index) : [],
    taskOfNumber(query, asked, index),
  ]);
  const units = asks ? unitsOf(asks) : [];
  const known = new Set([...exact, ...unitTasks]);
  return {
    ...{ asked, units, exact, unitTasks: units.length > 0 ? unitTasks : [] },
    // A name alone needs no words on how it was read.
    ofUnits: asks?.names[0]?.name === folded.whole ? undefined : asks,
    folded: other.filter((id) => !known.has(id)),
    due: units.length > 0 ? [] : unitTasks.filter((id) => !exact.includes(id)),
    numbered,
  };
}

/** Everything that is found, each id once. */
export const allOf = ({ unitTasks, exact, folded, numbered, due }: Matches): Set<string> =>
  new Set([...(numbered === undefined ? [] : [numbered]), ...unitTasks, ...exact, ...folded, ...due]);

/** Whether units pass these filters, which are about tasks, but for the kind of page. */
export const unitsPass = ({ kind = 'unit', ...others }: Filters): boolean =>
  kind === 'unit' && Object.values(others).every((value) => value === '');

/**
 * The tasks in which all the named units have a part, and that are due then, in the order of the plan; those of units meant
 * for a part of their duties only where there are no others.
 */
async function tasksOf({ names, due }: UnitQuestion, index: Index): Promise<string[]> {
  const sets: Filters[][] = names.map(({ units, as: role }) => {
    const whole = units.filter(isWhole);
    const meant = whole.length > 0 ? whole : units;
    return meant.map(({ id }): Filters => (role ? { as: `${id}:${role.id}` } : { unit: id }));
  });
  if (due) sets.push(due.within.map((date) => ({ due: date })));
  const [first = [], ...others] = await Promise.all(sets.map((filters) => anyOf(filters, index)));
  return first.filter((id) => others.every((ids) => ids.includes(id)));
}

/** Tasks that pass any of these filters, in the order of the plan. */
async function anyOf(filters: Filters[], index: Index): Promise<string[]> {
  const [first = [], ...others] = await Promise.all(filters.map((filter) => index.ids([], filter)));
  if (others.length === 0) return first;
  const all = new Set([...first, ...others.flat()]);
  return (await index.ids([], TASK)).filter((id) => all.has(id));
}

/** The task whose number a query gives. */
async function taskOfNumber(query: string, { folded }: Question, index: Index): Promise<string | undefined> {
  const number: TaskNumber | undefined = compoundNumber(query) ?? itemNumber(folded.whole);
  if (number === undefined) return undefined;
  // Most whole numbers run on from 1: the number is the place in the list of tasks.
  const looked = await index.ids([], { ...TASK, number: String(number) });
  const [id] =
    looked.length > 0 || typeof number === 'string'
      ? looked
      : (await index.ids([], TASK)).slice(number - 1, number);
  if (id === undefined) return undefined;
  return (await index.page(id)).url.endsWith(`/tasks/${number}/`) ? id : undefined;
}
