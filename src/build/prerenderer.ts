/** Each page on its way from Astro to its file: made ready for its first paint, and read for the search beside that. */
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { beside, type Beside } from './shared/worker-thread.ts';
import { inlineAssets, type InlineAssets } from './inline-assets.ts';
import { searchPages, type Indexed } from './search/read-page.ts';

type Reader = Beside<Parameters<typeof searchPages>, ReturnType<typeof searchPages>>;

/** Becomes the edition in one file, which brings styles, script and policy of its own: see single-file.ts. */
const OFFLINE = '/offline/';

/** Renders pages as Astro does, and passes on what the search has to find on them. */
export class Pages {
  private readonly found: { url: string; here: Indexed[] }[] = [];
  private readonly unlisted = new Set([OFFLINE]);
  /** From when the addresses of all pages are known. */
  private ready: { paint: InlineAssets; reader: Reader } | undefined;

  /** Takes the place of Astro's own way of rendering: `root` is dist/, `base` the path of the site with its last slash. */
  prerenderer(usual: AstroPrerenderer, root: string, base: string): AstroPrerenderer {
    return {
      ...usual,
      name: 'pages',
      getStaticPaths: async () => {
        const paths = await usual.getStaticPaths();
        const fileOf = (address: string) => join(root, address.slice(base.length));
        const urls = paths.map(({ pathname }) => pathname);
        const reader = beside(new URL('./search/read-page.ts', import.meta.url).href, searchPages);
        this.ready = { paint: inlineAssets(fileOf, urls), reader };
        return paths;
      },
      render: async (request, options) => {
        const rendered = await usual.render(request, options);
        const { response, ...more } = rendered instanceof Response ? { response: rendered } : rendered;
        const url = `/${new URL(request.url).pathname.slice(base.length)}`;
        if (!isPage(response) || url === OFFLINE) return rendered;
        return { ...more, response: new Response(await this.finish(url, await response.text()), response) };
      },
      teardown: async () => {
        await usual.teardown?.();
        await this.ready?.reader.end();
      },
    };
  }

  private async finish(url: string, built: string): Promise<string> {
    if (!this.ready)
      throw new Error(`Pages: ${url} is rendered before the addresses of all pages are known.`);
    if (built.includes('<meta name="robots" content="noindex"')) this.unlisted.add(url);
    const html = this.ready.paint.page(url, built);
    this.found.push({ url, here: await this.ready.reader.call(html, url) });
    return html;
  }

  /** Whether a page is one that search engines may list. */
  isListed = (url: string): boolean => !this.unlisted.has(url);

  /** What is to be found, by the addresses of the pages: they are finished in any order. */
  indexed(): Indexed[] {
    return this.found.sort((a, b) => (a.url < b.url ? -1 : 1)).flatMap(({ here }) => here);
  }

  /** Files that stand in the pages now and are asked for by none. */
  spare(): string[] {
    return [...(this.ready?.paint.written ?? [])];
  }
}

/** What leads on has no page of its own yet: Astro writes that afterwards. */
const isPage = ({ headers, status }: Response) =>
  !(status >= 300 && status < 400) && (headers.get('content-type') ?? '').startsWith('text/html');
