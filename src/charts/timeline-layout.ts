/** The layout of the deadline timeline: positions of all marks, for the chart, its lists and its counts. */
import { groups, max, min, pairs, range, scaleUtc, sum } from 'd3';
import type { Deadline, Task } from '../plan/model.ts';
import { isDated } from '../plan/deadline-groups.ts';
import {
  byDate,
  planEvents,
  utc,
  yearOf,
  yearsOf,
  type Days,
  type PlanEvent,
} from '../plan/calendar-days.ts';

/** What the layout depends on; a mark has the whole task it was given. */
type Dated = Pick<Task, 'number' | 'section' | 'deadline'>;

export interface TimelineSize {
  /** Width of the whole axis. */
  width: number;
  /** Side of the square of a mark, with the space around it. */
  cell: number;
  /** Space between two marks, and between the marks of a deadline and the lines at their sides. */
  gap: number;
  /** Most marks side by side; there are fewer if deadlines lie close together. */
  columns: number;
  /** Minimal height of a section's lane, for the label beside its marks. */
  lane?: (section: number) => number;
  /** Width of the labels: the years begin after them if marks would overlap them. */
  gutter?: number;
}

interface Mark<T> {
  task: T;
  basis: Deadline['basis'];
  date: string;
  /** Top left corner, and the side of its square. */
  x: number;
  y: number;
  size: number;
}

/** The marks of one deadline, in a grid that ends at `x`, the deadline itself. */
export interface MarkGroup<T> extends DeadlineCount {
  x: number;
  /** Middle of the grid, for the label above it. */
  middle: number;
  marks: Mark<T>[];
}

/** The rows with the marks of one section. */
interface Lane {
  section: number;
  y: number;
  height: number;
}

export interface Timeline<T> {
  width: number;
  /** Height of all lanes. */
  height: number;
  lanes: Lane[];
  /** The years of the plan: beginning and middle of each. */
  ticks: { x: number; middle: number; label: string }[];
  groups: MarkGroup<T>[];
  events: (PlanEvent & { x: number })[];
}

interface DeadlineCount {
  date: string;
  own: number;
  general: number;
}
type Due<T> = DeadlineCount & { tasks: (T & { deadline: Deadline })[] };
const round = (value: number) => Math.round(value * 10) / 10;

/** Tasks by deadline date; those of one deadline by section, then in the given order. */
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

/** A grid of marks in its lane; rows are counted from the top of the lane. */
interface Grid {
  date: string;
  left: number;
  right: number;
  row: number;
  rows: number;
}

/** The grids of one section; if two would overlap, the later one is placed below. */
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

/** Lays out tasks on the years of the plan: for each deadline a grid of marks in the lane of each section. */
export function layOutTimeline<T extends Dated>(
  tasks: readonly T[],
  plan: Days,
  size: TimelineSize,
  start = 0,
): Timeline<T> {
  const { width, cell, gap, columns, lane, gutter = 0 } = size;
  const due = deadlineColumns(tasks);
  const years = yearsOf(tasks, plan);
  const [first, last] = years ?? [0, -1];
  const x = scaleUtc(
    [utc(`${String(first).padStart(4, '0')}-01-01`), utc(`${last + 1}-01-01`)],
    [start, width],
  );
  const at = (date: string) => x(utc(date));
  // A grid is at most as wide as the time since the deadline before, so that few overlap. Half a gap is within its cells.
  const room = (min(pairs(due, (a, b) => at(b.date) - at(a.date))) ?? width) - gap;
  const across = Math.max(1, Math.min(columns, Math.floor(room / cell)));
  const leftOf = (date: string) => Math.max(start, at(date) - gap / 2 - across * cell);
  const [earliest] = due;
  if (start === 0 && earliest && leftOf(earliest.date) < gutter)
    return layOutTimeline(tasks, plan, size, gutter);
  let height = 0;
  const lanes = [...new Set(due.flatMap((one) => one.tasks.map(({ section }) => section)))]
    .sort((a, b) => a - b)
    .map((section) => {
      const grids = gridsOf(section, due, leftOf, { across, cell });
      const rows = max(grids, (grid) => grid.row + grid.rows) ?? 0;
      // With space above and below, so that marks do not touch the lines between lanes.
      const own = Math.ceil(Math.max(rows * cell, lane?.(section) ?? 0) + gap);
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
          const top = y + (grids.find(({ date }) => date === count.date)?.row ?? 0) * cell + gap / 2;
          return ofDate
            .filter((task) => task.section === section)
            .map((task, index) => ({
              task,
              basis: task.deadline.basis,
              date: count.date,
              x: round(left + (index % across) * cell + gap / 2),
              y: round(top + Math.floor(index / across) * cell + gap / 2),
              size: cell - gap,
            }));
        }),
      };
    }),
    events: planEvents(plan, years)
      .filter(({ date }) => yearOf(date) >= first && yearOf(date) <= last)
      .map((event) => ({ ...event, x: round(at(event.date)) })),
  };
}
