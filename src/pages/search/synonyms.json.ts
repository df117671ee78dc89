/** Everyday words with the words of the plan for them; loaded where a query stands nowhere. */
import type { APIRoute } from 'astro';
import { plan } from '../../site.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(plan.synonyms));
