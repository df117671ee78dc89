/** The calendar of all deadlines, the yearly reports and the goal. */
import type { APIRoute } from 'astro';
import { bytesOf } from '../data/files.ts';

export const GET: APIRoute = () =>
  new Response(bytesOf('/calendar.ics'), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
