/** The eIds of the Akoma Ntoso file: by the naming convention of the standard, and as permanent as addresses. */
import type { Plan, Section, TaskNumber } from '../../plan/model.ts';

/** Numbers elements without a number of their own, in order below their parent: subpara_1__ref_2. */
export type Counter = (parent: string, name: string) => string;

export function counter(): Counter {
  const used = new Map<string, number>();
  return (parent, name) => {
    const stem = `${parent}__${name}`;
    const number = (used.get(stem) ?? 0) + 1;
    used.set(stem, number);
    return `${stem}_${number}`;
  };
}

export const partId = (number: number) => `part_${number}`;
/** Measures and tasks have numbers that are unique in the whole text: their ids need no prefix. */
export const measureId = (number: number) => `para_${number}`;
export const taskId = (number: TaskNumber) => `subpara_${number}`;
/** Sentence s3 of task 12: subpara_12__span_3. */
export const sentenceId = (task: TaskNumber, id: string) => `${taskId(task)}__span_${id.slice(1)}`;
export const dutyId = (task: TaskNumber) => `${taskId(task)}__block_1`;
export const noteId = (correction: number) => `note_${correction}`;

/** The id of a section: its position among the headings of its part. */
export function sectionId(plan: Pick<Plan, 'chapters' | 'sections'>, section: Section): string {
  const before = plan.chapters
    .filter(({ part }) => part === section.part)
    .flatMap(({ prose }) => prose)
    .filter(({ kind }) => kind === 'heading').length;
  const own = plan.sections.filter(({ part }) => part === section.part);
  const number = before + own.indexOf(section) + 1;
  return section.part === 0 ? `sec_${number}` : `${partId(section.part)}__sec_${number}`;
}

/** Ids in <references>, prefixed by kind, since a unit and a document may have the same id. */
export const unitRef = (id: string) => `org-${id}`;
export const roleRef = (role: string) => `role-${role}`;
export const documentRef = (id: string) => `doc-${id}`;
export const termRef = (id: string) => `term-${id}`;
