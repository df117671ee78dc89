/** The calendar for subscribers: a calendar program reads what the plan states, no more and no less. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { expect, test } from 'vitest';
import { CALENDAR_WORDS } from '../../../src/data/calendar-words.ts';
import { calendarEvents, iCalendar, unitEvents } from '../../../src/data/formats/calendar.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';
import type { Plan } from '../../../src/plan/model.ts';
import { copyWithoutNotes, findingsIn, the } from '../../support/helpers.ts';

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
  const texts = { summary: hostile, description: hostile };
  const events = [{ uid: 'x', date: '2017-12-31', ...texts, address: '/', revision: 0 }];
  const [event, ...more] = read(write(events));
  expect(more).toEqual([]);
  expect(event?.summary).toBe('a;b,c\\d\nEND:VEVENT');
});

test('ids are the same in every build and differ from each other', () => {
  const uids = calendarEvents(plan, CALENDAR_WORDS, all).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids).toContain(`task-10@${plan.source.sha256.slice(0, 16)}`);
});

/** What two calendar programs know of the versions of the events, by their ids. */
function versions(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const first = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
    modified: String(event.getFirstPropertyValue('last-modified')),
  }));
  const iso = (date: Date | undefined) => date?.toISOString().replace('.000', '') ?? '';
  const second = (convertIcsCalendar(undefined, text).events ?? []).map((event) => ({
    uid: event.uid,
    sequence: event.sequence ?? 0,
    stamp: iso(event.stamp.date),
    modified: iso(event.lastModified?.date),
  }));
  expect(second).toEqual(first);
  return new Map(first.map((one) => [one.uid.replace(/@.*$/, ''), one]));
}

/** The plan with corrections of its own added to its file. */
function corrected(...entries: string[]): Plan {
  const folder = copyWithoutNotes();
  const file = join(folder, 'content/corrections.yaml');
  writeFileSync(file, readFileSync(file, 'utf8') + entries.join(''));
  expect(findingsIn(folder)).toEqual([]);
  return the(readPlan(folder).plan);
}

const lostSign = (id: number, line: number, received: string, shown: string) =>
  `- id: ${id}\n  line: ${line}\n  received: ${received}\n  shown: ${shown}\n  kind: lost-sign\n  reason: 试。\n`;

test('a corrected event is newer for calendar programs, and no other one is', () => {
  const all = (of: Plan) =>
    calendarEvents(of, CALENDAR_WORDS, { tasks: of.tasks, reports: true, goal: true });
  const ics = (of: Plan) => iCalendar(all(of), { name: '甲', stamp: of.published, url });
  const before = versions(ics(plan));
  const once = corrected(lostSign(90, 36, '实行“一址多照”', '实行“、一址多照”'));
  const after = versions(ics(once));
  const changed = [...after].filter(([uid, one]) => JSON.stringify(one) !== JSON.stringify(before.get(uid)));
  expect(changed.map(([uid]) => uid)).toEqual(['task-10']);
  const [old, now] = [the(before.get('task-10')), the(after.get('task-10'))];
  expect([old.sequence, now.sequence]).toEqual([0, 90]);
  expect(now.stamp > old.stamp && now.modified > old.modified && now.stamp === now.modified).toBe(true);
  const twice = corrected(
    lostSign(90, 36, '实行“一址多照”', '实行“、一址多照”'),
    lostSign(91, 36, '2018年底前', '2018年底，前'),
    `- id: 92\n  line: 36\n  received: 简易注销\n  shown: 简易注销\n  suspected: 简易注册\n  kind: suspected-misprint\n  reason: 试。\n`,
  );
  const later = the(versions(ics(twice)).get('task-10'));
  expect([later.sequence, later.stamp > now.stamp]).toEqual([91, true]);
});

test('each event says when it was first published, or last corrected; without a date of publication, too', () => {
  const events = calendarEvents(plan, CALENDAR_WORDS, all);
  const text = write(events);
  for (const [uid, { sequence, stamp, modified }] of versions(text)) {
    const first = Date.parse(the(plan.published));
    expect([Date.parse(stamp) - first, modified], uid).toEqual([sequence * 1000, stamp]);
  }
  const undated = iCalendar(events, { name: '甲', stamp: undefined, url });
  for (const [uid, { sequence, stamp }] of versions(undated))
    expect(Date.parse(stamp), uid).toBe(sequence * 1000);
  // Of the corrections in content/, some concern tasks with an event.
  expect([...versions(text).values()].some(({ sequence }) => sequence > 0)).toBe(true);
});
