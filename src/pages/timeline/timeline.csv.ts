/** The data of the timeline as a table. */
import type { APIRoute } from 'astro';
import { publishedData } from '../../data/files.ts';
import { timelineCsv } from '../../data/formats/chart-tables.ts';
import { plan } from '../../site.ts';

export const GET: APIRoute = () => new Response(timelineCsv(plan, publishedData));
