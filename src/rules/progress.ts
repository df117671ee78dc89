/** Rules for published evidence of progress. */
import { FILES } from '../content-files/schema.ts';
import type { Finding } from '../plan/model.ts';
import type { Rule } from './rule.ts';

/** Published evidence concerns a task that exists, and is not older than the plan. */
export const progressHasItsTask: Rule = ({ progress, tasks, plan }) =>
  progress.flatMap(({ file, task, date }) => {
    const findings: Finding[] = [];
    if (!tasks.some(({ number }) => number === task))
      findings.push({
        ...{ file, at: ['task'] },
        problem: `there is no task ${task}`,
        advice: 'use the number of a task',
      });
    if (plan.published !== undefined && date < plan.published.slice(0, 10))
      findings.push({
        ...{ file, at: ['date'] },
        problem: `${date} is before the plan was published`,
        advice: `compare with the source, and with published in ${FILES.plan}`,
      });
    return findings;
  });
