/** Takes pages and data files as Astro renders them; worker threads complete and write them, while others are rendered. */
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import type { Card } from '../../images/share-card.ts';
import { withLineBreaks } from '../../text/breaks/in-html.ts';
import { withFileFacts, writeSingleFile } from '../offline/single-file.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { SearchIndex } from '../search/write-index.ts';
import type { BuiltSite } from '../shared/built-site.ts';
import type { WorkerPool } from '../shared/worker-pool.ts';
import { inlinesStyles } from './inline-assets.ts';
import { writeFiles, type Given } from './write-files.ts';
import { WriteQueue } from './write-queue.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Is no page of the site: the single file is made of it. */
const OFFLINE = '/offline/';
/** Takes the place of the single file of a large plan. */
const NOTE = '/offline-note/';
/** Is no file of the site: what stands in the pictures of shared links. */
const CARDS = '/share-cards.json';
const HIDDEN = [OFFLINE, NOTE, CARDS];

/** States size and checksum of the single file. */
const DATA = '/data/';
/** Has a file of its own name in the folder above. */
const NOT_FOUND = '/404/';
/** Charts are offered as PNG, too. */
const isChart = (pathname: string) => pathname.endsWith('.svg');

const WRITE_FILES = new URL('./write-files.ts', import.meta.url).href;

interface Helpers {
  workers: WorkerPool;
  search: Pick<SearchIndex, 'add' | 'write'>;
  pictures: Pick<Pictures, 'addCards' | 'addChart'>;
  /** Is told how many of all files are rendered, and what is waited for then. */
  progress?: (line: string) => void;
}

/** All pages of a build, and what is known of them once they are written. */
export class PagePipeline {
  private readonly noindex = new Set([OFFLINE, NOTE]);
  private readonly inlined = new Set<string>();
  /** Addresses of what search engines may list besides pages: the forms for programs. */
  forPrograms: string[] = [];
  /** Pages and data files so far. */
  rendered = 0;

  /** Wraps Astro's own prerenderer; `search` gets what is found on each page, `pictures` what has to be drawn. */
  prerenderer(
    astro: AstroPrerenderer,
    site: BuiltSite,
    { workers, search, pictures, progress }: Helpers,
  ): AstroPrerenderer {
    const { root, base } = site;
    const hidden = new Map<string, Path>();
    let withStyles = false;
    let all = 0;
    let isIndexed = false;

    const fileAt = (url: string, bytes: ArrayBuffer, isPage: boolean): Given => ({
      bytes,
      file: join(root, fileOf(url)),
      ...(isPage && { page: { url, root, base, withStyles } }),
    });

    const write = async (files: Given[]): Promise<void> => {
      const transferred = files.map(({ bytes }) => bytes);
      const written = await workers.run(WRITE_FILES, writeFiles, files, transferred);
      for (const [index, { found, noindex, inlined }] of written.entries()) {
        const url = files[index]?.page?.url;
        if (noindex && url !== undefined) this.noindex.add(url);
        for (const file of inlined) this.inlined.add(file);
        search.add(found);
      }
    };

    const queue = new WriteQueue(write);

    /** Writes the search index as soon as all is there that can be found. */
    const index = (): void => {
      if (!isIndexed) queue.begin(queue.end().then(() => search.write(site)));
      isIndexed = true;
    };

    /** Renders what is hidden; undefined where there is none. */
    async function bytesOf(address: string): Promise<ArrayBuffer | undefined> {
      const path = hidden.get(address);
      if (!path) return undefined;
      // The host is never seen: addresses with one are made from `site`.
      const request = new Request(new URL(base + address.slice(1), 'http://localhost'));
      const rendered = await astro.render(request, { routeData: path.route });
      return (rendered instanceof Response ? rendered : rendered.response).arrayBuffer();
    }

    /** Writes /offline.html, and the page of the data, which states what it is. */
    async function writeData(bytes: ArrayBuffer): Promise<void> {
      const note = await bytesOf(NOTE);
      if (note)
        return write([
          { ...fileAt(NOTE, note, true), file: join(root, 'offline.html') },
          fileAt(DATA, bytes, true),
        ]);
      const offline = await bytesOf(OFFLINE);
      if (!offline) throw new Error(`Single file: there is no page ${OFFLINE}.`);
      const file = await writeSingleFile(withLineBreaks(textOf(offline)), site);
      const page = new TextEncoder().encode(withFileFacts(textOf(bytes), file));
      return write([fileAt(DATA, page.buffer, true)]);
    }

    /** Lists what Astro shall render, in the order in which it does. */
    const listed = async (): Promise<Path[]> => {
      const paths = await astro.getStaticPaths();
      const urls = paths.map(({ pathname }) => pathname);
      withStyles = inlinesStyles(urls);
      this.forPrograms = urls.filter((url) => /(?:\.md|\/llms\.txt)$/.test(url));
      for (const address of HIDDEN) {
        const path = paths.find(({ pathname }) => isSame(pathname, address));
        if (path) hidden.set(address, path);
      }
      const cards = await bytesOf(CARDS);
      if (cards)
        pictures.addCards(
          (JSON.parse(textOf(cards)) as [string, Card][]).map(([url, card]) => [
            url.slice(base.length),
            card,
          ]),
        );
      const published = paths.filter((path) => ![...hidden.values()].includes(path));
      all = published.length;
      return published.sort((a, b) => turnOf(a) - turnOf(b));
    };

    return {
      ...astro,
      name: 'page-pipeline',
      // What fails keeps its own words: Astro calls `teardown` all the same, and what fails there would be told instead.
      getStaticPaths: () => queue.watch(listed()),
      render: async (request, options) => {
        // Of what failed `teardown` tells; here Astro would name another page.
        if (queue.failure) return new Response(null);
        const pathname = `/${decodeURI(new URL(request.url).pathname).slice(base.length)}`;
        if (turnOf({ pathname, route: options.routeData }) === UNSEARCHED) index();
        const rendered = await queue.watch(astro.render(request, options));
        this.rendered++;
        progress?.(`${this.rendered} of ${all} pages and data files`);
        const response = rendered instanceof Response ? rendered : rendered.response;
        // Astro writes the page of a redirect only after this.
        if (!response.body || (response.status >= 300 && response.status < 400)) return rendered;
        const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
        const bytes = await response.arrayBuffer();
        if (isChart(pathname)) pictures.addChart(fileOf(pathname), textOf(bytes));
        if (pathname === DATA) queue.begin(writeData(bytes));
        else await queue.add(fileAt(pathname, bytes, isPage));
        // Astro writes no file where there is no body.
        return new Response(null);
      },
      teardown: async () => {
        progress?.('search index');
        if (!queue.failure) index();
        await queue.end();
        await astro.teardown?.();
      },
    };
  }

  /** Whether search engines may list a page. */
  isListed(url: string): boolean {
    return !this.noindex.has(url);
  }

  /** Files that are inline in the pages now; no page asks for them. */
  inlineFiles(): string[] {
    return [...this.inlined];
  }
}

/** The last of the turns. */
const UNSEARCHED = 2;

/**
 * Whose turn it is first: what takes others long, the page that waits for the single file and the charts that are drawn; then what
 * can be found, so that the search index is written while the rest is rendered.
 */
function turnOf({ pathname, route }: Path): number {
  if (isSame(pathname, DATA) || isChart(pathname)) return 0;
  return route.type === 'page' && !/\/embed(?:\/|$)/.test(pathname) ? 1 : UNSEARCHED;
}

/** Astro names pages without their last slash, and asks for them with it. */
const isSame = (pathname: string, address: string) =>
  pathname.replace(/\/$/, '') === address.replace(/\/$/, '');

/** The file of an address, below the root. */
const fileOf = (url: string) => (url === NOT_FOUND ? '404.html' : url.replace(/\/$/, '/index.html').slice(1));

const textOf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
