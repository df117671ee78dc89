/**
 * A static server for this machine, as strict as the hosts that the site is made for.
 *
 * Of our own, since neither sirv nor `astro preview` redirects to the slash or names the charset of text files; sirv
 * cannot send 404.html as 404, and ends the process where a file goes away while it is sent.
 */
import { open, stat } from 'node:fs/promises';
import { createServer, type OutgoingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Served {
  /** Where the site's home page is, the base path included. */
  url: string;
  close: () => Promise<void>;
}

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

/**
 * Serves a built site on this machine only: a directory answers at its address with the slash and redirects without
 * it, everything else must be a file, and the rest is 404.html.
 *
 * `port` 0 takes any free port; a busy one rejects with code EADDRINUSE.
 */
export async function serve(options: { dir: string; base?: string; port?: number }): Promise<Served> {
  const dir = resolve(options.dir);
  const base = `/${options.base ?? ''}/`.replace(/\/+/g, '/');
  const respond: RequestListener = (request, response) => {
    const begin = (status: number, headers: OutgoingHttpHeaders) =>
      response.writeHead(status, { 'Cache-Control': 'no-cache', ...headers });
    const send = (status: number, headers: OutgoingHttpHeaders) => begin(status, headers).end();
    // In pieces, as fast as they are taken: thousands may ask at once for a large file, or read it slowly. Ranges are not
    // offered, so the answer to one is the whole file, as HTTP allows.
    const sendFile = async (status: number, path: string) => {
      const file = await open(path);
      const { size } = await file.stat();
      const type = MEDIA_TYPES[extname(path)] ?? 'application/octet-stream';
      begin(status, { 'Content-Type': type, 'Content-Length': size });
      // Whoever asked may have gone away meanwhile.
      if (request.method === 'HEAD' || response.destroyed) {
        response.end();
        await file.close();
        return;
      }
      const content = file.createReadStream({ start: 0, end: Math.max(0, size - 1) });
      await pipeline(content, response, { end: false });
      // A file that has become shorter meanwhile must not pass for whole.
      if (content.bytesRead === size) response.end();
      else response.destroy();
    };
    const find = async () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        send(405, { Allow: 'GET, HEAD' });
        return;
      }
      const url = urlOf(request.url ?? '');
      if (!url) {
        send(400, {});
        return;
      }
      const { pathname, search } = url;
      const file = fileFor(dir, base, pathname);
      if (file !== undefined && (await isFile(file))) await sendFile(200, file);
      else if (`${pathname}/` === base || (file !== undefined && (await isFile(join(file, 'index.html'))))) {
        // The leading slashes are one, or the browser would take the path for a host.
        send(301, { Location: `${pathname.replace(/^\/+/, '/')}/${search}` });
      } else if (await isFile(join(dir, '404.html'))) await sendFile(404, join(dir, '404.html'));
      else send(404, {});
    };
    find().catch((error: unknown) => {
      // Whoever asked has gone away.
      if (errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') console.error(error);
      if (response.headersSent) response.destroy();
      else send(503, { 'Retry-After': 1 });
    });
  };
  const servers = await listen(respond, options.port ?? 0);
  return {
    url: `http://localhost:${portOf(servers)}${base}`,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

/** What a request line asks for: a path or, as proxies ask, a whole address; null where it is neither. */
function urlOf(target: string): URL | null {
  return URL.parse(target.startsWith('/') ? `http://localhost${target}` : target);
}

/** Undefined for an address outside the base path or outside the directory. */
function fileFor(dir: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  try {
    const path = decodeURIComponent(pathname.slice(base.length));
    const file = join(dir, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    return file.startsWith(dir + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}

/** Listens on both loopback addresses, since browsers take “localhost” for either; IPv6 may be absent. */
async function listen(respond: RequestListener, port: number): Promise<Server[]> {
  const servers: Server[] = [];
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer(respond);
    try {
      await new Promise<void>((listening, failed) => {
        server.once('error', failed).listen(servers.length === 0 ? port : portOf(servers), host, listening);
      });
      servers.push(server);
    } catch (error) {
      if (host === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(errorCode(error) ?? '')) continue;
      await Promise.all(servers.map(close));
      throw error;
    }
  }
  return servers;
}

function portOf(servers: Server[]): number {
  const address = servers[0]?.address() as AddressInfo;
  return address.port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
}

/** Reads the code of a system error, such as EADDRINUSE. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
