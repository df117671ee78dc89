import { FILES } from '../content-files/schema.ts';
import type { Rule } from './rule.ts';

/** Published evidence speaks of a task that exists, and came after the plan. */
export const progressHasItsTask: Rule = ({ progress, tasks, plan }) =>
  progress.flatMap(({ file, task, date }) => [
    ...(tasks.some(({ number }) => number === task)
      ? []
      : [{ file, at: ['task'], problem: `there is no task ${task}`, advice: 'use the number of a task' }]),
    ...(plan.published === undefined || date >= plan.published.slice(0, 10)
      ? []
      : [
          {
            file,
            at: ['date'],
            problem: `${date} is before the plan was published`,
            advice: `compare with the source, and with published in ${FILES.plan}`,
          },
        ]),
  ]);
