/** Every address of the site, the configured base path included. Addresses are promises: by number or registered id, never by title. */

// Plain Node has no import.meta.env; then the site stands at the root.
const env = import.meta.env as Partial<ImportMetaEnv> | undefined;
const base = (env?.BASE_URL ?? '/').replace(/\/*$/, '');

/** Puts the configured base path before an address of this site. */
export function path(address: string): string {
  return base + address;
}

/** The same with the site's own host in front, where it is set (SITE_URL): for what leaves the site, such as data. */
export function full(address: string): string {
  return env?.SITE === undefined ? path(address) : new URL(path(address), env.SITE).href;
}

/** A full address, or undefined where the site does not know its own host: for formats that allow no other. */
export function absolute(address: string): string | undefined {
  return env?.SITE === undefined ? undefined : full(address);
}

/** Turns an address of this site into the form in which it is published, such as `path` or `full`. */
export type AddressOf = (address: string) => string;

export const home = () => path('/');
export const wholeText = () => path('/plan/');
export const sourceLine = (line: number) => path(`/plan/#L${line}`);
export const taskIndex = () => path('/tasks/');
/** A task's number is 12 or '2-3', see TaskNumber in plan/model.ts. */
export const task = (number: number | string) => path(`/tasks/${number}/`);
export const sentence = (number: number | string, id: string) => path(`/tasks/${number}/#${id}`);
/** The tasks of one deadline in the index of tasks. */
export const deadline = (date: string, basis: string) => path(`/tasks/#by-${date}-${basis}`);
/** The tasks without a day in the same index. */
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
/** The timeline narrowed to, or marking, what a filter says; without script it is the whole. */
export const timelineWith = (filter: 'section' | 'highlight', value: string | number) =>
  path(`/timeline/?${filter}=${value}`);
export const matrix = () => path('/matrix/');
export const pairAnchor = (a: string, b: string) => path(`/matrix/#${a}--${b}`);
export const search = (query?: string) =>
  path('/search/') + (query === undefined ? '' : `?q=${encodeURIComponent(query)}`);
export const corrections = () => path('/corrections/');
export const correction = (id: number) => path(`/corrections/#c${id}`);
export const about = () => path('/about/');
export const design = () => path('/about/design/');
export const accessibility = () => path('/accessibility/');
export const data = () => path('/data/');
export const dataFile = (file: string) => path(`/data/${file}`);
export const feed = () => path('/feed.xml');
export const calendar = () => path('/calendar.ics');
export const unitCalendar = (id: string) => path(`/units/${id}.ics`);
export const siteMap = () => path('/sitemap/');
export const icon = (size: number) => path(`/icons/${size}.png`);
export const manifest = () => path('/manifest.webmanifest');
export const openSearch = () => path('/opensearch.xml');

/** Kinds of pages that have a picture of their own for shared links. */
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

/** The picture for shared links to a page of a kind; other kinds have the site's. */
export const shareCard = (kind?: string) =>
  path(`/og/${SHARE_CARDS.find((one) => one === kind) ?? 'site'}.png`);
