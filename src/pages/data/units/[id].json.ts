/** One file for each unit. */
import type { APIRoute } from 'astro';
import { unitFiles } from '../../../data/catalogue.ts';
import type { PartFile } from '../../../data/catalogue.ts';
import { plan } from '../../../site.ts';
import { full } from '../../../urls.ts';

export const getStaticPaths = () =>
  unitFiles(plan, full).map((file) => ({ params: { id: file.key }, props: file }));

export const GET: APIRoute<PartFile> = ({ props }) => new Response(props.bytes);
