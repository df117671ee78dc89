import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { readPlan } from '../read.ts';

/** Writes sitemap-index.xml, which needs full addresses; what only leads on, or stands in other sites' frames, is left out. Undefined without a host. */
export function siteMapFile(site: string | undefined): AstroIntegration | undefined {
  if (site === undefined) return undefined;
  const { plan } = readPlan(process.env.PLAN_DIR ?? process.cwd());
  const moved = (plan?.redirects ?? []).map(({ from }) => from);
  return sitemap({
    filter: (page) => !/\/(?:embed|offline)\//.test(page) && !moved.some((from) => page.endsWith(from)),
  });
}
