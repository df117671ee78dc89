/** Every deadline of the plan, the yearly reports and the goal, for a calendar. */
import type { APIRoute } from 'astro';
import { CALENDAR_WORDS } from '../labels.ts';
import { calendarEvents, iCalendar } from '../plan/calendar.ts';
import { plan } from '../site.ts';
import { absolute } from '../urls.ts';

export const GET: APIRoute = () => {
  const events = calendarEvents(plan, CALENDAR_WORDS, { tasks: plan.tasks, reports: true, goal: true });
  const body = iCalendar(events, { name: plan.title.shown, stamp: plan.published, url: absolute });
  return new Response(body, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
