import { readPlan } from '../../assemble/read-plan.ts';
import { CHART_ADDRESSES, chartFile } from '../../charts/files.ts';
import { shareCards } from '../../metadata/share-cards.ts';
import type { Picture } from './draw.ts';

export interface Wanted {
  /** Folder with content/ and seeds/. */
  plan: string;
  /** Host of the site; without one no page names a picture of its own. */
  site: string | undefined;
  base: string;
}

/**
 * Lists all pictures of a site from its content, the largest first: a worker thread knows them long before the pages are rendered.
 * A plan with findings has none; Astro's own reading reports those. Charts are drawn so that nothing has to wait for their
 * PNG files later, which are made of the SVG files as published.
 */
export function picturesOf({ plan: root, site, base }: Wanted): { file: string; picture: Picture }[] {
  const { plan } = readPlan(root);
  if (!plan) return [];
  const addressOf = (address: string) =>
    site === undefined ? base.slice(0, -1) + address : new URL(base.slice(0, -1) + address, site).href;
  return [
    ...CHART_ADDRESSES.map((address) => ({
      file: address.slice(1),
      picture: { svg: chartFile(address, plan, addressOf) },
    })),
    ...shareCards(plan, site !== undefined).map(([address, card]) => ({
      file: address.slice(1),
      picture: { card },
    })),
  ];
}
