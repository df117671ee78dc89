/** The plan as Akoma Ntoso. */
import type { APIRoute } from 'astro';
import { bytesOf } from '../../data.ts';

export const GET: APIRoute = () => new Response(bytesOf('/data/plan.akn.xml'));
