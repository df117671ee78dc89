/** What the jump box of the header offers; it is loaded when the box is first used. */
import type { APIRoute } from 'astro';
import { simplifiedForms, spell } from '../chinese.ts';
import { jumpData } from '../plan/jump.ts';
import { plan } from '../site.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(jumpData(plan, { spell, simplifiedForms })));
