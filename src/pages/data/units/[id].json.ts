/** One file for each unit. */
import type { APIRoute } from 'astro';
import type { PartFile } from '../../../data/catalogue.ts';
import { filesOfUnits } from '../../../data/files.ts';

export const getStaticPaths = () => filesOfUnits.map((file) => ({ params: { id: file.key }, props: file }));

export const GET: APIRoute<PartFile> = ({ props }) => new Response(props.bytes);
