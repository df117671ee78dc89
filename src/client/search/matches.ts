/** What a question finds in the indexes, before any filter. */
import { question, type Question } from '../../search/query.ts';
import { isWhole } from '../../search/named-units.ts';
import { unitQuestion, type UnitQuestion } from '../../search/unit-question.ts';
import { compoundNumber, itemNumber } from '../../search/task-number.ts';
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
  const read = ofUnits ?? unitQuestion(folded.whole, library.units, library.area);
  const asks = ofUnits || read.rest === '' ? read : undefined;
  const [exact, other, unitTasks, numbered] = await Promise.all([
    index.ids(asked.words),
    differs ? index.ids(folded.words, {}, 'folded') : [],
    asks ? tasksOf(asks, index) : [],
    taskOfNumber(query, asked, index),
  ]);
  const known = new Set([...exact, ...unitTasks]);
  return {
    ...{ asked, unitTasks, exact },
    units: asks?.units ?? [],
    // A name alone needs no words on how it was read.
    ofUnits: asks?.name === folded.whole ? undefined : asks,
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
async function tasksOf({ units, role }: UnitQuestion, index: Index): Promise<string[]> {
  const whole = units.filter(isWhole);
  const meant = whole.length > 0 ? whole : units;
  const [first = [], ...others] = await Promise.all(
    meant.map(({ id }) => index.ids([], role ? { as: `${id}:${role.id}` } : { unit: id })),
  );
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
