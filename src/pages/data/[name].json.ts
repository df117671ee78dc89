/** plan.json, its JSON Schema, and the description of the tables. */
import type { APIRoute } from 'astro';
import { bytesOf } from '../../data/files.ts';

export const getStaticPaths = () => ['plan', 'schema', 'datapackage'].map((name) => ({ params: { name } }));

export const GET: APIRoute<object, { name: string }> = ({ params }) =>
  new Response(bytesOf(`/data/${params.name}.json`));
