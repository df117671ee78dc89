/** Calendars of what the plan requires by when, as iCalendar text (RFC 5545). Days only: a deadline has no hour. */
import type { Deadline, Plan, Task, Unit } from '../../plan/model.ts';
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
}

/** What is written for readers; the core itself has no wording. */
export interface CalendarWords {
  task: (task: Task, deadline: Deadline) => { summary: string; description: string };
  report: (words: string) => { summary: string; description: string };
  goal: (words: string) => { summary: string; description: string };
}

/** The day before an ISO date: 每年12月前 ends with November. */
function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

const yearsOfPlan = memoize((plan: Plan) => yearsOf(plan.tasks, plan));

/** The deadlines of tasks, the yearly reports and, for the whole plan, the goal; in the order of their days. */
export function calendarEvents(
  plan: Plan,
  words: CalendarWords,
  of: { tasks: Task[]; reports: boolean; goal: boolean },
): CalendarEvent[] {
  const uid = (name: string) => `${name}@${plan.source.sha256.slice(0, 16)}`;
  const tasks = of.tasks.flatMap((task) => {
    const days = groupBy(task.deadlines, ({ date }) => date);
    return days.flatMap(({ key: date, items: [deadline] }) => ({
      uid: uid(days.length === 1 ? `task-${task.number}` : `task-${task.number}-${date}`),
      date,
      ...(deadline ? words.task(task, deadline) : { summary: '', description: '' }),
      address: `/tasks/${task.number}/`,
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
        },
      ];
    }
    if (kind === 'goal' && goal && of.goal) {
      return [{ uid: uid('goal'), date, ...words.goal(goal.words), address: `/plan/#L${goal.line}` }];
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
 * Writes events as an iCalendar file: CRLF, lines of at most 75 octets, text escaped.
 * `stamp` is an ISO time; the site has no clock, so it is the plan's publication, or the first moment of all.
 */
export function iCalendar(
  events: CalendarEvent[],
  {
    name,
    stamp,
    url,
  }: { name: string; stamp: string | undefined; url: (address: string) => string | undefined },
): string {
  const stamped = utcStamp(stamp ?? '1970-01-01T00:00:00Z');
  const lines = events.flatMap(({ uid, date, summary, description, address }) => {
    const link = url(address);
    return [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamped}`,
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      ...(link === undefined ? [] : [`URL:${link}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//plan//calendar//ZH', 'CALSCALE:GREGORIAN'];
  const names = [`X-WR-CALNAME:${escaped(name)}`, 'X-WR-TIMEZONE:Asia/Shanghai'];
  return [...head, ...names, ...lines, 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('');
}

const utcStamp = (iso: string) => new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '');

/** RFC 5545, 3.3.11; control characters have no place in text. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** RFC 5545, 3.1: a line goes on after a line break and a blank; no character is cut. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
