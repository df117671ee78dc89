/** The site's sign in the sizes that browsers and phones ask for. */
import type { APIRoute } from 'astro';
import { iconPng } from '../../images/icon.ts';

/** A phone's home screen cuts its own corners (180); the others keep the sign's. */
const grounds: Record<string, string | undefined> = {
  32: undefined,
  180: '#a4262c',
  192: undefined,
  512: undefined,
};

export const getStaticPaths = () => Object.keys(grounds).map((size) => ({ params: { size } }));

export const GET: APIRoute<object, { size: string }> = ({ params: { size } }) =>
  new Response(iconPng(Number(size), grounds[size]));
