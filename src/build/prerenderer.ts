/** Completes each page on its way from Astro into its file, and reads it for the search on a worker thread. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { inlineAssets, type InlineAssets } from './inline-assets.ts';
import { withFileFacts, writeSingleFile } from './offline/single-file.ts';
import { readPage } from './search/read-page.ts';
import type { SearchIndex } from './search/write-index.ts';
import type { BuiltSite } from './shared/built-site.ts';
import type { WorkerPool } from './shared/worker-pool.ts';

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;
type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;

/** Is no page of the site: the single file is made of it. */
const OFFLINE = '/offline/';
/** Takes the place of the single file of a large plan. */
const NOTE = '/offline-note/';
/** States size and checksum of the single file. */
const DATA = '/data/';

/** Is read by the search index alone (SearchMeta); no reader has a use for it. A text holds no tag, so none can look like it. */
const SEARCH_META = /<div hidden data-search-meta="[^"]*"><\/div>/;

const READ_PAGE = new URL('./search/read-page.ts', import.meta.url).href;

interface Helpers {
  workers: WorkerPool;
  search: Pick<SearchIndex, 'add'>;
  /** Is told how many of all files are rendered. */
  progress?: (line: string) => void;
}

/** All pages of a build, and what is known of them once they are rendered. */
export class PagePipeline {
  private readonly noindex = new Set([OFFLINE, NOTE]);
  /** Addresses of what search engines may list besides pages: the forms for programs. */
  forPrograms: string[] = [];
  /** Undefined until the addresses of all pages are known. */
  private assets: InlineAssets | undefined;
  /** Pages and data files so far. */
  rendered = 0;

  /** Wraps Astro's own prerenderer; `search` gets what is found on each page. */
  prerenderer(
    astro: AstroPrerenderer,
    site: BuiltSite,
    { workers, search, progress }: Helpers,
  ): AstroPrerenderer {
    const { root, base } = site;
    let offline: Paths[number] | undefined;
    let note: Paths[number] | undefined;
    let all = 0;

    async function htmlOf(path: Paths[number] | undefined, address: string, origin: string): Promise<string> {
      if (!path) throw new Error(`Single file: there is no page ${address}.`);
      const request = new Request(new URL(base.slice(0, -1) + address, origin));
      const { response } = split(await astro.render(request, { routeData: path.route }));
      return response.text();
    }

    /** Writes /offline.html and states on the page of the data what it is. */
    const withSingleFile = async (data: string, origin: string): Promise<string> => {
      if (!note)
        return withFileFacts(data, await writeSingleFile(await htmlOf(offline, OFFLINE, origin), site));
      await writeFile(join(root, 'offline.html'), this.complete(await htmlOf(note, NOTE, origin), NOTE));
      return data;
    };

    return {
      ...astro,
      name: 'page-pipeline',
      getStaticPaths: async () => {
        const paths = await astro.getStaticPaths();
        const fileOf = (address: string) => join(root, address.slice(base.length));
        const urls = paths.map(({ pathname }) => pathname);
        this.assets = inlineAssets(fileOf, urls);
        this.forPrograms = urls.filter((url) => /(?:\.md|\/llms\.txt)$/.test(url));
        const pathOf = (url: string) => paths.find(({ pathname }) => pathname.replace(/\/*$/, '/') === url);
        [offline, note] = [pathOf(OFFLINE), pathOf(NOTE)];
        const pages = paths.filter((path) => path !== offline && path !== note);
        all = pages.length;
        return pages;
      },
      render: async (request, options) => {
        const rendered = await astro.render(request, options);
        progress?.(`${++this.rendered} of ${all} pages and data files`);
        const { response, ...more } = split(rendered);
        if (!isPage(response)) return rendered;
        const url = `/${new URL(request.url).pathname.slice(base.length)}`;
        let html = await response.text();
        if (url === DATA) html = await withSingleFile(html, request.url);
        html = this.complete(html, url);
        search.add(await workers.run(READ_PAGE, readPage, { html, url }));
        return { ...more, response: new Response(html.replace(SEARCH_META, ''), response) };
      },
    };
  }

  private complete(html: string, url: string): string {
    if (!this.assets)
      throw new Error(`Pages: ${url} is rendered before the addresses of all pages are known.`);
    if (html.includes('<meta name="robots" content="noindex"')) this.noindex.add(url);
    return this.assets.into(html, url);
  }

  /** Whether search engines may list a page. */
  isListed(url: string): boolean {
    return !this.noindex.has(url);
  }

  /** Files that are inline in the pages now; no page asks for them. */
  inlineFiles(): string[] {
    return [...(this.assets?.files ?? [])];
  }
}

const split = (rendered: Rendered) => (rendered instanceof Response ? { response: rendered } : rendered);

/** Astro writes the page of a redirect only after this. */
const isPage = ({ headers, status }: Response) =>
  !(status >= 300 && status < 400) && (headers.get('content-type') ?? '').startsWith('text/html');
