/** All files of the whole plan as a zip. */
import type { APIRoute } from 'astro';
import { bytesOf } from '../../data/files.ts';

export const GET: APIRoute = () => new Response(bytesOf('/data/plan-data.zip'));
