/** One file for each unit. */
import type { APIRoute } from 'astro';
import { unitFiles } from '../../../plan/export.ts';
import type { PartFile } from '../../../plan/export.ts';
import { plan } from '../../../site.ts';
import { full } from '../../../urls.ts';

export const getStaticPaths = () =>
  unitFiles(plan, full).map((file) => ({ params: { id: file.key }, props: file }));

export const GET: APIRoute<PartFile> = ({ props }) => new Response(props.bytes);
