/** The web app manifest. */
import type { APIRoute } from 'astro';
import { tinyTitle } from '../labels/publication.ts';
import { plan } from '../site.ts';
import { home, icon } from '../urls.ts';

const iconOf = (size: number) => ({ src: icon(size), sizes: `${size}x${size}`, type: 'image/png' });

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: plan.title.shown,
      short_name: tinyTitle(plan),
      lang: 'zh-CN',
      start_url: home(),
      scope: home(),
      id: home(),
      display: 'minimal-ui',
      theme_color: '#fdfbf7',
      background_color: '#fdfbf7',
      icons: [192, 512].map(iconOf),
    }),
  );
