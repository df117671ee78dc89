/** What is done to the pages of a build: to each on its way into its file, and to all once they stand there. */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { chartPngs } from './chart-pngs.ts';
import { Pages } from './prerenderer.ts';
import { sitemapFile } from './sitemap.ts';
import { copyPublic } from './copy-public.ts';
import { searchIndex, serveSearch } from './search/write-index.ts';
import { serviceWorker } from './offline/service-worker.ts';
import { singleFile } from './offline/single-file.ts';

/**
 * Makes of the pages the site that is published; in development it serves the search of the last build.
 * With the site's address there is a sitemap, too.
 */
export function finish(site: string | undefined): AstroIntegration[] {
  let config: AstroConfig;
  const pages = new Pages();
  const base = () => config.base.replace(/\/*$/, '/');
  const finished: AstroIntegration = {
    name: 'finish',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveSearch(fileURLToPath(config.outDir), base()));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => pages.prerenderer(usual, fileURLToPath(config.outDir), base()));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = {
          root: fileURLToPath(dir),
          base: base(),
          say: (line: string) => {
            logger.info(line);
          },
        };
        await Promise.all([
          ...pages.spare().map((file) => rm(file)),
          chartPngs(site),
          (async () => {
            await singleFile(site);
            await searchIndex(site, pages.indexed());
            await copyPublic(site);
            await serviceWorker(site);
          })(),
        ]);
      },
    },
  };
  const isListed = ({ pathname }: URL) => pages.isListed(`/${pathname.slice(base().length)}`);
  return [...(site === undefined ? [] : [sitemapFile(isListed)]), finished];
}
