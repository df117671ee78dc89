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

export const home = () => path('/');
export const wholeText = () => path('/plan/');
export const sourceLine = (line: number) => path(`/plan/#L${line}`);
export const taskIndex = () => path('/tasks/');
export const task = (number: number) => path(`/tasks/${number}/`);
export const sentence = (number: number, id: string) => path(`/tasks/${number}/#${id}`);
/** The tasks of one deadline in the index of tasks. */
export const deadline = (date: string, basis: string) => path(`/tasks/#by-${date}-${basis}`);
export const section = (number: number) => path(`/sections/${number}/`);
export const measure = (sectionNumber: number, number: number) =>
  path(`/sections/${sectionNumber}/#measure-${number}`);
export const unitIndex = () => path('/units/');
export const unit = (id: string) => path(`/units/${id}/`);
export const documents = () => path('/documents/');
export const document = (id: string) => path(`/documents/#${id}`);
export const timeline = () => path('/timeline/');
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
