/** The calendar of one unit: its deadlines and, if it leads tasks, the yearly reports. */
import type { APIRoute } from 'astro';
import { CALENDAR_WORDS } from '../../data/calendar-words.ts';
import { iCalendar, unitEvents } from '../../data/formats/calendar.ts';
import { plan } from '../../site.ts';
import { absolute } from '../../urls.ts';

export const getStaticPaths = () => plan.units.map((unit) => ({ params: { id: unit.id }, props: { unit } }));

export const GET: APIRoute<{ unit: (typeof plan.units)[number] }> = ({ props: { unit } }) => {
  const events = unitEvents(plan, unit, CALENDAR_WORDS);
  const name = `${unit.name}：${plan.title.shown}`;
  const body = iCalendar(events, { name, stamp: plan.published, url: absolute });
  return new Response(body, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
