/** In development: marks in every page where the lines of titles may break. In a build src/build/pages/ does it. */
import type { MiddlewareHandler } from 'astro';
import { withLineBreaks } from './text/breaks/in-html.ts';

export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (!import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(withLineBreaks(await response.text()), response);
};
