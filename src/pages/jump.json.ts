/** The data of the jump box in the header, loaded on first use. */
import type { APIRoute } from 'astro';
import { simplifiedForms, spell } from '../text/dictionaries.ts';
import { jumpData } from '../search/jump-entries.ts';
import { plan } from '../site.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(jumpData(plan, { spell, simplifiedForms })));
