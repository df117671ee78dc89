/** The calendar for subscribers: a calendar program reads what the plan states, no more and no less. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { CALENDAR_WORDS } from '../../../src/data/calendar-words.ts';
import { calendarEvents, iCalendar, unitEvents } from '../../../src/data/formats/calendar.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';

const { plan } = readPlan(process.cwd());
if (!plan) throw new Error('content/ cannot be read');
const all = { tasks: plan.tasks, reports: true, goal: true };
const url = (address: string) => `https://example.test${address}`;

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      date: event.startDate.toString(),
      wholeDay: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      url: component.getFirstPropertyValue('url'),
    };
  });
}

const write = (events: ReturnType<typeof calendarEvents>) =>
  iCalendar(events, { name: plan.title.shown, stamp: plan.published, url });

test('a calendar program finds every deadline on its day, with the units and the address of the task', () => {
  const events = read(write(calendarEvents(plan, CALENDAR_WORDS, all)));
  for (const task of plan.tasks) {
    const event = events.find(({ uid }) => uid.startsWith(`task-${task.number}@`));
    expect(event).toMatchObject({
      date: task.deadline?.date,
      wholeDay: true,
      url: url(`/tasks/${task.number}/`),
    });
    expect(event?.summary).toContain(task.title);
    expect(event?.description).toContain(task.duty.shown);
  }
  expect(events).toHaveLength(plan.tasks.length + 5 + 1);
});

test('the yearly report is due by the last day before December, in each year of the plan', () => {
  const events = read(write(calendarEvents(plan, CALENDAR_WORDS, all)));
  const reports = events.filter(({ uid }) => uid.startsWith('report-'));
  expect(reports.map(({ date }) => date)).toEqual(
    [2016, 2017, 2018, 2019, 2020].map((year) => `${year}-11-30`),
  );
  expect(reports.every(({ description }) => description === plan.reporting?.words)).toBe(true);
});

test('a unit’s calendar has its own tasks; reports only where it leads any', () => {
  for (const unit of plan.units) {
    const events = unitEvents(plan, unit, CALENDAR_WORDS);
    const numbers = events.flatMap(({ uid }) => /^task-(\d+)@/.exec(uid)?.[1] ?? []).map(Number);
    expect(numbers.sort((a, b) => a - b)).toEqual(unit.tasks.map(({ number }) => number));
    const leads = unit.tasks.some(({ role }) => role === 'lead');
    expect(events.some(({ uid }) => uid.startsWith('report-'))).toBe(leads);
  }
});

test('every line ends in CRLF and has at most 75 octets, and no character is cut', () => {
  const text = write(calendarEvents(plan, CALENDAR_WORDS, all));
  expect(text.endsWith('\r\n')).toBe(true);
  for (const line of text.slice(0, -2).split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\ufffd');
  }
});

test('characters with a meaning in calendars, and hostile ones, stay text', () => {
  const hostile = 'a;b,c\\d\r\nEND:VEVENT\u0000\u0007';
  const events = [{ uid: 'x', date: '2017-12-31', summary: hostile, description: hostile, address: '/' }];
  const [event, ...more] = read(write(events));
  expect(more).toEqual([]);
  expect(event?.summary).toBe('a;b,c\\d\nEND:VEVENT');
});

test('ids are the same in every build and differ from each other', () => {
  const uids = calendarEvents(plan, CALENDAR_WORDS, all).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids).toContain(`task-10@${plan.source.sha256.slice(0, 16)}`);
});
