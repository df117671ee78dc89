/** Dates of a plan that are no deadlines of tasks: its publication, its yearly reports, its goal; and its years. */
import { extent, range } from 'd3';
import { compare } from '../text/lists.ts';
import type { Plan, Task } from './model.ts';

export interface PlanEvent {
  kind: 'published' | 'report' | 'goal';
  /** ISO date. A report is due before this day, the goal by this day. */
  date: string;
  /** Of a report: when it is due each year, in the plan's words: 12月前, 11月底前. */
  words?: string | undefined;
  /** Of a report: whether it has to be made in writing. */
  isWritten?: boolean;
}

export type Days = Pick<Plan, 'period' | 'published' | 'publishedAs' | 'reporting' | 'goal'>;

/** Whether a rule for reports asks for them in writing. */
export const isWritten = (rule: string) => rule.includes('书面');

export const byDate = (a: { date: string }, b: { date: string }) => compare(a.date, b.date);

export const utc = (date: string) => new Date(`${date}T00:00:00Z`);

export const yearOf = (date: string) => Number(date.slice(0, 4));

/** First and last year of the title's period and of all deadlines; undefined where there are none. */
export function yearsOf(
  tasks: readonly Pick<Task, 'deadline'>[],
  { period }: Pick<Plan, 'period'>,
): [number, number] | undefined {
  const [first, last] = extent([
    ...(period ?? []),
    ...tasks.flatMap(({ deadline }) => (deadline ? [yearOf(deadline.date)] : [])),
  ]);
  return first === undefined ? undefined : [first, last];
}

/** The events of the plan in order: its publication, a report in each of the given years, the goal. */
export function planEvents(
  { published, publishedAs, goal, reporting, period }: Days,
  years = period,
): PlanEvent[] {
  const words = /每年(\d{1,2}月底?前)/.exec(reporting?.words ?? '')?.[1];
  const [first, last] = years ?? [0, -1];
  // Months count from 0: “12月前” is before the 1st of December, “11月底前” as well.
  const dueBefore = (year: number) =>
    new Date(Date.UTC(year, parseInt(words ?? '', 10) - (words?.includes('底') ? 0 : 1)))
      .toISOString()
      .slice(0, 10);
  const reports = words === undefined ? [] : range(first, last + 1).map(dueBefore);
  const events: PlanEvent[] = [
    ...(published === undefined || publishedAs === 'dated'
      ? []
      : [{ kind: 'published' as const, date: published.slice(0, 10) }]),
    ...(goal ? [{ kind: 'goal' as const, date: goal.date }] : []),
    ...reports.map((date): PlanEvent => ({
      ...{ kind: 'report', date, words, isWritten: isWritten(reporting?.words ?? '') },
    })),
  ];
  return events.sort(byDate);
}
