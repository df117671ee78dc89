/** The whole plan as Markdown. */
import type { APIRoute } from 'astro';
import { bytesOf } from '../data/files.ts';

export const GET: APIRoute = () => new Response(bytesOf('/plan.md'));
