/** One file for each task. */
import type { APIRoute } from 'astro';
import type { PartFile } from '../../../data/catalogue.ts';
import { filesOfTasks } from '../../../data/files.ts';

export const getStaticPaths = () =>
  filesOfTasks.map((file) => ({ params: { number: file.key }, props: file }));

export const GET: APIRoute<PartFile> = ({ props }) => new Response(props.bytes);
