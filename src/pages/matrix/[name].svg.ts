/** The charts of the matrix page as SVG files. */
import type { APIRoute } from 'astro';
import { chartFile } from '../../charts/files.ts';
import { plan } from '../../site.ts';
import { full } from '../../urls.ts';

const NAMES = ['deadlines', 'sections', 'together'] as const;
type Name = (typeof NAMES)[number];

export const getStaticPaths = () => NAMES.map((name) => ({ params: { name } }));

export const GET: APIRoute<object, { name: Name }> = ({ params: { name } }) =>
  new Response(chartFile(`/matrix/${name}.svg`, plan, full));
