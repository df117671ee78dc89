import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** Writes sitemap-index.xml, which needs full addresses; `isListed` is asked for each page by its address on this site. */
export const sitemapFile = (isListed: (page: URL) => boolean): AstroIntegration =>
  sitemap({ filter: (page) => isListed(new URL(page)) });
