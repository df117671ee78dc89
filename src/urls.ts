/** Every address of the site, with the configured base path. Addresses are permanent: by number or registered id, never by title. */

// Plain Node has no import.meta.env; then the site is at the root.
const env = import.meta.env as Partial<ImportMetaEnv> | undefined;
const base = (env?.BASE_URL ?? '/').replace(/\/*$/, '');

/** Anchors on pages that a large plan divides, each with the address where it stands instead. */
const divided = new Map<string, string>();

/** States where the anchors of divided pages stand; called once, before any page is rendered (site.ts). */
export function divideAnchors(anchors: Iterable<readonly [string, string]>): void {
  for (const [anchor, address] of anchors) divided.set(anchor, address);
}

/** An address of this site with the configured base path. */
export function path(address: string): string {
  return base + (divided.get(address) ?? address);
}

/** The same with the host of the site, if that is set (SITE_URL): for use outside of the site, such as in data. */
export function full(address: string): string {
  return env?.SITE === undefined ? path(address) : new URL(path(address), env.SITE).href;
}

/** The full address, or undefined if the host is not set: for formats that require a full one. */
export function absolute(address: string): string | undefined {
  return env?.SITE === undefined ? undefined : full(address);
}

/** Turns an address of this site into the form in which it is published, such as `path` or `full`. */
export type AddressOf = (address: string) => string;

export const home = () => path('/');
export const wholeText = () => path('/plan/');
export const sourceLine = (line: number) => path(`/plan/#L${line}`);
/** A section or a task in the whole text. */
export const sectionInText = (number: number) => path(`/plan/#section-${number}`);
export const taskInText = (number: number | string) => path(`/plan/#task-${number}`);
export const taskIndex = () => path('/tasks/');
/** 12 or '2-3', see TaskNumber in plan/model.ts. */
export const task = (number: number | string) => path(`/tasks/${number}/`);
/** The page of a task for embedding in other sites, without the base path. */
export const taskEmbed = (number: number | string) => `/tasks/${number}/embed/`;
export const sentence = (number: number | string, id: string) => path(`/tasks/${number}/#${id}`);
/** The tasks of one deadline in the index of tasks. */
export const deadline = (date: string, basis: string) => path(`/tasks/#by-${date}-${basis}`);
/** The tasks without a date in the same index. */
export const undated = (kind: string) => path(`/tasks/#by-${kind}`);
export const section = (number: number) => path(`/sections/${number}/`);
export const measure = (sectionNumber: number, number: number) =>
  path(`/sections/${sectionNumber}/#measure-${number}`);
export const unitIndex = () => path('/units/');
export const unit = (id: string) => path(`/units/${id}/`);
export const documents = () => path('/documents/');
export const document = (id: string) => path(`/documents/#${id}`);
export const glossary = () => path('/glossary/');
export const term = (id: string) => path(`/glossary/#${id}`);
export const timeline = () => path('/timeline/');
/** The timeline with a filter or a highlight; without script it is the whole. */
export const timelineWith = (filter: 'section' | 'highlight', value: string | number) =>
  path(`/timeline/?${filter}=${value}`);
export const matrix = () => path('/matrix/');
export const pairAnchor = (a: string, b: string) => path(`/matrix/#${a}--${b}`);
export const search = (query?: string) =>
  path('/search/') + (query === undefined ? '' : `?q=${encodeURIComponent(query)}`);
/** The search page with filters set. */
export const searchFor = (filters: Record<string, string>) =>
  path(`/search/?${new URLSearchParams(filters).toString()}`);
export const verify = () => path('/verify/');
export const corrections = () => path('/corrections/');
export const correction = (id: number) => path(`/corrections/#c${id}`);
export const about = () => path('/about/');
export const accessibility = () => path('/accessibility/');
export const data = () => path('/data/');
export const dataFile = (file: string) => path(`/data/${file}`);
/** The Markdown form of a page. */
export const markdown = (page: string) => page.replace(/\/$/, '.md');
export const llms = () => path('/llms.txt');
export const subscribe = () => path('/subscribe/');
export const feed = () => path('/feed.xml');
export const offlineFile = () => path('/offline.html');
export const calendar = () => path('/calendar.ics');
export const unitCalendar = (id: string) => path(`/units/${id}.ics`);
export const siteMap = () => path('/sitemap/');
export const icon = (size: number) => path(`/icons/${size}.png`);
export const manifest = () => path('/manifest.webmanifest');
export const openSearch = () => path('/opensearch.xml');

/** Kinds of pages for which there is a picture of a shared link. */
export const SHARE_CARDS = [
  'site',
  'plan',
  'task',
  'section',
  'unit',
  'documents',
  'timeline',
  'data',
] as const;
export type ShareCardKind = (typeof SHARE_CARDS)[number];

/** The picture of a shared link to a kind of page; other kinds have that of the site. */
export const shareCard = (kind?: string) =>
  path(`/og/${SHARE_CARDS.find((one) => one === kind) ?? 'site'}.png`);
/** The picture of a shared link to one page. */
export const taskCard = (number: number | string) => path(`/og/tasks/${number}.png`);
export const sectionCard = (number: number) => path(`/og/sections/${number}.png`);
export const unitCard = (id: string) => path(`/og/units/${id}.png`);
