/** Deadlines, each with its basis: the task's own clause, or the plan's rule for tasks that state none (四、实施步骤). */
import type { Deadline, DutyPart } from './model.ts';

const OWN = /^(\d{4})年年?底前完成$/;

/** The last day a stretch of a clause names (2017年底前完成, once 2017年年底前完成), as an ISO date. */
export function ownDeadline(stretch: string): string | undefined {
  const year = OWN.exec(stretch)?.[1];
  return year === undefined ? undefined : `${year}-12-31`;
}

/** The deadline of a task: what its clause says, otherwise the general rule. */
export function deadlineOf(parts: DutyPart[], general: { date: string; words: string }): Deadline {
  const own = parts.find((part) => part.kind === 'deadline');
  return own
    ? { date: own.date, basis: 'own', words: own.text }
    : { date: general.date, basis: 'general', words: general.words };
}
