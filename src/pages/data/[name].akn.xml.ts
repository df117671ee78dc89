/** The plan as Akoma Ntoso, if it has a publisher and a date. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { bytesOf, files } from '../../data/files.ts';

export const getStaticPaths = (() =>
  files.flatMap(({ file }) =>
    file.endsWith('.akn.xml') ? [{ params: { name: file.replace('.akn.xml', '') } }] : [],
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => new Response(bytesOf(`/data/${params.name ?? ''}.akn.xml`));
