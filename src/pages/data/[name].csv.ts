/** The lists of plan.json as tables. */
import type { APIRoute } from 'astro';
import { bytesOf, files } from '../../data/files.ts';

export const getStaticPaths = () =>
  files.filter(({ columns }) => columns).map(({ file }) => ({ params: { name: file.replace('.csv', '') } }));

export const GET: APIRoute<object, { name: string }> = ({ params }) =>
  new Response(bytesOf(`/data/${params.name}.csv`));
