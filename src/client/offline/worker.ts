/// <reference lib="webworker" />
/**
 * The service worker: precaches one complete version of the site and answers from it alone.
 *
 * A new version is downloaded beside the old one, each file checked against its hash; if any is missing or wrong,
 * nothing changes. It takes over only when a page asks for it (register.ts), and then for every open page at once:
 * until that moment pages, search index and data all come from the old one.
 */
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;
/** Written in by src/build/offline/service-worker.ts. */
declare const KEPT: PrecacheEntry[];
declare const TRANSFERRED: number;

const missing = new URL('404.html', self.location.href).href;
const kept = new PrecacheController({
  // Some servers send 404.html with status 404 even where it is asked for by name.
  plugins: [
    {
      cacheWillUpdate: ({ request, response }) =>
        Promise.resolve(response.ok || request.url === missing ? response : null),
    },
  ],
});
kept.precache(KEPT);

/** The address under which a file is cached: a static site gives the same file for every query. */
function plain(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, '/');
}

const isKept = (address: string) => kept.getCacheKeyForURL(plain(address)) !== undefined;

/** Answers a navigation: a cached page, a redirect to the address with its slash, the server's answer, or 404. */
async function page(request: Request): Promise<Response> {
  const own = await kept.matchPrecache(plain(request.url));
  if (own) return own;
  const { origin, pathname, search } = new URL(request.url);
  if (isKept(`${origin}${pathname}/`)) return Response.redirect(`${origin}${pathname}/${search}`, 301);
  return fetch(request).catch((error: unknown) => {
    // A file that is not cached may well exist.
    if (/\.(?!html?$)\w+$/.test(pathname)) throw error;
    return notFound();
  });
}

async function notFound(): Promise<Response> {
  const found = await kept.matchPrecache(missing);
  return found ? new Response(found.body, { status: 404, headers: found.headers }) : Response.error();
}

/** Answers a subresource: for cached pages from the cache, for pages that came from the server from there. */
async function part(request: Request, clientId: string): Promise<Response> {
  const own = await kept.matchPrecache(plain(request.url));
  const client = await self.clients.get(clientId);
  if (own && (!client || isKept(client.url))) return own;
  return fetch(request).catch((error: unknown) => {
    if (own) return own;
    throw error;
  });
}

/** Whether every file is still cached; browsers may delete stored files. */
async function isComplete(): Promise<boolean> {
  const cache = await self.caches.open(kept.strategy.cacheName);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  return [...kept.getURLsToCacheKeys().values()].every((key) => there.has(key));
}

self.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : part(request, clientId));
});

self.addEventListener('message', ({ data, ports }) => {
  if (data === 'take over') void self.skipWaiting();
  // A large plan is not cached, and its pages wait for no answer.
  if (data === 'status' && KEPT.length > 0) {
    void isComplete().then((complete) => {
      ports[0]?.postMessage({ complete, transferred: TRANSFERRED });
    });
  }
});
