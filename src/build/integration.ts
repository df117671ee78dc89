/** Post-processes each rendered page, then adds charts as PNG, the search index and the service worker. */
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig, AstroIntegration } from 'astro';
import { copyPublic } from './copy-public.ts';
import { serviceWorker } from './offline/service-worker.ts';
import { LABEL, PROGRESS } from './log/labels.ts';
import { Pictures } from './pictures/pictures.ts';
import { PagePipeline } from './pages/prerenderer.ts';
import { SearchIndex, serveSearch } from './search/write-index.ts';
import type { BuiltSite } from './shared/built-site.ts';
import { WorkerPool } from './shared/worker-pool.ts';
import { beginBuild, replaceSite } from './stage.ts';

/**
 * Turns the pages into the site that is published; in development it serves the search of the last build.
 * With the site's address there is a sitemap, too.
 */
export function postProcessing(address: string | undefined): AstroIntegration[] {
  const pages = new PagePipeline();
  const search = new SearchIndex();
  let config: AstroConfig;
  let site: BuiltSite;
  /** Where the site goes once it is complete; until then it is written elsewhere. */
  let finished: string;
  let workers: WorkerPool;
  let pictures: Pictures;
  let progress = (_: string): void => undefined;
  let last = 0;
  /** Seconds since it was last asked, or since another moment. */
  const took = (since = last): string => {
    last = performance.now();
    return `${((last - since) / 1000).toFixed(1)} s`;
  };
  const base = () => config.base.replace(/\/*$/, '/');
  const integration: AstroIntegration = {
    name: LABEL,
    hooks: {
      'astro:config:setup': ({ command, config: { root, cacheDir, outDir }, updateConfig }) => {
        if (command !== 'build') return;
        finished = fileURLToPath(outDir);
        const astroFolder = new URL('.astro/', root);
        beginBuild(
          [astroFolder, cacheDir].map((folder) => fileURLToPath(folder)),
          finished,
        );
        // Within the checkout: what Astro bundles and moves would else be on two disks.
        updateConfig({ outDir: new URL('site/', astroFolder) });
      },
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveSearch(fileURLToPath(config.outDir), base()));
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        const log = (line: string) => {
          logger.info(line);
        };
        const moving = logger.fork(PROGRESS);
        progress = (line) => {
          moving.info(line);
        };
        log(`content read and checked: ${took()}`);
        site = { root: fileURLToPath(config.outDir), base: base(), log };
        workers = new WorkerPool();
        pictures = new Pictures(fileURLToPath(new URL('pictures/', config.cacheDir)));
        setPrerenderer((astro) => {
          log(`scripts and styles bundled: ${took()}`);
          return pages.prerenderer(astro, site, { workers, search, pictures, progress });
        });
      },
      'astro:build:done': async ({ pages: { length } }) => {
        site.log(`${length} pages and ${pages.rendered - length} data files: ${took()}`);
        progress('pictures');
        await Promise.all([...pages.inlineFiles().map((file) => rm(file)), pictures.place(site)]);
        await workers.end();
        await copyPublic(site);
        await serviceWorker(site);
        replaceSite(site.root, finished);
        progress('');
        site.log(`finished: ${took(0)}, in ${relative(process.cwd(), finished) || '.'}/`);
      },
    },
  };
  const isListed = (page: string) => pages.isListed(`/${new URL(page).pathname.slice(base().length)}`);
  const map = (site: string) =>
    sitemap({
      filter: isListed,
      // Read once the pages are written.
      get customPages() {
        return pages.forPrograms.map((url) => new URL(base() + url.slice(1), site).href);
      },
    });
  return [...(address === undefined ? [] : [map(address)]), integration];
}
