/** The plan as an Atom feed. */
import type { APIRoute } from 'astro';
import { bytesOf } from '../data/files.ts';

export const GET: APIRoute = () => new Response(bytesOf('/feed.xml'));
