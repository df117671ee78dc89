/** The timeline as an SVG file. */
import type { APIRoute } from 'astro';
import { chartFile } from '../../charts/files.ts';
import { plan } from '../../site.ts';
import { full } from '../../urls.ts';

export const GET: APIRoute = () => new Response(chartFile('/timeline/timeline.svg', plan, full));
