/** The data of the charts of the matrix page as tables. */
import type { APIRoute } from 'astro';
import { matrixCsv, sharedTasksCsv } from '../../data/formats/chart-tables.ts';
import { plan } from '../../site.ts';

const tables = {
  deadlines: () => matrixCsv(plan, 'deadlines'),
  sections: () => matrixCsv(plan, 'sections'),
  together: () => sharedTasksCsv(plan),
};

export const getStaticPaths = () => Object.keys(tables).map((name) => ({ params: { name } }));

export const GET: APIRoute<object, { name: keyof typeof tables }> = ({ params }) =>
  new Response(tables[params.name]());
