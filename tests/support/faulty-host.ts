/** A host that serves versions of a small site from memory and fails as hosts do: for tests of the service worker. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { writeWorker } from '../../src/build/offline/service-worker.ts';
import { bundle } from '../../src/build/shared/bundle.ts';

/** What a host does wrong with one file, or with all. */
export type Fault =
  'none' | '404' | '500' | 'truncated' | 'other content' | 'captive portal' | 'no worker' | 'slow';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
export const PAGES = [1, 2, 3, 4, 5];

export interface FaultyHost {
  url: (address: string) => string;
  /** Puts a version in place of the one before; `fault` strikes its file part.json, which is among the last. */
  deploy: (version: string | Map<string, Buffer>, fault?: Fault) => Promise<void>;
  /** What was asked for since the last call. */
  asked: () => string[];
  stop: () => Promise<void>;
}

/** The files of a version: every page, script and data file names it. */
export async function smallSite(version: string): Promise<Map<string, Buffer>> {
  const dir = mkdtempSync(join(tmpdir(), 'small-site-'));
  const links = PAGES.map((page) => `<a id="to-${page}" href="/site/${page}/">${page}</a>`).join(' ');
  const html = (title: string) => `<!doctype html><html lang="zh"><title>${title}</title>
<h1>${title}</h1><p id="version">${version}</p><p id="script"></p>${links}
<p data-offline="/site/sw.js" hidden></p><script src="/site/page.js"></script><script src="/site/register.js"></script>`;
  const texts: Record<string, string> = {
    'index.html': html('home'),
    '404.html': html('404'),
    'page.js': `document.getElementById('script').textContent = '${version}'; // ${'x'.repeat(20_000)}`,
    // A script that runs beside its page, as the search does.
    'beside.js': `onmessage = () => fetch('/site/part.json').then((one) => one.json()).then((part) => { postMessage(['${version}', part].join()); });`,
    'part.json': JSON.stringify(version),
    'same.json': '"the same in every version"',
    'register.js': await registerScript(),
    ...Object.fromEntries(PAGES.map((page) => [`${page}/index.html`, html(`page ${page}`)])),
  };
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  await writeWorker(dir);
  const files = new Map(
    [...Object.keys(texts), 'sw.js'].map((name) => [name, readFileSync(join(dir, name))]),
  );
  rmSync(dir, { recursive: true });
  return files;
}

let script: Promise<string> | undefined;
const registerScript = () =>
  (script ??= bundle(new URL('../../src/client/offline/register.ts', import.meta.url)));

export async function startFaultyHost(): Promise<FaultyHost> {
  let files = new Map<string, Buffer>();
  let fault: Fault = 'none';
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname.replace(/^\/site\//, '');
    asked.push(path);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    send(response, name);
  });
  const send = (response: ServerResponse, name: string) => {
    const type = TYPES[extname(name)] ?? 'text/plain';
    const end = (status: number, body: Buffer | string, media = type) => {
      response
        .writeHead(status, { 'Content-Type': `${media}; charset=utf-8`, 'Cache-Control': 'no-cache' })
        .end(body);
    };
    const body = files.get(name);
    if (fault === 'captive portal') end(200, '<!doctype html><h1>请先登录</h1>', 'text/html');
    else if (name === 'sw.js' && fault === 'no worker') end(404, '404', 'text/html');
    else if (!body) end(404, files.get('404.html') ?? '404', 'text/html');
    else if (name !== 'part.json' || fault === 'none' || fault === 'no worker') end(200, body);
    else if (fault === '404' || fault === '500') end(Number(fault), '<h1>error</h1>', 'text/html');
    else if (fault === 'other content') end(200, body.toString().replace('"', '" '));
    else if (fault === 'truncated') {
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length + 10 });
      response.write(body);
      setTimeout(() => response.destroy(), 20);
    } else
      setTimeout(() => {
        end(200, body);
      }, 1500);
  };
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: (address) => `http://localhost:${port}/site/${address}`,
    deploy: async (version, how = 'none') => {
      files = typeof version === 'string' ? await smallSite(version) : version;
      fault = how;
    },
    asked: () => asked.splice(0),
    stop: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
