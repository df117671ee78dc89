/** Serves a built site as a server with brotli does, and counts what it sends. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '': 'text/html',
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Counting {
  /** Without a slash at the end. */
  url: string;
  /** Bytes sent since the last call. */
  sent: () => number;
  close: () => void;
}

/** Starts a server on a free port. */
export async function serveCompressed(dist: string): Promise<Counting> {
  const compressed = new Map<string, Buffer>();
  let sent = 0;
  const server = createServer((request, response) => {
    const path = decodeURI((request.url ?? '/').replace(/[?#].*$/, '')).replace(/\/$/, '/index.html');
    try {
      const body = compressed.get(path) ?? brotliCompressSync(readFileSync(join(dist, path)));
      compressed.set(path, body);
      sent += body.length;
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent: () => {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
    close: () => server.close(),
  };
}
