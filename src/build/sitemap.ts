import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { planOf } from '../content-files/read.ts';

/** Writes sitemap-index.xml, which needs full addresses; what only leads on, or stands in other sites' frames, is left out. Undefined without a host. */
export function siteMapFile(site: string | undefined): AstroIntegration | undefined {
  if (site === undefined) return undefined;
  return sitemap({
    filter: (page) => {
      const redirects = planOf(process.env.PLAN_DIR ?? process.cwd()).plan?.redirects ?? [];
      return !/\/(?:embed|offline)\//.test(page) && !redirects.some(({ from }) => page.endsWith(from));
    },
  });
}
