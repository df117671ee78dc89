/// <reference lib="webworker" />
/**
 * The service worker: keeps complete versions of the site and answers each page from the version that the page is of.
 *
 * A new version is downloaded into a cache of its own, each file checked against its hash; if any is missing or wrong,
 * nothing changes. Once it is complete, the pages that are opened are of the new version, and those that are open stay
 * with theirs. Workers do not replace each other while pages are open: the one that is there shows the new version, too.
 */
import { plain, recordPage, SERVER, tidy, versionOfPage } from './open-pages.ts';
import {
  completeVersions,
  currentVersion,
  download,
  fetchExact,
  fileOf,
  filesOf,
  isWhole,
  NOT_FOUND,
  storeMissing,
} from './versions.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in by src/build/offline/service-worker.ts. */
declare const STORED: number;

/** Versions that were found whole since the worker was started. */
const whole = new Set<string>();
/** Whether a version can be shown: if a file is lost, new pages come from the server, none with parts of two versions. */
async function canShow(version: string): Promise<boolean> {
  if (!whole.has(version) && (await isWhole(version))) whole.add(version);
  return whole.has(version);
}

/** Answers a navigation: a kept page, a redirect to the address with its slash, the server's answer, or 404. */
async function page(event: FetchEvent): Promise<Response> {
  const { request, resultingClientId } = event;
  const address = plain(request.url);
  const answer = (response: Response, version: string) => {
    if (resultingClientId) event.waitUntil(recordPage(resultingClientId, version));
    return response;
  };
  const version = await currentVersion();
  const kept = await fileOf(version, address);
  if (kept && (await canShow(version))) return answer(kept, version);
  const files = await filesOf(version);
  const { origin, pathname, search } = new URL(request.url);
  if (!files.has(address) && files.has(`${address}/`))
    return Response.redirect(`${origin}${pathname}/${search}`, 301);
  try {
    const response = await fetch(request);
    // A redirect has no status here; the browser follows it.
    if (!kept || response.ok || response.type === 'opaqueredirect') return answer(response, SERVER);
  } catch (error) {
    // What is lost here, or is a file that is not kept, may well exist.
    if (!kept && (files.has(address) || /\.(?!html?$)\w+$/.test(pathname))) throw error;
  }
  return answer(kept ?? (await notFound(version)), version);
}

async function notFound(version: string): Promise<Response> {
  const found = await fileOf(version, NOT_FOUND);
  return found ? new Response(found.body, { status: 404, headers: found.headers }) : Response.error();
}

/** Answers a subresource from the version of its page; what is not kept comes from the server. */
async function part(event: FetchEvent): Promise<Response> {
  const { request, clientId, resultingClientId } = event;
  const address = plain(request.url);
  const version = clientId === '' ? await currentVersion() : await versionOfPage(clientId);
  // A script that runs beside its page.
  if (resultingClientId) event.waitUntil(recordPage(resultingClientId, version));
  if (version === SERVER) {
    return fetch(request).catch(async (error: unknown) => {
      const kept = await fileOf(await currentVersion(), address);
      if (kept) return kept;
      throw error;
    });
  }
  const kept = await fileOf(version, address);
  if (kept) return kept;
  const integrity = (await filesOf(version)).get(address);
  if (integrity === undefined) return fetch(request);
  whole.delete(version);
  return fetchExact(address, integrity);
}

/** Tells a page of its version and the current one; stores what that has lost, unless the server has another by now. */
async function status(
  port: MessagePort | undefined,
  source: ExtendableMessageEvent['source'],
): Promise<void> {
  const current = await currentVersion();
  const isComplete = await isWhole(current);
  const own = source && 'id' in source ? await versionOfPage(source.id) : current;
  const isCurrent = own === current || own === SERVER;
  port?.postMessage({ isComplete, isCurrent, stored: STORED });
  if (isComplete) return;
  whole.delete(current);
  // Where all is gone the next page that is opened starts anew.
  if ((await completeVersions()).length === 0) await self.registration.unregister();
  else await storeMissing(current).catch(() => undefined);
}

self.addEventListener('install', (event) => {
  event.waitUntil(download());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  // A browser that cannot read what is stored can still follow a link.
  if (request.mode === 'navigate') event.respondWith(page(event).catch(() => fetch(request)));
  else event.respondWith(part(event));
});

self.addEventListener('message', (event) => {
  // Pages of the releases before November 2026 ask for it, and reload themselves.
  if (event.data === 'take over') void self.skipWaiting();
  if (event.data !== 'status') return;
  event.waitUntil(status(event.ports[0], event.source));
  event.waitUntil(tidy());
});
