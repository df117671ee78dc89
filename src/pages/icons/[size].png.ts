/** The icon in the sizes required by browsers and phones. */
import type { APIRoute } from 'astro';
import { iconPng } from '../../images/icon.ts';

/** Backgrounds by size: a phone's home screen (180) rounds the corners itself. */
const grounds: Record<string, string | undefined> = {
  32: undefined,
  180: '#a4262c',
  192: undefined,
  512: undefined,
};

export const getStaticPaths = () => Object.keys(grounds).map((size) => ({ params: { size } }));

export const GET: APIRoute<object, { size: string }> = ({ params: { size } }) =>
  new Response(iconPng(Number(size), grounds[size]));
