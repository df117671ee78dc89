/** Allows all crawlers. */
import type { APIRoute } from 'astro';
import { full } from '../urls.ts';

export const GET: APIRoute = ({ site }) => {
  const map = site === undefined ? '' : `\nSitemap: ${full('/sitemap-index.xml')}\n`;
  return new Response(`User-agent: *\nAllow: /\n${map}`);
};
