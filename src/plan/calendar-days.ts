/** The days of a plan: its publication, its yearly reports, its goal, and the years that they lie in. */
import { extent, range } from 'd3';
import type { Plan, Task } from './model.ts';

export type EventKind = 'published' | 'report' | 'goal';

export interface PlanEvent {
  kind: EventKind;
  /** ISO date. A report is due before this day, the goal by this day. */
  date: string;
  /** Of a report: when it is due each year, in the plan's words: 12月前, 11月底前. */
  words?: string;
}

export type Days = Pick<Plan, 'period' | 'published' | 'reporting' | 'goal'>;

export const byDate = (a: { date: string }, b: { date: string }) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0;

export const utc = (date: string) => new Date(`${date}T00:00:00Z`);

export const yearOf = (date: string) => Number(date.slice(0, 4));

/** First and last year: those the title names, and those of the deadlines outside of them. Undefined where there are none. */
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

/** The other days of the plan, in order: its publication, the yearly reports of the given years, the goal. */
export function planEvents({ published, goal, reporting, period }: Days, years = period): PlanEvent[] {
  const words = /每年(\d{1,2}月底?前)/.exec(reporting?.words ?? '')?.[1];
  const [first, last] = years ?? [0, -1];
  // Months are counted from 0: the one that is named, or after its end the next.
  const dueBefore = (year: number) =>
    new Date(Date.UTC(year, parseInt(words ?? '', 10) - (words?.includes('底') ? 0 : 1)))
      .toISOString()
      .slice(0, 10);
  const reports = words === undefined ? [] : range(first, last + 1).map(dueBefore);
  const events: PlanEvent[] = [
    ...(published === undefined ? [] : [{ kind: 'published' as const, date: published.slice(0, 10) }]),
    ...(goal ? [{ kind: 'goal' as const, date: goal.date }] : []),
    ...reports.map((date): PlanEvent => ({ kind: 'report', date, ...(words !== undefined && { words }) })),
  ];
  return events.sort(byDate);
}
