/// <reference lib="webworker" />
/** The versions of the site that are kept, each with its files in a cache of its own. */

declare const self: ServiceWorkerGlobalScope;
/** Both are written in by src/build/offline/service-worker.ts. */
declare const KEPT: { url: string; integrity: string }[];
declare const VERSION: string;

const { scope } = self.registration;
/** With a blank at the end: a site below this one's path has caches, too. deploy/remove-offline/sw.js deletes them all. */
const PREFIX = `kept ${scope} `;
export const STATE = `state ${scope}`;
/** The version that this worker brings. */
export const OWN = PREFIX + VERSION;

/** What a version keeps: full addresses, each with the hash of the file. */
type Files = ReadonlyMap<string, string>;
const ownFiles: Files = new Map(KEPT.map(({ url, integrity }) => [new URL(url, scope).href, integrity]));

/** The page for what is not there: some servers send it with status 404 even where it is asked for by name. */
export const NOT_FOUND = new URL('404.html', scope).href;
const LIST = new URL('.files', scope).href;
const VERSIONS = new URL('.versions', scope).href;
/** As many as browsers ask one host for at a time. */
const AT_A_TIME = 6;

/** The complete versions, the latest first; none where all that was stored is gone. */
export async function completeVersions(): Promise<string[]> {
  const record = await caches.match(VERSIONS, { cacheName: STATE });
  return record ? ((await record.json()) as string[]) : [];
}

/**
 * The version that is shown to those who open a page now: the latest complete one, also where its own worker still waits
 * for the pages of this one to be closed. Where pages cannot be told apart, all are of this worker's version.
 */
export async function currentVersion(): Promise<string> {
  if (!('resultingClientId' in FetchEvent.prototype)) return OWN;
  const [latest = OWN] = await completeVersions();
  return latest;
}

/** Finds a file in the cache of a version. */
export const fileOf = (version: string, address: string): Promise<Response | undefined> =>
  caches.match(address, { cacheName: version });

/** What a version keeps; nothing where the browser has deleted its list. */
export async function filesOf(version: string): Promise<Files> {
  if (version === OWN) return ownFiles;
  const list = await fileOf(version, LIST);
  return new Map(list ? ((await list.json()) as [string, string][]) : []);
}

/** Fetches a file of a version; rejects where the server has other bytes, or none. */
export async function fetchExact(address: string, integrity: string): Promise<Response> {
  const response = await fetch(address, { integrity, cache: 'reload' });
  if (!response.ok && address !== NOT_FOUND) throw new TypeError(`${address}: ${response.status}`);
  const headers = new Headers(response.headers);
  // A cache does not take “Vary: *”; and an answer that came by a redirect would not be taken for a page.
  headers.delete('Vary');
  return new Response(response.body, { headers });
}

/** Downloads the version of this worker; it counts when this has resolved. Where it rejects, nothing has changed. */
export async function download(): Promise<void> {
  const complete = await completeVersions();
  const stored = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  // Attempts at other versions that came to no end.
  const partial = complete.length > 0 ? stored.filter((name) => !complete.includes(name)) : [];
  await Promise.all(partial.map((name) => caches.delete(name)));
  const state = await caches.open(STATE);
  await (await caches.open(OWN)).put(LIST, new Response(JSON.stringify([...ownFiles])));
  await storeMissing(OWN);
  const others = complete.filter((name) => stored.includes(name));
  await state.put(VERSIONS, new Response(JSON.stringify([OWN, ...others])));
}

/**
 * Stores what a version lacks: all of it at first, or what an earlier attempt has left, or what the browser has deleted.
 * What another version has is taken from there.
 */
export async function storeMissing(version: string): Promise<void> {
  const others = await Promise.all(
    (await completeVersions()).map(async (name) => ({ name, files: await filesOf(name) })),
  );
  const missing = await missingFiles(version);
  const next = async (): Promise<void> => {
    const file = missing.pop();
    if (!file) return;
    const [address, integrity] = file;
    const other = others.find(({ name, files }) => name !== version && files.get(address) === integrity);
    const same = other && (await fileOf(other.name, address));
    await putInto(version, address, same ?? (await fetchExact(address, integrity)));
    return next();
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_A_TIME }, next));
  // Only now, so that what has arrived is there at the next attempt.
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Stores an entry in a cache that is there: after the site has been taken down, none may come back. */
export async function putInto(cacheName: string, address: string, response: Response): Promise<void> {
  if (await caches.has(cacheName)) await (await caches.open(cacheName)).put(address, response);
}

/** The addresses that a cache has; none where it is not there. */
export async function addressesIn(cacheName: string): Promise<string[]> {
  if (!(await caches.has(cacheName))) return [];
  return (await (await caches.open(cacheName)).keys()).map(({ url }) => url);
}

/** The files of a version that are not in its cache. */
async function missingFiles(version: string): Promise<[address: string, integrity: string][]> {
  const there = new Set(await addressesIn(version));
  return [...(await filesOf(version))].filter(([address]) => !there.has(address));
}

/** Whether a version still has all its files: a browser may delete stored files. */
export async function isWhole(version: string): Promise<boolean> {
  const listed = version === OWN || (await fileOf(version, LIST)) !== undefined;
  return listed && (await missingFiles(version)).length === 0;
}

/** Deletes the versions that are neither the current one nor in use. */
export async function deleteFormer(inUse: ReadonlySet<string>): Promise<void> {
  const [, ...former] = await completeVersions();
  // The last is that of the releases before November 2026.
  const names = [...former.filter((name) => !inUse.has(name)), `workbox-precache-v2-${scope}`];
  await Promise.all(names.map((name) => caches.delete(name)));
}
