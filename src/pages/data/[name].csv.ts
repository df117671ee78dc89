/** The lists of plan.json as tables. */
import type { APIRoute } from 'astro';
import { dataFile } from '../../plan/export.ts';
import { plan, seed } from '../../site.ts';
import { full } from '../../urls.ts';

const tables = ['tasks', 'units', 'documents', 'corrections'];

export const getStaticPaths = () => tables.map((name) => ({ params: { name } }));

export const GET: APIRoute<object, { name: string }> = ({ params }) =>
  new Response(dataFile(`/data/${params.name}.csv`, plan, seed, full));
