/** The eIds of the Akoma Ntoso file: by the standard's naming convention, and lasting as our addresses are. */
import type { Plan, Section, TaskNumber } from '../../plan/model.ts';

/** Numbers what has no number of its own, one after the other below its parent: subpara_1__ref_2. */
export type Names = (parent: string, name: string) => string;

export function names(): Names {
  const used = new Map<string, number>();
  return (parent, name) => {
    const stem = `${parent}__${name}`;
    const number = (used.get(stem) ?? 0) + 1;
    used.set(stem, number);
    return `${stem}_${number}`;
  };
}

export const partId = (number: number) => `part_${number}`;
/** Measures and tasks are known by numbers of the whole text, so that nothing has to stand before them. */
export const measureId = (number: number) => `para_${number}`;
export const taskId = (number: TaskNumber) => `subpara_${number}`;
/** Sentence s3 of task 12: subpara_12__span_3. */
export const sentenceId = (task: TaskNumber, id: string) => `${taskId(task)}__span_${id.slice(1)}`;
export const dutyId = (task: TaskNumber) => `${taskId(task)}__block_1`;
export const noteId = (correction: number) => `note_${correction}`;

/** A block of tasks, counted among what its part has under headings. */
export function sectionId(plan: Pick<Plan, 'chapters' | 'sections'>, section: Section): string {
  const before = plan.chapters
    .filter(({ part }) => part === section.part)
    .flatMap(({ prose }) => prose)
    .filter(({ kind }) => kind === 'heading').length;
  const own = plan.sections.filter(({ part }) => part === section.part);
  const number = before + own.indexOf(section) + 1;
  return section.part === 0 ? `sec_${number}` : `${partId(section.part)}__sec_${number}`;
}

/** What stands in <references>, by kind, since the ids of units and documents may be alike. */
export const unitRef = (id: string) => `org-${id}`;
export const roleRef = (role: string) => `role-${role}`;
export const documentRef = (id: string) => `doc-${id}`;
export const termRef = (id: string) => `term-${id}`;
