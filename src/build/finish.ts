/** What is done to the finished pages: one list, in this order. */
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { drawingsPng } from './drawings-png.ts';
import { finishPages } from './pages.ts';
import { planPublic } from './plan-public.ts';
import { searchIndex, serveSearch } from './search-index.ts';
import { serviceWorker } from './service-worker.ts';
import { singleFile } from './single-file.ts';

/** Makes of the pages in dist/ the site that is published; in development it serves the search of the last build. */
export function finish(): AstroIntegration {
  let config: AstroConfig;
  const base = () => config.base.replace(/\/*$/, '/');
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveSearch(fileURLToPath(config.outDir), base()));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = {
          root: fileURLToPath(dir),
          base: base(),
          publicDir: fileURLToPath(config.publicDir),
          say: (line: string) => {
            logger.info(line);
          },
        };
        await Promise.all([
          drawingsPng(site),
          (async () => {
            await singleFile(site);
            await searchIndex(site, await finishPages(site));
            await planPublic(site);
            await serviceWorker(site);
          })(),
        ]);
      },
    },
  };
}
