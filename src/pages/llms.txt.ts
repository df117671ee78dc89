/** For programs that read for people: what this is, how to cite it, what must not be concluded (llmstxt.org). */
import type { APIRoute } from 'astro';
import { llmsText } from '../data/formats/plan-markdown.ts';
import { plan } from '../site.ts';
import { full } from '../urls.ts';

export const GET: APIRoute = () => new Response(llmsText(plan, full));
