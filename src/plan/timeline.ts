/** The deadline timeline, numbers only: every size of the picture, its lists and its counts come from here. */
import { groups, max, min, pairs, range, scaleUtc, sum } from 'd3';
import type { Deadline, Plan, Task } from './model.ts';

/** What the timeline needs to know of a task; a mark carries the whole task it was given. */
export type Dated = Pick<Task, 'number' | 'section' | 'deadline'>;

export interface TimelineSize {
  /** Width of the whole axis. */
  width: number;
  /** Side of the square that a mark stands in, its share of the space between marks included. */
  cell: number;
  /** Marks side by side at most; fewer where deadlines lie close together. */
  columns: number;
  /** Height that a section's lane needs at least, for what is written beside its marks. */
  lane?: (section: number) => number;
}

export interface Mark<T> {
  task: T;
  basis: Deadline['basis'];
  date: string;
  /** Top left corner, and the side of the square it fills. */
  x: number;
  y: number;
  size: number;
}

/** The marks of one deadline; the last column of the grid ends at `x`, the deadline itself. */
export interface MarkGroup<T> extends DeadlineCount {
  x: number;
  /** Middle of the grid, for what is written above it. */
  middle: number;
  marks: Mark<T>[];
}

export type EventKind = 'published' | 'report' | 'goal';

export interface PlanEvent {
  kind: EventKind;
  /** ISO date. A report is due before this day, the goal by this day. */
  date: string;
}

/** The rows of one section: its marks stand in them, whatever their deadline. */
export interface Lane {
  section: number;
  y: number;
  height: number;
}

export interface Timeline<T> {
  width: number;
  /** Height of all lanes; what is written above them is up to the picture. */
  height: number;
  lanes: Lane[];
  /** The years of the plan: where each begins, and its middle. */
  ticks: { x: number; middle: number; label: string }[];
  groups: MarkGroup<T>[];
  events: (PlanEvent & { x: number })[];
}

export interface DeadlineCount {
  date: string;
  own: number;
  general: number;
}

const byDate = (a: { date: string }, b: { date: string }) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
const round = (value: number) => Math.round(value * 10) / 10;
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

/** Tasks by deadline, in the order of dates; within one by section, then number. */
export function byDeadline<T extends Dated>(tasks: readonly T[]): (DeadlineCount & { tasks: T[] })[] {
  return groups(tasks, ({ deadline }) => deadline.date)
    .map(([date, due]) => ({
      date,
      own: due.filter(({ deadline }) => deadline.basis === 'own').length,
      general: due.filter(({ deadline }) => deadline.basis === 'general').length,
      tasks: due.sort((a, b) => a.section - b.section || a.number - b.number),
    }))
    .sort(byDate);
}

/** The other days of the plan, in order: its publication, the yearly reports, the goal. */
export function planEvents(plan: Pick<Plan, 'period' | 'published' | 'reporting' | 'goal'>): PlanEvent[] {
  const [first, last] = plan.period;
  const month = /每年(\d{1,2})月前/.exec(plan.reporting.words)?.[1]?.padStart(2, '0');
  const reports = month === undefined ? [] : range(first, last + 1).map((year) => `${year}-${month}-01`);
  const events: PlanEvent[] = [
    { kind: 'published', date: plan.published.slice(0, 10) },
    { kind: 'goal', date: plan.goal.date },
    ...reports.map((date): PlanEvent => ({ kind: 'report', date })),
  ];
  return events.sort(byDate);
}

/** Lanes from top to bottom, each as high as the most marks that one deadline brings into it. */
function lanesOf(
  due: readonly { tasks: readonly Dated[] }[],
  across: number,
  { cell, lane }: TimelineSize,
): Lane[] {
  const sections = new Set(due.flatMap(({ tasks }) => tasks.map(({ section }) => section)));
  let y = 0;
  return [...sections]
    .sort((a, b) => a - b)
    .map((section) => {
      const most = max(due, ({ tasks }) => tasks.filter((task) => task.section === section).length) ?? 0;
      const needed = Math.max(Math.ceil(most / across) * cell, lane?.(section) ?? 0);
      // With a little space above and below, so that marks do not touch the lines between lanes.
      const height = Math.ceil(needed + cell / 5);
      y += height;
      return { section, y: y - height, height };
    });
}

/** Lays tasks out on the plan's years: each deadline has a grid of marks, one for every task, in its section's lane. */
export function timeline<T extends Dated>(
  tasks: readonly T[],
  plan: Parameters<typeof planEvents>[0],
  size: TimelineSize,
): Timeline<T> {
  const { width, cell, columns } = size;
  const [first, last] = plan.period;
  const x = scaleUtc([utc(`${first}-01-01`), utc(`${last + 1}-01-01`)], [0, width]);
  const at = (date: string) => x(utc(date));
  const due = byDeadline(tasks);
  // A grid takes at most the time since the deadline before it, so that no two can meet.
  const room = min(pairs([0, ...due.map(({ date }) => at(date))], (a, b) => b - a)) ?? width;
  const across = Math.max(1, Math.min(columns, Math.floor(room / cell)));
  const lanes = lanesOf(due, across, size);
  return {
    width,
    height: sum(lanes, ({ height }) => height),
    lanes,
    ticks: range(first, last + 1).map((year) => {
      const [begin, end] = [at(`${year}-01-01`), at(`${year + 1}-01-01`)];
      return { x: round(begin), middle: round((begin + end) / 2), label: String(year) };
    }),
    groups: due.map(({ tasks: ofDate, ...count }) => {
      const left = at(count.date) - across * cell;
      return {
        ...count,
        x: round(at(count.date)),
        middle: round(left + (across * cell) / 2),
        marks: lanes.flatMap((lane) =>
          ofDate
            .filter(({ section }) => section === lane.section)
            .map((task, index) => ({
              task,
              basis: task.deadline.basis,
              date: count.date,
              x: round(left + (index % across) * cell + cell / 20),
              y: round(lane.y + cell / 10 + Math.floor(index / across) * cell + cell / 20),
              size: round(cell * 0.9),
            })),
        ),
      };
    }),
    events: planEvents(plan).map((event) => ({ ...event, x: round(at(event.date)) })),
  };
}
