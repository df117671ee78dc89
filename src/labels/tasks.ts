/** A task in one line, its relations, and evidence of its progress. */
import { isHeaded } from '../plan/headings.ts';
import type { Task, Relation, Plan } from '../plan/model.ts';
import { taskTimes, timesText } from './deadlines.ts';
import { taskWho, dutyText } from './duties.ts';
import { taskName } from './names.ts';

/** Who and by when, for a search result: 某局 牵头 · 2018年底前. */
export const taskFacts = (task: Task) => `${taskWho(task)} · ${taskTimes(task)}`;

/** Why a task is related to another. */
export function relationText(relation: Relation, plan: Plan): string {
  switch (relation.reason) {
    case 'lead':
      return `${plan.sections.some(isHeaded) ? '同一板块，' : ''}同由${plan.units.find(({ id }) => id === relation.unit)?.name ?? ''}牵头`;
    case 'document':
      return `同提《${plan.documents.find(({ id }) => id === relation.document)?.title ?? ''}》`;
  }
}

/** The description of a task's page. */
export const taskDescription = (task: Task) => `${taskName(task)}：${dutyText(task)}；${timesText(task)}。`;

/** For a task without published evidence; it draws no conclusion. */
export const NO_PROGRESS = '本站未收录公开的完成情况。';

/** The number of pieces of evidence, for lists and tables; empty if there are none. */
export const progressText = ({ progress }: Pick<Task, 'progress'>) =>
  progress.length === 0 ? '' : `已收录公开的进展材料${progress.length}条`;
