/** Plan → plain objects for plan.json and the files for one task or one unit. shape.ts explains every field. */
import type { Clause, SourceQuote, Plan, Prose } from '../../plan/model.ts';
import { memoize } from '../../text/memoize.ts';
import { VERSION, WIDE_VERSION } from './plan-json-fields.ts';
import type { PlanData, Version } from './plan-json-fields.ts';

/** Turns an address of the site (/tasks/1/) into what is written in data: base path and, where known, host included. */
export type Address = (address: string) => string;

export type TaskData = PlanData['tasks'][number];
export type UnitData = PlanData['units'][number];

/** What plan.json holds; the keys stand in the order of its shape. */
export const planData = (plan: Plan, url: Address): PlanData => dataOf(plan)(url);

const dataOf = memoize((plan: Plan) => memoize((url: Address) => makeData(plan, url)));

function makeData(plan: Plan, url: Address): PlanData {
  const { file, sha256 } = plan.source;
  return {
    title: plan.title.shown,
    publisher: plan.publisher ?? null,
    published: plan.published ?? null,
    source: { file, sha256, ...(plan.source.url !== undefined && { url: plan.source.url }) },
    sections: plan.sections.map((section) => sectionData(section, url)),
    tasks: plan.tasks.map((task) => taskData(task, url)),
    units: plan.units.map((unit) => unitData(unit, url)),
    documents: plan.documents.map((one) => documentData(one, url)),
    corrections: plan.corrections.map((correction) => correctionData(correction, url)),
    version: versionOf(plan),
    schema: url('/data/schema.json'),
    url: url('/'),
    official: plan.official,
    period: plan.period ?? null,
    generalDeadline: plan.generalDeadline ? dated(plan.generalDeadline) : null,
    reporting: plan.reporting ? said(plan.reporting) : null,
    chapters: plan.chapters.map(({ part, prose }) => {
      const title = plan.parts.find(({ number }) => number === part)?.title;
      return {
        part,
        ...(title !== undefined && { title }),
        prose: prose.map(proseData),
      };
    }),
    glossary: plan.glossary.map(({ id, term, explained, uses }) => ({
      id,
      term,
      url: url(`/glossary/#${id}`),
      ...(explained && { explained }),
      uses,
    })),
    goal: plan.goal ? dated(plan.goal) : null,
    rules: [
      ...(plan.rules.firstLeads ? [{ kind: 'firstLeads' as const, ...said(plan.rules.firstLeads) }] : []),
      ...plan.rules.later.map((rule) => ({ kind: 'later' as const, ...said(rule) })),
    ],
  };
}

/** What tasks/N.json holds: the task as in plan.json, then where it stands and where it comes from. */
export function taskJson(data: PlanData, task: TaskData) {
  const section = data.sections.find(({ number }) => number === task.section);
  const measure = section?.measures.find(({ number }) => number === task.measure);
  return { ...task, sectionTitle: section?.title, measureTitle: measure?.title, plan: originOf(data) };
}

const byNumber = memoize((tasks: TaskData[]) => Map.groupBy(tasks, ({ number }) => number));

/** What units/<id>.json holds: the unit as in plan.json, with titles and deadlines of its tasks, then the origin. */
export function unitJson(data: PlanData, unit: UnitData) {
  const tasks = unit.tasks.flatMap(({ number, role }) =>
    (byNumber(data.tasks).get(number) ?? []).map(({ title, url, deadline, openEnded }) => ({
      number,
      role,
      title,
      url,
      deadline,
      openEnded,
    })),
  );
  return { ...unit, tasks, plan: originOf(data) };
}

/** Text of a JSON file: two blanks, a newline at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const originOf = ({ title, publisher, published, source, url }: PlanData) => ({
  title,
  publisher,
  published,
  source,
  url,
});

/** The version of the shape that a plan is published in. */
export function versionOf(plan: Plan): Version {
  const { publisher, published, period, generalDeadline, reporting, goal, tasks, sections } = plan;
  const clauses = sections.flatMap(({ duty, measures }) => [duty, ...measures.map((one) => one.duty)]);
  const roles = [...tasks.map(({ duty }) => duty), ...clauses].flatMap((duty) => duty?.units ?? []);
  const fits =
    [publisher, published, period, generalDeadline, reporting, goal].every((one) => one !== undefined) &&
    tasks.every(({ number, deadline }) => typeof number === 'number' && deadline) &&
    roles.every(({ role }) => role !== 'with');
  return fits ? VERSION : WIDE_VERSION;
}

const said = ({ line, words }: SourceQuote) => ({ line, words });
const dated = ({ date, line, words }: SourceQuote & { date: string }) => ({ date, line, words });
const proseData = ({ line, kind, shown }: Prose) => ({ line, kind, text: shown });
const unitsData = (units: Clause['units']) => units.map(({ id, name, role }) => ({ id, name, role }));
const clauseData = ({ shown, units, openEnded }: Clause) => ({
  duty: shown,
  units: unitsData(units),
  openEnded,
});

function sectionData(
  { number, title, goal, measures, part, heading, duty, prose }: Plan['sections'][number],
  url: Address,
): PlanData['sections'][number] {
  return {
    number,
    title,
    goal,
    measures: measures.map((measure) => ({
      number: measure.number,
      title: measure.title,
      tasks: measure.tasks,
      ...(measure.heading && { heading: measure.heading.shown }),
      ...(measure.duty && { clause: clauseData(measure.duty) }),
    })),
    url: url(`/sections/${number}/`),
    part,
    heading: heading.shown,
    ...(duty && { clause: clauseData(duty) }),
    prose: prose.map(proseData),
  };
}

function taskData(task: Plan['tasks'][number], url: Address): TaskData {
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
    ...(task.note !== '' && { note: task.note }),
    marker: task.marker,
    tail: task.tail,
    clauses: task.clauses.map((clause) => ({ ...clauseData(clause), sentence: clause.sentence })),
    deadlines: task.deadlines.map(({ date, basis, words, sentence }) => ({
      ...{ date, basis, words },
      ...(sentence !== undefined && { sentence }),
    })),
    standing: task.standing.map(({ words, sentence }) => ({
      words,
      ...(sentence !== undefined && { sentence }),
    })),
  };
}

function unitData(
  { id, name, kind, aliases, tasks, headings }: Plan['units'][number],
  url: Address,
): UnitData {
  return {
    id,
    name,
    kind,
    aliases: aliases.map((alias) => alias.name),
    url: url(`/units/${id}/`),
    aliasesInPlan: aliases.filter(({ inPlan }) => inPlan).map((alias) => alias.name),
    tasks: tasks.map(({ number, role }) => ({ number, role })),
    headings: headings.map(({ section, measure, role }) => ({
      section,
      ...(measure !== undefined && { measure }),
      role,
    })),
  };
}

function documentData(one: Plan['documents'][number], url: Address): PlanData['documents'][number] {
  return {
    id: one.id,
    title: one.title,
    ...(one.number !== undefined && { number: one.number }),
    relation: one.relation,
    url: url(`/documents/#${one.id}`),
    citations: one.citations.map(({ task, sentence, words }) => ({ task, sentence, words })),
    lines: one.lines,
  };
}

function correctionData(one: Plan['corrections'][number], url: Address): PlanData['corrections'][number] {
  const { id, line, received, shown, kind, reason, suspected } = one;
  return {
    line,
    received,
    shown,
    kind,
    reason,
    ...(suspected !== undefined && { suspected }),
    id,
    url: url(`/corrections/#c${id}`),
  };
}
