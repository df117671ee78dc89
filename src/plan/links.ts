/** Everything that follows from who is named where: units → tasks, units → units, documents → tasks, tasks → tasks. */
import type { Chapter, Plan, PlanDocument, RelatedTask, Relation, Task, Unit } from './model.ts';

/** The tasks whose clause names a unit, with its role in each, in order. */
export function unitTasks(id: string, tasks: Task[]): Unit['tasks'] {
  return tasks.flatMap(({ number, duty }) =>
    duty.units.filter((unit) => unit.id === id).map(({ role }) => ({ number, role })),
  );
}

/** The other units that the same clauses name; collective bodies are left out, since the plan does not say who they are. */
export function unitPartners(
  id: string,
  tasks: Task[],
  units: { id: string; kind: string }[],
): Unit['partners'] {
  const collective = new Set(units.filter(({ kind }) => kind === 'collective').map((unit) => unit.id));
  const shared = new Map<string, number[]>();
  for (const { number, duty } of tasks) {
    if (!duty.units.some((unit) => unit.id === id)) continue;
    for (const other of duty.units) {
      if (other.id === id || collective.has(other.id)) continue;
      shared.set(other.id, [...(shared.get(other.id) ?? []), number]);
    }
  }
  return [...shared]
    .map(([partner, numbers]) => ({ id: partner, tasks: numbers }))
    .sort((a, b) => b.tasks.length - a.tasks.length || (a.id < b.id ? -1 : 1));
}

/** Where tasks and the prose around them name a document. */
export function documentCitations(
  id: string,
  tasks: Task[],
  chapters: Chapter[],
): Pick<PlanDocument, 'citations' | 'lines'> {
  return {
    citations: tasks.flatMap(({ number, citations }) =>
      citations
        .filter(({ document }) => document === id)
        .map(({ words, sentence }) => ({ task: number, words, sentence })),
    ),
    lines: chapters
      .flatMap(({ prose }) => prose)
      .filter(({ runs }) => runs.some(({ document }) => document === id))
      .map(({ line }) => line),
  };
}

const leads = (task: Task) => task.duty.units.filter(({ role }) => role === 'lead').map(({ id }) => id);

function relationsOf(task: Task, other: Task): Relation[] {
  const relations: Relation[] = [];
  if (task.section === other.section) {
    const shared = leads(task).filter((unit) => leads(other).includes(unit));
    for (const unit of shared) relations.push({ reason: 'lead', unit, section: task.section });
  }
  const documents = new Set(task.citations.map(({ document }) => document));
  for (const document of new Set(other.citations.map((citation) => citation.document))) {
    if (documents.has(document)) relations.push({ reason: 'document', document });
  }
  return relations;
}

/** Tasks of other measures with something in common, each with all the reasons; most reasons first, then in order. */
export function relatedTasks(task: Task, { tasks }: Pick<Plan, 'tasks'>): RelatedTask[] {
  return tasks
    .filter((other) => other.measure !== task.measure)
    .map((other) => ({ task: other, relations: relationsOf(task, other) }))
    .filter(({ relations }) => relations.length > 0)
    .sort((a, b) => b.relations.length - a.relations.length || a.task.number - b.task.number);
}

/** The tasks before and after one, where there are any. */
export function neighbours(task: Task, { tasks }: Pick<Plan, 'tasks'>): { previous?: Task; next?: Task } {
  const index = tasks.indexOf(task);
  const previous = tasks[index - 1];
  const next = tasks[index + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}
