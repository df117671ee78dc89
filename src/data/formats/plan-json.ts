/** Plan → plain objects for plan.json and for the files of single tasks and units. plan-json-fields.ts explains every field. */
import type { Clause, Plan, Prose, SourceQuote } from '../../plan/model.ts';
import { allClauses } from '../../plan/role-words.ts';
import { memoize } from '../../text/memoize.ts';
import type { AddressOf } from '../../urls.ts';
import { FIRST_ROLES, VERSION, WIDE_VERSION, type PlanData, type Version } from './plan-json-fields.ts';

type TaskData = PlanData['tasks'][number];
type UnitData = PlanData['units'][number];

/** The content of plan.json, its keys in the order of the schema. */
export function planData(plan: Plan, url: AddressOf): PlanData {
  const { file, sha256, url: original } = plan.source;
  const version = versionOf(plan);
  return {
    title: plan.title.shown,
    publisher: plan.publisher ?? null,
    published: plan.published ?? null,
    source: { file, sha256, url: original },
    sections: plan.sections.map((section) => sectionData(section, url)),
    tasks: plan.tasks.map((task) => taskData(task, version, url)),
    units: plan.units.map((unit) => unitData(unit, url)),
    documents: plan.documents.map((one) => documentData(one, url)),
    corrections: plan.corrections.map((correction) => correctionData(correction, url)),
    version,
    schema: url('/data/schema.json'),
    url: url('/'),
    official: plan.official,
    period: plan.period ?? null,
    generalDeadline: plan.generalDeadline ? datedQuote(plan.generalDeadline) : null,
    reporting: plan.reporting ? quote(plan.reporting) : null,
    chapters: plan.chapters.map(({ part, prose }) => ({
      part,
      title: plan.parts.find(({ number }) => number === part)?.title,
      prose: prose.map(proseData),
    })),
    glossary: plan.glossary.map(({ id, term, explained, uses }) => ({
      ...{ id, term, url: url(`/glossary/#${id}`), explained, uses },
    })),
    goal: plan.goal ? datedQuote(plan.goal) : null,
    rules: [
      ...(plan.rules.firstLeads ? [{ kind: 'firstLeads' as const, ...quote(plan.rules.firstLeads) }] : []),
      ...plan.rules.later.map((rule) => ({ kind: 'later' as const, ...quote(rule) })),
    ],
    ...(version === VERSION
      ? {}
      : {
          publisherAs: plan.publisherAs,
          publishedAs: plan.publishedAs,
          metadata: Object.fromEntries(
            Object.entries(plan.metadata).flatMap(([name, one]) => (one ? [[name, quote(one)]] : [])),
          ),
          readings: plan.readings,
        }),
    successor: plan.successor,
  };
}

/** The content of tasks/N.json: the task as in plan.json, then the titles of its section and measure, and its origin. */
export function taskJson(data: PlanData, task: TaskData) {
  const section = data.sections.find(({ number }) => number === task.section);
  const measure = section?.measures.find(({ number }) => number === task.measure);
  return { ...task, sectionTitle: section?.title, measureTitle: measure?.title, plan: originOf(data) };
}

const byNumber = memoize((tasks: TaskData[]) => Map.groupBy(tasks, ({ number }) => number));

/** The content of units/<id>.json: the unit as in plan.json, with titles and deadlines of its tasks, then the origin. */
export function unitJson(data: PlanData, unit: UnitData) {
  const tasks = unit.tasks.flatMap(({ number, role }) =>
    (byNumber(data.tasks).get(number) ?? []).map(({ title, url, deadline, openEnded }) => ({
      ...{ number, role, title, url, deadline, openEnded },
    })),
  );
  return { ...unit, tasks, plan: originOf(data) };
}

/** The text of a JSON file: indented by two blanks, with a newline at the end. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const originOf = ({ title, publisher, published, source, url }: PlanData) => ({
  ...{ title, publisher, published, source, url },
});

/** The version of the schema in which a plan is published. */
function versionOf(plan: Plan): Version {
  const { publisher, published, period, generalDeadline, reporting, goal, tasks, sections } = plan;
  const clauses = sections.flatMap(({ duty, measures }) => [duty, ...measures.map((one) => one.duty)]);
  const roles = [...tasks.map(({ duty }) => duty), ...clauses].flatMap((duty) => duty?.units ?? []);
  const fits =
    [publisher, published, period, generalDeadline, reporting, goal].every((one) => one !== undefined) &&
    plan.publisherAs === 'publisher' &&
    plan.publishedAs === 'published' &&
    tasks.every(({ number, deadline }) => typeof number === 'number' && deadline) &&
    tasks.every((task) => task.cells.length === 0 && task.readings.units === 'named') &&
    [...tasks.flatMap(allClauses), ...clauses].every((duty) => !duty || unreadIn([duty]) === undefined) &&
    roles.every(({ role }) => FIRST_ROLES.includes(role));
  return fits ? VERSION : WIDE_VERSION;
}

const quote = ({ line, words }: SourceQuote) => ({ line, words });
const datedQuote = ({ date, line, words }: SourceQuote & { date: string }) => ({ date, line, words });
const proseData = ({ line, kind, shown }: Prose) => ({ line, kind, text: shown });
const unitsData = (units: Clause['units']) => units.map(({ id, name, role }) => ({ id, name, role }));
const clauseData = (clause: Clause) => ({
  duty: clause.shown,
  units: unitsData(clause.units),
  openEnded: clause.openEnded,
  unread: unreadIn([clause]),
});

/** The words of clauses that could not be read; undefined where there are none. */
function unreadIn(clauses: Clause[]): string[] | undefined {
  const words = clauses.flatMap(({ parts }) =>
    parts.flatMap(({ kind, text }) => (kind === 'unread' ? [text] : [])),
  );
  return words.length > 0 ? words : undefined;
}

function sectionData(
  { number, title, goal, measures, part, heading, duty, prose }: Plan['sections'][number],
  url: AddressOf,
): PlanData['sections'][number] {
  return {
    number,
    title,
    goal,
    measures: measures.map((measure) => ({
      number: measure.number,
      title: measure.title,
      tasks: measure.tasks,
      heading: measure.heading?.shown,
      clause: measure.duty && clauseData(measure.duty),
    })),
    url: url(`/sections/${number}/`),
    part,
    heading: heading.shown,
    clause: duty && clauseData(duty),
    prose: prose.map(proseData),
  };
}

function taskData(task: Plan['tasks'][number], version: Version, url: AddressOf): TaskData {
  const { number, title, section, measure, sourceText, sourceLines, text, duty, deadline } = task;
  return {
    number,
    title,
    url: url(`/tasks/${number}/`),
    section,
    measure,
    sourceText,
    sourceLines,
    text,
    duty: duty.shown,
    units: unitsData(duty.units),
    openEnded: duty.openEnded,
    deadline: deadline ? { date: deadline.date, basis: deadline.basis, words: deadline.words } : null,
    documents: [...new Set(task.citations.map(({ document }) => document))],
    sentences: task.paragraphs.flatMap(({ sentences }) => sentences.map(({ id, text }) => ({ id, text }))),
    progress: task.progress.map(({ date, statement, source }) => ({ date, statement, source })),
    note: task.note === '' ? undefined : task.note,
    marker: task.marker,
    // In a table the rest of the row is in its cells.
    tail: task.cells.length > 0 ? '' : task.tail,
    clauses: task.clauses.map((clause) => ({ ...clauseData(clause), sentence: clause.sentence })),
    deadlines: task.deadlines.map(({ date, basis, words, sentence }) => ({ date, basis, words, sentence })),
    standing: task.standing.map(({ words, sentence }) => ({ words, sentence })),
    ...(version === VERSION
      ? {}
      : {
          readings: task.readings,
          unread: unreadIn(allClauses(task)),
          cells:
            task.cells.length === 0
              ? undefined
              : task.cells.map(({ head, says, shown, of }) => ({ head, says, text: shown, of })),
        }),
  };
}

function unitData(
  { id, name, kind, aliases, tasks, headings }: Plan['units'][number],
  url: AddressOf,
): UnitData {
  return {
    id,
    name,
    kind,
    aliases: aliases.map((alias) => alias.name),
    url: url(`/units/${id}/`),
    aliasesInPlan: aliases.filter(({ inPlan }) => inPlan).map((alias) => alias.name),
    tasks: tasks.map(({ number, role }) => ({ number, role })),
    headings: headings.map(({ section, measure, role }) => ({ section, measure, role })),
  };
}

function documentData(one: Plan['documents'][number], url: AddressOf): PlanData['documents'][number] {
  const { id, title, number, relation, lines } = one;
  const citations = one.citations.map(({ task, sentence, words }) => ({ task, sentence, words }));
  return { id, title, number, relation, url: url(`/documents/#${id}`), citations, lines };
}

function correctionData(one: Plan['corrections'][number], url: AddressOf): PlanData['corrections'][number] {
  const { id, line, received, shown, kind, reason, suspected } = one;
  return { line, received, shown, kind, reason, suspected, id, url: url(`/corrections/#c${id}`) };
}
