/** The deadline timeline, numbers only: every size of the picture, its lists and its counts come from here. */
import { groups, max, min, pairs, range, scaleUtc, sum } from 'd3';
import type { Deadline, Task } from '../plan/model.ts';
import { isDated } from '../plan/deadline-groups.ts';
import {
  type PlanEvent,
  type Days,
  byDate,
  utc,
  yearOf,
  yearsOf,
  planEvents,
} from '../plan/calendar-days.ts';

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
  /** Width of what is written there: the years begin after it where marks would stand in it. */
  gutter?: number;
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
type Due<T> = DeadlineCount & { tasks: (T & { deadline: Deadline })[] };
const round = (value: number) => Math.round(value * 10) / 10;

/** Tasks by deadline, in the order of dates; within one by section, then in the order given. */
export function deadlineColumns<T extends Dated>(tasks: readonly T[]): Due<T>[] {
  return groups(tasks.filter(isDated), ({ deadline }) => deadline.date)
    .map(([date, due]) => ({
      date,
      own: due.filter(({ deadline }) => deadline.basis === 'own').length,
      general: due.filter(({ deadline }) => deadline.basis === 'general').length,
      tasks: due.sort((a, b) => a.section - b.section),
    }))
    .sort(byDate);
}

/** A grid of marks in its lane: the columns it covers, and its rows counted from the top of the lane. */
interface Grid {
  date: string;
  left: number;
  right: number;
  row: number;
  rows: number;
}

/** The grids of one section; where deadlines lie so close together that two would meet, the later goes below. */
function gridsOf(
  section: number,
  due: readonly Due<Dated>[],
  leftOf: (date: string) => number,
  { across, cell }: { across: number; cell: number },
): Grid[] {
  return due.reduce<Grid[]>((placed, { date, tasks }) => {
    const count = tasks.filter((task) => task.section === section).length;
    if (count === 0) return placed;
    const left = leftOf(date);
    const right = left + Math.min(across, count) * cell;
    const row = max(placed, (grid) => (grid.right > left ? grid.row + grid.rows : 0)) ?? 0;
    return [...placed, { date, left, right, row, rows: Math.ceil(count / across) }];
  }, []);
}

/** Lays tasks out on the plan's years: each deadline has a grid of marks, one for every task, in its section's lane. */
export function layOutTimeline<T extends Dated>(
  tasks: readonly T[],
  plan: Days,
  { width, cell, columns, lane, gutter = 0 }: TimelineSize,
  start = 0,
): Timeline<T> {
  const due = deadlineColumns(tasks);
  const years = yearsOf(tasks, plan);
  const [first, last] = years ?? [0, -1];
  const x = scaleUtc(
    [utc(`${String(first).padStart(4, '0')}-01-01`), utc(`${last + 1}-01-01`)],
    [start, width],
  );
  const at = (date: string) => x(utc(date));
  // A grid takes at most the time since the deadline before it, so that no two meet where they need not.
  const room = min(pairs(due, (a, b) => at(b.date) - at(a.date))) ?? width;
  const across = Math.max(1, Math.min(columns, Math.floor(room / cell)));
  const leftOf = (date: string) => Math.max(start, at(date) - across * cell);
  const [earliest] = due;
  if (start === 0 && earliest && leftOf(earliest.date) < gutter)
    return layOutTimeline(tasks, plan, { width, cell, columns, gutter, ...(lane && { lane }) }, gutter);
  let height = 0;
  const lanes = [...new Set(due.flatMap((one) => one.tasks.map(({ section }) => section)))]
    .sort((a, b) => a - b)
    .map((section) => {
      const grids = gridsOf(section, due, leftOf, { across, cell });
      const rows = max(grids, (grid) => grid.row + grid.rows) ?? 0;
      // With a little space above and below, so that marks do not touch the lines between lanes.
      const own = Math.ceil(Math.max(rows * cell, lane?.(section) ?? 0) + cell / 5);
      height += own;
      return { section, y: height - own, height: own, grids };
    });
  return {
    width,
    height: sum(lanes, (one) => one.height),
    lanes: lanes.map(({ section, y, height: own }) => ({ section, y, height: own })),
    ticks: range(first, last + 1).map((year) => {
      const [begin, end] = [at(`${year}-01-01`), at(`${year + 1}-01-01`)];
      return { x: round(begin), middle: round((begin + end) / 2), label: String(year) };
    }),
    groups: due.map(({ tasks: ofDate, ...count }) => {
      const left = leftOf(count.date);
      return {
        ...count,
        x: round(at(count.date)),
        middle: round(left + (across * cell) / 2),
        marks: lanes.flatMap(({ section, y, grids }) => {
          const top = y + (grids.find(({ date }) => date === count.date)?.row ?? 0) * cell + cell / 10;
          return ofDate
            .filter((task) => task.section === section)
            .map((task, index) => ({
              task,
              basis: task.deadline.basis,
              date: count.date,
              x: round(left + (index % across) * cell + cell / 20),
              y: round(top + Math.floor(index / across) * cell + cell / 20),
              size: round(cell * 0.9),
            }));
        }),
      };
    }),
    events: planEvents(plan, years)
      .filter(({ date }) => yearOf(date) >= first && yearOf(date) <= last)
      .map((event) => ({ ...event, x: round(at(event.date)) })),
  };
}
