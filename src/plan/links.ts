/** Cross-links computed from the clauses and citations of tasks: units → tasks, units → units, documents → tasks, tasks → tasks. */
import { isHeaded } from './headings.ts';
import type { Chapter, Plan, PlanDocument, RelatedTask, Relation, Section, Task, Unit } from './model.ts';
import { compare } from '../text/lists.ts';
import { memoize } from '../text/memoize.ts';

/** Unit → the tasks whose clauses name it, with its role in each, in order. */
const tasksByUnit = memoize((tasks: Task[]) =>
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
  return [...new Set((tasksByUnit(tasks).get(id) ?? []).map(({ task }) => task))];
}

/** Document → its citations in tasks, in order. */
const citationsByDocument = memoize((tasks: Task[]) =>
  Map.groupBy(
    tasks.flatMap((task) => task.citations.map((citation) => ({ ...citation, task }))),
    ({ document }) => document,
  ),
);

/** Document → the lines of prose that name it. */
const proseLinesByDocument = memoize((chapters: Pick<Chapter, 'prose'>[]) => {
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
  return (tasksByUnit(tasks).get(id) ?? []).map(({ role, task }) => ({ number: task.number, role }));
}

/** Unit → the headings whose own clause names it, in order. */
const headingsByUnit = memoize((sections: Section[]) =>
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
  (headingsByUnit(sections).get(id) ?? []).map(({ place }) => place);

/** The other units named in the same clauses, without collective bodies, whose members the plan does not list. */
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
    .sort((a, b) => b.tasks.length - a.tasks.length || compare(a.id, b.id));
}

/** Where tasks and the prose around them name a document. */
export function documentCitations(
  id: string,
  tasks: Task[],
  chapters: Pick<Chapter, 'prose'>[],
): Pick<PlanDocument, 'citations' | 'lines'> {
  return {
    citations: (citationsByDocument(tasks).get(id) ?? []).map(({ task, words, sentence }) => ({
      task: task.number,
      words,
      sentence,
    })),
    lines: (proseLinesByDocument(chapters).get(id) ?? []).map(({ line }) => line),
  };
}

const leadsOf = (task: Task) => task.duty.units.filter(({ role }) => role === 'lead').map(({ id }) => id);
const leadKey = ({ section }: Task, unit: string) => `${section} ${unit}`;

/** Section and lead unit → tasks. */
const tasksByLead = memoize((tasks: Task[]) =>
  Map.groupBy(
    tasks.flatMap((task) => leadsOf(task).map((unit) => ({ key: leadKey(task, unit), task }))),
    ({ key }) => key,
  ),
);

function relationsOf(task: Task, other: Task): Relation[] {
  const relations: Relation[] = [];
  if (task.section === other.section) {
    const shared = leadsOf(task).filter((unit) => leadsOf(other).includes(unit));
    for (const unit of new Set(shared)) relations.push({ reason: 'lead', unit, section: task.section });
  }
  const documents = new Set(task.citations.map(({ document }) => document));
  for (const document of new Set(other.citations.map((citation) => citation.document))) {
    if (documents.has(document)) relations.push({ reason: 'document', document });
  }
  return relations;
}

/**
 * Tasks of other measures that share a lead unit in the same section or a cited document, with all the reasons; most
 * reasons first, then in the order of the text. A plan without headings has a single measure: there it is any other task.
 */
export function relatedTasks(
  task: Task,
  { tasks, sections }: Pick<Plan, 'tasks' | 'sections'>,
): RelatedTask[] {
  const headed = sections.some(isHeaded);
  const led = leadsOf(task).flatMap((unit) => tasksByLead(tasks).get(leadKey(task, unit)) ?? []);
  const citing = task.citations.flatMap(({ document }) => citationsByDocument(tasks).get(document) ?? []);
  const others = new Set([...led, ...citing].map((one) => one.task));
  return (
    inTextOrder([...others], tasks)
      .filter((other) => (headed ? other.measure !== task.measure : other !== task))
      .map((other) => ({ task: other, relations: relationsOf(task, other) }))
      .filter(({ relations }) => relations.length > 0)
      // The sort is stable: equally related tasks stay in the order of the text.
      .sort((a, b) => b.relations.length - a.relations.length)
  );
}

const byMeasure = memoize((tasks: Task[]) => Map.groupBy(tasks, ({ measure }) => measure));

/** The tasks of a measure, in order. */
export const tasksOfMeasure = (measure: number, { tasks }: Pick<Plan, 'tasks'>): Task[] =>
  byMeasure(tasks).get(measure) ?? [];

/** Document → the document and its index in the registry. */
const registry = memoize(
  (documents: PlanDocument[]) =>
    new Map(documents.map((document, index) => [document.id, { document, index }])),
);

/** The documents that a task names, in the order of the registry. */
export function citedDocuments(task: Task, { documents }: Pick<Plan, 'documents'>): PlanDocument[] {
  const ids = new Set(task.citations.map(({ document }) => document));
  return [...ids]
    .flatMap((id) => registry(documents).get(id) ?? [])
    .sort((a, b) => a.index - b.index)
    .map(({ document }) => document);
}

const positions = memoize((tasks: readonly Task[]) => new Map(tasks.map((task, index) => [task, index])));

/** Sorts some of the tasks in the order of the text, in place. */
export const inTextOrder = (some: Task[], tasks: readonly Task[]) =>
  some.sort((a, b) => (positions(tasks).get(a) ?? 0) - (positions(tasks).get(b) ?? 0));

/** The tasks before and after one, where there are any. */
export function neighbours(task: Task, { tasks }: Pick<Plan, 'tasks'>) {
  const index = positions(tasks).get(task) ?? -1;
  return { previous: tasks[index - 1], next: tasks[index + 1] };
}
