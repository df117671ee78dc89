/** plan.json and its JSON Schema. */
import type { APIRoute } from 'astro';
import { dataFile } from '../../plan/export.ts';
import { plan, seed } from '../../site.ts';
import { full } from '../../urls.ts';

export const getStaticPaths = () => ['plan', 'schema'].map((name) => ({ params: { name } }));

export const GET: APIRoute<object, { name: string }> = ({ params }) =>
  new Response(dataFile(`/data/${params.name}.json`, plan, seed, full));
