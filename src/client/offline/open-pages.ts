/// <reference lib="webworker" />
/** The version that each open page is of, kept in a cache, since a browser stops and starts a worker as it likes. */
import { addressesIn, currentVersion, deleteFormer, filesOf, putInto, STATE } from './versions.ts';

declare const self: ServiceWorkerGlobalScope;

/** In place of a version: the page came from the server. */
export const SERVER = 'server';

const known = new Map<string, string>();
const keyOf = (clientId: string) => new URL(`?page=${clientId}`, self.registration.scope).href;

/** Records the version of a page that is being opened, or of a script that runs beside one. */
export async function recordPage(clientId: string, version: string): Promise<void> {
  known.set(clientId, version);
  await putInto(STATE, keyOf(clientId), new Response(version));
}

/** The version that a page is of, or SERVER. */
export async function versionOfPage(clientId: string): Promise<string> {
  const version = known.get(clientId) ?? (await recorded(clientId)) ?? (await likely(clientId));
  known.set(clientId, version);
  return version;
}

async function recorded(clientId: string): Promise<string | undefined> {
  const record = await caches.match(keyOf(clientId), { cacheName: STATE });
  return record?.text();
}

/** A page without a record is taken for one of the current version if that has its address. */
async function likely(clientId: string): Promise<string> {
  const client = await self.clients.get(clientId);
  const version = await currentVersion();
  return client && !(await filesOf(version)).has(plain(client.url)) ? SERVER : version;
}

/** The address under which a file is kept: a static site gives the same file for every query. */
export function plain(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, '/');
}

/** Pages that were not there the last time. */
let absent = new Set<string>();

/**
 * Forgets pages that have been closed, and deletes the former versions that no page is of any more. A page that is just
 * being opened is not listed yet, so only those are forgotten that are absent twice.
 */
export async function tidy(): Promise<void> {
  const clients = await self.clients.matchAll({ includeUncontrolled: true, type: 'all' });
  const open = new Set(clients.map(({ id }) => id));
  const inUse = new Set<string>();
  const closed = new Set<string>();
  for (const address of await addressesIn(STATE)) {
    const clientId = new URL(address).searchParams.get('page');
    if (clientId === null) continue;
    if (!open.has(clientId)) closed.add(clientId);
    if (closed.has(clientId) && absent.has(clientId)) await (await caches.open(STATE)).delete(address);
    else inUse.add(await versionOfPage(clientId));
  }
  absent = closed;
  await deleteFormer(inUse);
}
