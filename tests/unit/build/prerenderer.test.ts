/** What becomes of each page between Astro and its file. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PagePipeline } from '../../../src/build/pages/prerenderer.ts';
import type { Indexed } from '../../../src/build/search/read-page.ts';
import { WorkerPool } from '../../../src/build/shared/worker-pool.ts';

let root = '';
let pages: PagePipeline;
/** What the search gets. */
let found: Indexed[];
/** What the search knew when it was told to write its index. */
let indexed: string[] | undefined;
let pictures: [file: string, shown: unknown][];
let workers: WorkerPool;
let rendering: AstroPrerenderer;
let rendered: Record<string, Response>;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-')) + sep;
  mkdirSync(join(root, '_astro'));
  writeFileSync(join(root, '_astro/DisplayEarly.abc.js'), 'document.title;');
  writeFileSync(join(root, '_astro/page.css'), 'p{}');
  rendered = {};
  pages = new PagePipeline();
  found = [];
  indexed = undefined;
  pictures = [];
  workers = new WorkerPool();
});
afterEach(async () => {
  await workers.end();
  rmSync(root, { recursive: true });
});

/** Begins a build of these addresses, which Astro renders as `rendered` says. */
async function begin(paths: string[]): Promise<void> {
  const usual: AstroPrerenderer = {
    name: 'usual',
    getStaticPaths: () =>
      Promise.resolve(paths.map((pathname) => ({ pathname, route: { type: typeOf(pathname) } as never }))),
    render: ({ url }) => Promise.resolve(rendered[new URL(url).pathname]?.clone() ?? new Response(null)),
  };
  const search = {
    add: (entries: Indexed[]) => found.push(...entries),
    write: () => {
      indexed = found.map(({ page }) => page.url);
      return Promise.resolve();
    },
  };
  const drawn = {
    addCards: (cards: readonly [string, unknown][]) => pictures.push(...cards),
    addChart: (file: string, svg: string) => pictures.push([file, svg]),
  };
  const site = { root, base: '/plan/', log: () => undefined };
  rendering = pages.prerenderer(usual, site, { workers, search, pictures: drawn });
  await rendering.getStaticPaths();
}

const typeOf = (pathname: string) => (/\.\w+$/.test(pathname) ? 'endpoint' : 'page');

async function render(url: string): Promise<Response> {
  const answer = await rendering.render(new Request(`https://example.gov.cn${url}`), {
    routeData: { type: typeOf(url) } as never,
  });
  return answer instanceof Response ? answer : answer.response;
}

/** What the file of an address holds once the build is over. */
async function written(url: string): Promise<string> {
  // Astro is left nothing to write.
  expect((await render(url)).body).toBeNull();
  await rendering.teardown?.();
  const file = join(root, url.slice('/plan/'.length));
  return readFileSync(url.endsWith('/') ? join(file, 'index.html') : file, 'utf8');
}

const early = '<script type="module" src="/plan/_astro/DisplayEarly.abc.js"></script>';
const page = (text: string, meta = `<div data-search-meta='{"kind":"task","order":1}'></div>`) =>
  new Response(
    `<!doctype html><html><head><meta charset="utf-8">${early}<link rel="stylesheet" href="/plan/_astro/page.css"></head>` +
      `<body data-kind="task"><main>${meta}<h1>题</h1><p data-pagefind-body>${text}</p></main></body></html>`,
    { headers: { 'content-type': 'text/html' } },
  );

test('a reader gets size and colours with the page, and the styles too where a link from outside leads', async () => {
  await begin(['/tasks/1/', '/about/']);
  rendered = { '/plan/tasks/1/': page('甲'), '/plan/about/': page('乙') };
  const task = await written('/plan/tasks/1/');
  expect(task).toContain('<script>(()=>{document.title;})()</script><style>p{}</style>');
  expect(task).toMatch(/<meta http-equiv="Content-Security-Policy" content="[^"]*sha256-[^"]*sha256-/);
  expect(await written('/plan/about/')).toContain('<link rel="stylesheet" href="/plan/_astro/page.css">');
  expect(pages.inlineFiles()).toEqual([join(root, '_astro/DisplayEarly.abc.js')]);
});

test('the pages of a very large plan share their styles', async () => {
  await begin(Array.from({ length: 1001 }, (_, index) => `/tasks/${index + 1}/`));
  rendered = { '/plan/tasks/1/': page('甲') };
  expect(await written('/plan/tasks/1/')).toContain('<link rel="stylesheet"');
});

test('spans of years and line breaks are written into a page', async () => {
  await begin([]);
  rendered = { '/plan/a/': page('（2014—2020年）') };
  expect(await written('/plan/a/')).toContain(
    '<p data-pagefind-body>（<span class="years-span">2014—2020年</span>）',
  );
});

test('a page that is not there has a file of its own name', async () => {
  await begin([]);
  rendered = { '/plan/404/': page('甲') };
  await render('/plan/404/');
  await rendering.teardown?.();
  expect(existsSync(join(root, '404.html'))).toBe(true);
});

test('a redirect is left to Astro', async () => {
  await begin([]);
  rendered = { '/plan/a/': new Response(null, { status: 301, headers: { location: '/plan/b/' } }) };
  expect((await render('/plan/a/')).status).toBe(301);
});

test('the search index is written as soon as all is there that can be found', async () => {
  await begin(['/tasks/1/embed', '/data/plan.json', '/data', '/timeline/timeline.svg', '/tasks/1']);
  expect((await rendering.getStaticPaths()).map(({ pathname }) => pathname)).toEqual([
    ...['/data', '/timeline/timeline.svg', '/tasks/1', '/tasks/1/embed', '/data/plan.json'],
  ]);
  rendered = { '/plan/tasks/1/': page('甲'), '/plan/data/plan.json': new Response('{}') };
  await render('/plan/tasks/1/');
  expect(indexed).toBeUndefined();
  await render('/plan/data/plan.json');
  await expect.poll(() => indexed).toEqual(['/tasks/1/']);
});

test('pictures are drawn of charts as they are published, and of what the hidden list of shared links says', async () => {
  rendered = {
    '/plan/share-cards.json': new Response('[["/plan/og/site.png",{"title":"题"}]]'),
    '/plan/matrix/a.svg': new Response('<svg/>'),
  };
  await begin(['/share-cards.json', '/matrix/a.svg']);
  expect(await written('/plan/matrix/a.svg')).toBe('<svg/>');
  expect(pictures).toEqual([
    ['og/site.png', { title: '题' }],
    ['matrix/a.svg', '<svg/>'],
  ]);
  expect((await rendering.getStaticPaths()).map(({ pathname }) => pathname)).toEqual(['/matrix/a.svg']);
});

test('the search gets what is found on a page', async () => {
  await begin([]);
  rendered = { '/plan/a/': page('甲') };
  await written('/plan/a/');
  expect(found.map((one) => one.page)).toEqual([
    { url: '/a/', kind: 'task', title: '题', blocks: [{ text: '甲' }] },
  ]);
});

test('what only the search index reads is not sent to readers; a text that speaks of it stays', async () => {
  await begin([]);
  const meta =
    '<div hidden data-search-meta="{&quot;kind&quot;:&quot;task&quot;,&quot;order&quot;:1}"></div>';
  const words = '&lt;div hidden data-search-meta="甲"&gt;&lt;/div&gt;';
  rendered = { '/plan/a/': page(words, meta) };
  const html = await written('/plan/a/');
  expect(html).not.toContain(meta);
  expect(html).toContain(words);
  expect(found.map((one) => one.page.kind)).toEqual(['task']);
});

test('data passes as it is', async () => {
  await begin([]);
  const json = new Response('{}', { headers: { 'content-type': 'application/json' } });
  rendered = { '/plan/data/plan.json': json };
  expect(await written('/plan/data/plan.json')).toBe('{}');
  expect(found).toEqual([]);
});

test('the single file is written in place of its page, and /data/ states its size and checksum', async () => {
  await begin(['/data', '/offline']);
  expect((await rendering.getStaticPaths()).map(({ pathname }) => pathname)).toEqual(['/data']);
  expect([pages.isListed('/data/'), pages.isListed('/offline/')]).toEqual([true, false]);
  const places = '<b data-offline-size>?</b><b data-offline-sha256>?</b>';
  rendered = { '/plan/offline/': page('丙'), '/plan/data/': page(places) };
  const data = await written('/plan/data/');
  const file = readFileSync(join(root, 'offline.html'));
  expect(String(file)).toContain('<style>p{}</style></head>');
  expect(data).toContain(`<b data-offline-size>${file.length}</b>`);
  expect(data).toContain(`<b data-offline-sha256>${createHash('sha256').update(file).digest('hex')}</b>`);
  expect(found.map((one) => one.page.url)).toEqual(['/data/']);
});

test('a page that the search cannot read stops the build, and the message names it', async () => {
  await begin([]);
  rendered = { '/plan/a/': page('甲', '') };
  await expect(written('/plan/a/')).rejects.toThrow(/\/a\/ has a data-pagefind-body but no <SearchMeta>/);
});

test('a failure is told once, by the page that failed, and nothing more is rendered', async () => {
  await begin([]);
  rendered = { '/plan/a/': page('甲', ''), '/plan/b/': page('乙') };
  await render('/plan/a/');
  const isRendered = async () => {
    const before = pages.rendered;
    await render('/plan/b/');
    return pages.rendered > before;
  };
  await expect.poll(isRendered).toBe(false);
  await expect(rendering.teardown?.()).rejects.toThrow('/a/ has');
});

test('what fails in Astro is what is told', async () => {
  const failing = (one: Partial<AstroPrerenderer>) => {
    const astro = { name: 'usual', getStaticPaths: () => Promise.resolve([]), ...one } as AstroPrerenderer;
    const search = { add: () => undefined, write: () => Promise.reject(new Error('nothing to index')) };
    const drawn = { addCards: () => undefined, addChart: () => undefined };
    const site = { root, base: '/plan/', log: () => undefined };
    return new PagePipeline().prerenderer(astro, site, { workers, search, pictures: drawn });
  };
  const reason = new Error('of the plan');
  const listing = failing({ getStaticPaths: () => Promise.reject(reason) });
  await expect(listing.getStaticPaths()).rejects.toBe(reason);
  await expect(listing.teardown?.()).rejects.toBe(reason);
  const page = failing({ render: () => Promise.reject(reason) });
  const request = new Request('https://example.gov.cn/plan/a/');
  await expect(page.render(request, { routeData: { type: 'page' } as never })).rejects.toBe(reason);
  await expect(page.teardown?.()).rejects.toBe(reason);
});

test('a page without its first script stops the build, too', async () => {
  await begin([]);
  rendered = { '/plan/a/': new Response('<main></main>', { headers: { 'content-type': 'text/html' } }) };
  await expect(written('/plan/a/')).rejects.toThrow('/a/ lacks <DisplayEarly />');
});
