/** Calendars of what the plan requires by when, as iCalendar text (RFC 5545). Days only: a deadline has no hour. */
import ical, { escape as escapeText, ICalEventTransparency } from 'ical-generator';
import type { Correction, Deadline, Passage, Plan, SourceQuote, Task, Unit } from '../../plan/model.ts';
import { memoize } from '../../text/memoize.ts';
import { groupBy } from '../../text/lists.ts';
import { planEvents, yearsOf } from '../../plan/calendar-days.ts';

/** One entry of a calendar: a whole day. */
export interface CalendarEvent {
  /** Stable through every new version of the site: made from the seed's digest and a registered number. */
  uid: string;
  /** ISO date. */
  date: string;
  summary: string;
  description: string;
  /** Address in this site, without base path. */
  address: string;
  /** Number of the latest correction of its text: a calendar program takes an event with a higher one for newer. */
  revision: number;
}

/** What is written for readers; the core itself has no wording. */
export interface CalendarWords {
  task: (task: Task, deadlines: Deadline[]) => { summary: string; description: string };
  report: (words: string) => { summary: string; description: string };
  goal: (words: string) => { summary: string; description: string };
}

/** The day before an ISO date: 每年12月前 ends with November. */
function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Numbers only grow, so the highest is the latest. What is shown as printed, or only on another line, is no change. */
const latest = (corrections: (Correction | undefined)[]) =>
  Math.max(0, ...corrections.map((one) => (one?.kind === 'lost-sign' ? one.id : 0)));

const latestIn = (passages: Passage[]) =>
  latest(passages.flatMap(({ runs }) => runs.map(({ correction }) => correction)));

const yearsOfPlan = memoize((plan: Plan) => yearsOf(plan.tasks, plan));

/** The deadlines of tasks, the yearly reports and, for the whole plan, the goal; in the order of their days. */
export function calendarEvents(
  plan: Plan,
  words: CalendarWords,
  of: { tasks: Task[]; reports: boolean; goal: boolean },
): CalendarEvent[] {
  const uid = (name: string) => `${name}@${plan.source.sha256.slice(0, 16)}`;
  const latestOf = (quote: SourceQuote | undefined) =>
    latest(plan.corrections.filter(({ line }) => line === quote?.line));
  const tasks = of.tasks.flatMap((task) => {
    const days = groupBy(task.deadlines, ({ date }) => date);
    const own = latestIn([...task.paragraphs, ...task.clauses, task.duty]);
    return days.map(({ key: date, items }) => ({
      uid: uid(days.length === 1 ? `task-${task.number}` : `task-${task.number}-${date}`),
      date,
      ...words.task(task, items),
      address: `/tasks/${task.number}/`,
      revision: items[0]?.basis === 'general' ? Math.max(own, latestOf(plan.generalDeadline)) : own,
    }));
  });
  const { reporting, goal } = plan;
  const others = planEvents(plan, yearsOfPlan(plan)).flatMap(({ kind, date }): CalendarEvent[] => {
    if (kind === 'report' && reporting && of.reports) {
      const last = dayBefore(date);
      const address = `/plan/#L${reporting.line}`;
      return [
        {
          uid: uid(`report-${last.slice(0, 4)}`),
          date: last,
          ...words.report(reporting.words),
          address,
          revision: latestOf(reporting),
        },
      ];
    }
    if (kind === 'goal' && goal && of.goal) {
      const address = `/plan/#L${goal.line}`;
      return [{ uid: uid('goal'), date, ...words.goal(goal.words), address, revision: latestOf(goal) }];
    }
    return [];
  });
  return [...tasks, ...others].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.uid < b.uid ? -1 : 1,
  );
}

/** The events of one unit: its tasks, and the yearly reports; where the text asks them of tasks that a unit leads (牵头), only if it leads any. */
export function unitEvents(plan: Plan, unit: Unit, words: CalendarWords): CalendarEvent[] {
  const numbers = new Set(unit.tasks.map(({ number }) => number));
  return calendarEvents(plan, words, {
    tasks: plan.tasks.filter(({ number }) => numbers.has(number)),
    reports: !plan.reporting?.words.includes('牵头') || unit.tasks.some(({ role }) => role === 'lead'),
    goal: false,
  });
}

/**
 * Writes events as an iCalendar file; `stamp` is the ISO time of their first version, where there is none the first moment
 * of all. Later versions need later times (RFC 5545, 3.8.7.2): without a clock, as many seconds later as their number.
 */
export function iCalendar(
  events: CalendarEvent[],
  {
    name,
    stamp = '1970-01-01T00:00:00Z',
    url,
  }: { name: string; stamp: string | undefined; url: (address: string) => string | undefined },
): string {
  const timeOf = (revision: number) => new Date(Date.parse(stamp) + revision * 1000);
  const calendar = ical({
    // The package writes the name as it is given.
    name: escapeText(clean(name), false),
    prodId: '//plan//calendar//ZH',
    scale: 'gregorian',
    // With a time zone the package would write times of the machine's own; whole days need none.
    events: events.map(({ uid, date, summary, description, address, revision }) => ({
      id: uid,
      stamp: timeOf(revision),
      lastModified: timeOf(revision),
      sequence: revision,
      start: date,
      allDay: true,
      summary: clean(summary),
      description: clean(description),
      url: url(address) ?? null,
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  });
  return `${calendar.toString()}\r\n`;
}

/** Text without control characters and halves of characters, which no calendar may hold (RFC 5545, 3.3.11). */
const clean = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\t\r\n]/gu, '');
