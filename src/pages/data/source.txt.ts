/** The seed, byte for byte. */
import type { APIRoute } from 'astro';
import { dataFile } from '../../plan/export.ts';
import { plan, seed } from '../../site.ts';
import { full } from '../../urls.ts';

export const GET: APIRoute = () => new Response(dataFile('/data/source.txt', plan, seed, full));
