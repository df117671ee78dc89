/** One file for each task. */
import type { APIRoute } from 'astro';
import { taskFiles } from '../../../data/catalogue.ts';
import type { PartFile } from '../../../data/catalogue.ts';
import { plan } from '../../../site.ts';
import { full } from '../../../urls.ts';

export const getStaticPaths = () =>
  taskFiles(plan, full).map((file) => ({ params: { number: file.key }, props: file }));

export const GET: APIRoute<PartFile> = ({ props }) => new Response(props.bytes);
