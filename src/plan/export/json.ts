/** Plan → plain objects for plan.json and the files for one task or one unit. shape.ts explains every field. */
import type { Plan } from '../model.ts';
import { grouped, once } from '../once.ts';
import { VERSION } from './shape.ts';
import type { PlanData } from './shape.ts';

/** Turns an address of the site (/tasks/1/) into what is written in data: base path and, where known, host included. */
export type Address = (address: string) => string;

export type TaskData = PlanData['tasks'][number];
export type UnitData = PlanData['units'][number];

/** What plan.json holds; the keys stand in the order of its shape. */
export const planData = (plan: Plan, url: Address): PlanData => dataOf(plan)(url);

const dataOf = once((plan: Plan) => once((url: Address) => makeData(plan, url)));

function makeData(plan: Plan, url: Address): PlanData {
  const { file, sha256 } = plan.source;
  const general = plan.generalDeadline;
  return {
    title: plan.title.shown,
    publisher: plan.publisher,
    published: plan.published,
    source: { file, sha256, ...(plan.source.url !== undefined && { url: plan.source.url }) },
    sections: plan.sections.map(({ number, title, goal, measures }) => ({
      number,
      title,
      goal,
      measures: measures.map((measure) => ({
        number: measure.number,
        title: measure.title,
        tasks: measure.tasks,
      })),
      url: url(`/sections/${number}/`),
    })),
    tasks: plan.tasks.map((task) => taskData(task, url)),
    units: plan.units.map((unit) => unitData(unit, url)),
    documents: plan.documents.map((one) => documentData(one, url)),
    corrections: plan.corrections.map((correction) => correctionData(correction, url)),
    version: VERSION,
    schema: url('/data/schema.json'),
    url: url('/'),
    official: plan.official,
    period: plan.period,
    generalDeadline: { date: general.date, line: general.line, words: general.words },
    reporting: { line: plan.reporting.line, words: plan.reporting.words },
    chapters: plan.chapters.map(({ part, prose }) => {
      const title = plan.parts.find(({ number }) => number === part)?.title;
      return {
        part,
        ...(title !== undefined && { title }),
        prose: prose.map(({ line, kind, shown }) => ({ line, kind, text: shown })),
      };
    }),
    glossary: plan.glossary.map(({ id, term, explained, uses }) => ({
      id,
      term,
      url: url(`/glossary/#${id}`),
      ...(explained && { explained }),
      uses,
    })),
  };
}

/** What tasks/N.json holds: the task as in plan.json, then where it stands and where it comes from. */
export function taskFile(data: PlanData, task: TaskData) {
  const section = data.sections.find(({ number }) => number === task.section);
  const measure = section?.measures.find(({ number }) => number === task.measure);
  return { ...task, sectionTitle: section?.title, measureTitle: measure?.title, plan: originOf(data) };
}

const byNumber = once((tasks: TaskData[]) => grouped(tasks, ({ number }) => number));

/** What units/<id>.json holds: the unit as in plan.json, with titles and deadlines of its tasks, then the origin. */
export function unitFile(data: PlanData, unit: UnitData) {
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
    units: duty.units.map(({ id, name, role }) => ({ id, name, role })),
    openEnded: duty.openEnded,
    deadline: { date: deadline.date, basis: deadline.basis, words: deadline.words },
    documents: [...new Set(task.citations.map(({ document }) => document))],
    sentences: task.paragraphs.flatMap(({ sentences }) => sentences.map(({ id, text }) => ({ id, text }))),
    progress: task.progress.map(({ date, statement, source }) => ({ date, statement, source })),
    ...(task.note !== '' && { note: task.note }),
  };
}

function unitData({ id, name, kind, aliases, tasks }: Plan['units'][number], url: Address): UnitData {
  return {
    id,
    name,
    kind,
    aliases: aliases.map((alias) => alias.name),
    url: url(`/units/${id}/`),
    aliasesInPlan: aliases.filter(({ inPlan }) => inPlan).map((alias) => alias.name),
    tasks: tasks.map(({ number, role }) => ({ number, role })),
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
