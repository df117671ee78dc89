/** Everything that follows from who is named where: units → tasks, units → units, documents → tasks, tasks → tasks. */
import { isHeaded } from './headings.ts';
import type { Chapter, Plan, PlanDocument, RelatedTask, Relation, Section, Task, Unit } from './model.ts';
import { memoize } from '../text/memoize.ts';

/** Unit → the places in clauses that name it, in order. */
const namings = memoize((tasks: Task[]) =>
  Map.groupBy(
    tasks.flatMap((task) => task.duty.units.map(({ id, role }) => ({ id, role, task }))),
    ({ id }) => id,
  ),
);

/** Number → task. */
export const tasksByNumber = memoize(
  (tasks: readonly Task[]) => new Map(tasks.map((task) => [task.number, task])),
);

/** The tasks whose clause names a unit, in order, each once. */
export function tasksNaming(id: string, tasks: Task[]): Task[] {
  return [...new Set((namings(tasks).get(id) ?? []).map(({ task }) => task))];
}

/** Document → the places of tasks that name it, in order. */
const citings = memoize((tasks: Task[]) =>
  Map.groupBy(
    tasks.flatMap((task) => task.citations.map((citation) => ({ ...citation, task }))),
    ({ document }) => document,
  ),
);

/** Document → the lines of prose that name it. */
const proseLines = memoize((chapters: Pick<Chapter, 'prose'>[]) => {
  const lines = chapters.flatMap(({ prose }) => prose);
  const named = lines.flatMap(({ line, runs }) =>
    [...new Set(runs.flatMap(({ document }) => document ?? []))].map((document) => ({ document, line })),
  );
  return Map.groupBy(named, ({ document }) => document);
});

const collectives = memoize(
  (units: { id: string; kind: string }[]) =>
    new Set(units.filter(({ kind }) => kind === 'collective').map(({ id }) => id)),
);

/** The tasks whose clause names a unit, with its role in each, in order. */
export function unitTasks(id: string, tasks: Task[]): Unit['tasks'] {
  return (namings(tasks).get(id) ?? []).map(({ role, task }) => ({ number: task.number, role }));
}

/** Unit → the headings whose own clause names it, in order. */
const headings = memoize((sections: Section[]) =>
  Map.groupBy(
    sections.flatMap(({ number: section, duty, measures }) => [
      ...(duty?.units ?? []).map(({ id, role }) => ({ id, place: { section, role } })),
      ...measures.flatMap((measure) =>
        (measure.duty?.units ?? []).map(({ id, role }) => ({
          id,
          place: { section, measure: measure.number, role },
        })),
      ),
    ]),
    ({ id }) => id,
  ),
);

/** The measures and sections whose own clause names a unit, with its role in each, in order. */
export const unitHeadings = (id: string, sections: Section[]): Unit['headings'] =>
  (headings(sections).get(id) ?? []).map(({ place }) => place);

/** The other units that the same clauses name; collective bodies are left out, since the plan does not say who they are. */
export function unitPartners(
  id: string,
  tasks: Task[],
  units: { id: string; kind: string }[],
): Unit['partners'] {
  const collective = collectives(units);
  const shared = tasksNaming(id, tasks).flatMap(({ number, duty }) =>
    [...new Set(duty.units.map((other) => other.id))]
      .filter((other) => other !== id && !collective.has(other))
      .map((partner) => ({ partner, number })),
  );
  return [...Map.groupBy(shared, ({ partner }) => partner)]
    .map(([partner, places]) => ({ id: partner, tasks: places.map(({ number }) => number) }))
    .sort((a, b) => b.tasks.length - a.tasks.length || (a.id < b.id ? -1 : 1));
}

/** Where tasks and the prose around them name a document. */
export function documentCitations(
  id: string,
  tasks: Task[],
  chapters: Pick<Chapter, 'prose'>[],
): Pick<PlanDocument, 'citations' | 'lines'> {
  return {
    citations: (citings(tasks).get(id) ?? []).map(({ task, words, sentence }) => ({
      task: task.number,
      words,
      sentence,
    })),
    lines: (proseLines(chapters).get(id) ?? []).map(({ line }) => line),
  };
}

const leads = (task: Task) => task.duty.units.filter(({ role }) => role === 'lead').map(({ id }) => id);
const leading = ({ section }: Task, unit: string) => `${section} ${unit}`;

/** Section and unit → the tasks that it leads there. */
const leadings = memoize((tasks: Task[]) =>
  Map.groupBy(
    tasks.flatMap((task) => leads(task).map((unit) => ({ key: leading(task, unit), task }))),
    ({ key }) => key,
  ),
);

function relationsOf(task: Task, other: Task): Relation[] {
  const relations: Relation[] = [];
  if (task.section === other.section) {
    const shared = leads(task).filter((unit) => leads(other).includes(unit));
    for (const unit of new Set(shared)) relations.push({ reason: 'lead', unit, section: task.section });
  }
  const documents = new Set(task.citations.map(({ document }) => document));
  for (const document of new Set(other.citations.map((citation) => citation.document))) {
    if (documents.has(document)) relations.push({ reason: 'document', document });
  }
  return relations;
}

/**
 * Tasks of other measures with something in common, each with all the reasons; most reasons first, then in order.
 * In a plan without headings all tasks stand in one measure: there it is any other task.
 */
export function relatedTasks(
  task: Task,
  { tasks, sections }: Pick<Plan, 'tasks' | 'sections'>,
): RelatedTask[] {
  const headed = sections.some(isHeaded);
  const led = leads(task).flatMap((unit) => leadings(tasks).get(leading(task, unit)) ?? []);
  const citing = task.citations.flatMap(({ document }) => citings(tasks).get(document) ?? []);
  const others = new Set([...led, ...citing].map((one) => one.task));
  return (
    inOrder([...others], tasks)
      .filter((other) => (headed ? other.measure !== task.measure : other !== task))
      .map((other) => ({ task: other, relations: relationsOf(task, other) }))
      .filter(({ relations }) => relations.length > 0)
      // What is alike in number stays in the order of the text.
      .sort((a, b) => b.relations.length - a.relations.length)
  );
}

const byMeasure = memoize((tasks: Task[]) => Map.groupBy(tasks, ({ measure }) => measure));

/** The tasks of a measure, in order. */
export const tasksOfMeasure = (measure: number, { tasks }: Pick<Plan, 'tasks'>): Task[] =>
  byMeasure(tasks).get(measure) ?? [];

const registry = memoize(
  (documents: PlanDocument[]) =>
    new Map(documents.map((document, place) => [document.id, { document, place }])),
);

/** The documents that a task names, in the order of the registry. */
export function citedDocuments(task: Task, { documents }: Pick<Plan, 'documents'>): PlanDocument[] {
  const ids = new Set(task.citations.map(({ document }) => document));
  return [...ids]
    .flatMap((id) => registry(documents).get(id) ?? [])
    .sort((a, b) => a.place - b.place)
    .map(({ document }) => document);
}

const places = memoize((tasks: Task[]) => new Map(tasks.map((task, index) => [task, index])));

/** Sorts some of the tasks by their place in the text. */
const inOrder = (some: Task[], tasks: Task[]) =>
  some.sort((a, b) => (places(tasks).get(a) ?? 0) - (places(tasks).get(b) ?? 0));

/** The tasks before and after one, where there are any. */
export function neighbours(task: Task, { tasks }: Pick<Plan, 'tasks'>): { previous?: Task; next?: Task } {
  const index = places(tasks).get(task) ?? -1;
  const previous = tasks[index - 1];
  const next = tasks[index + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}
