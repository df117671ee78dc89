/** Every page of the built site by address, and one page of each kind, for whoever looks at all of them. */
import { globSync, readFileSync } from 'node:fs';
import { dist } from './built-folder.ts';
import { proof } from './build/configured.ts';

/** The addresses of all pages of dist/, without the base path; those that only lead on are left out. */
export function allPages(): string[] {
  return globSync('**/*.html', {
    cwd: dist,
    exclude: ['pagefind/**', 'offline.html', '**/embed/**', proof.file],
  })
    .filter((file) => !readFileSync(`${dist}/${file}`, 'utf8').includes('http-equiv="refresh"'))
    .map((file) => `/${file.replaceAll('\\', '/')}`.replace(/\/index\.html$/, '/'))
    .sort();
}

/** Where a kind has many pages, one that shows much of what it can; in the site of another plan the first of them stands for it. */
const typical: Record<string, string> = { '/tasks/': '/tasks/12/', '/units/': '/units/qu-fazhi-ban/' };
/** What the address of a page alone does not show. */
const states = ['/units/quzhi-ge-bumen/', '/search/?q=权力清单', '/search/?q=没有这样的词'];

/** One page of each kind; pages that stand beside many in one folder are one kind. */
export function pageKinds(): string[] {
  const all = allPages();
  const byFolder = Map.groupBy(all, (address) => address.replace(/[^/]+\/$/, ''));
  const kinds = [...byFolder].flatMap(([folder, pages]) =>
    folder === '/' || pages.length <= 3
      ? pages
      : (pages.find((one) => one === typical[folder]) ?? pages[0] ?? []),
  );
  return [...kinds, ...states.filter((one) => one.includes('?') || all.includes(one))];
}

/** The name of a page in a list or a file. */
export const pageName = (address: string) =>
  decodeURIComponent(address)
    .replace(/^\/|\/$/g, '')
    .replace(/[^\p{L}\p{N}-]+/gu, '-') || 'home';
