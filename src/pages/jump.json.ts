/** What the jump box of the header offers; it is loaded when the box is first used. */
import type { APIRoute } from 'astro';
import { simplifiedForms, spell } from '../text/dictionaries.ts';
import { jumpData } from '../search/jump-entries.ts';
import { plan } from '../site.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(jumpData(plan, { spell, simplifiedForms })));
