/** The whole site below a path, as tests/support/build/configured-site.ts builds it: no address in any file leads past the path. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import type { Texts } from '../../../src/search/text-pages.ts';
import { configured } from '../../support/build/configured.ts';
import { elements } from '../../support/dist.ts';

const { base, dist, host } = configured;
const files = new Set(
  globSync(['**/*', '.well-known/*'], { cwd: dist, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    ),
);
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const texts = [...files]
  .filter((file) => /\.(?:html|css|js|json|xml|svg|txt|md|csv|ics|webmanifest)$/.test(file))
  .sort();
const pages = texts.filter((file) => file.endsWith('.html') && file !== 'offline.html');

/** Where those who set the site up said that it leads outside. */
const outside = /^https:\/\/(?:example\.gov\.cn\/(?:jiucuo|\?|a\?|\.well-known\/)|beian\.example\.gov\.cn\/)/;

/** The file that an address of the site stands for; undefined for what is no address of it, false where it leads past the path. */
function fileAt(address: string, from = ''): string | false | undefined {
  const url = new URL(address, `${host}${base}${from}`);
  if (url.origin !== host || outside.test(url.href)) return undefined;
  if (!url.pathname.startsWith(base)) return false;
  const path = decodeURIComponent(url.pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** All that a page loads or leads to. */
function addressesOf(page: Tree.Document): string[] {
  return [...elements(page)].flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) => {
      if (name === 'srcset') return value.split(',').map((one) => one.trim().replace(/\s.*/, ''));
      if (name === 'content')
        return /^\d+; url=(.*)$/.exec(value)?.[1] ?? (/^https?:/.test(value) ? [value] : []);
      const isAddress = ['href', 'src', 'action', 'formaction', 'poster', 'data'].includes(name);
      return isAddress || (name.startsWith('data-') && value.startsWith('/')) ? [value] : [];
    }),
  );
}

/** Names of addresses that lead past the path, or to no file. */
const wrong = (addresses: string[], from: string) =>
  addresses.flatMap((address) => {
    const file = fileAt(address, from);
    if (file === undefined || (file !== false && files.has(file))) return [];
    return [`${from}: ${address.slice(0, 80)}`];
  });

test('every address in a page leads to a file below the path', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.flatMap((page) => wrong(addressesOf(parse(read(page))), page))).toEqual([]);
});

test('so does every address in a stylesheet, in the worker, and in the manifest', () => {
  const styles = texts.filter((file) => file.endsWith('.css'));
  expect(
    styles.flatMap((file) =>
      wrong(
        [...read(file).matchAll(/url\(["']?([^"')]+)/g)].map(([, address = '']) => address),
        file,
      ),
    ),
  ).toEqual([]);
  const kept = [...read('sw.js').matchAll(/url:[`"']([^`"']*)[`"']/g)].map(([, address = '']) => address);
  expect(kept.length).toBeGreaterThan(150);
  // From the worker's own address: the same wherever the site stands.
  expect(kept.filter((address) => !address.startsWith('./'))).toEqual([]);
  expect(wrong(kept, 'sw.js')).toEqual([]);
  const manifest = JSON.parse(read('manifest.webmanifest')) as Record<
    'start_url' | 'scope' | 'id',
    string
  > & {
    icons: { src: string }[];
  };
  expect([manifest.start_url, manifest.scope, manifest.id]).toEqual([base, base, base]);
  expect(
    wrong(
      manifest.icons.map(({ src }) => src),
      '',
    ),
  ).toEqual([]);
});

test('so does every full address in any file: citations, data, feed, calendars, sitemap, JSON-LD', () => {
  // Scripts put host and path together themselves.
  const found = texts
    .filter((file) => !file.endsWith('.js'))
    .flatMap((file) => {
      // As these formats write what stands in them.
      const text = read(file)
        .replaceAll('\r\n ', '')
        .replaceAll('&amp;', '&')
        .replaceAll(/&(?:quot|lt|gt);/g, '"');
      const full = text.match(/https:\/\/example\.gov\.cn[^\s"'`<>(){},;（）\\，。；]*/g) ?? [];
      return full.map((address) => ({ file, address: address.replace(/[.,]+$/, '') }));
    });
  const holders = new Set(found.map(({ file }) => file));
  for (const file of [
    'feed.xml',
    'calendar.ics',
    'data/plan.json',
    'data/tasks.csv',
    'data/tasks/1.json',
    'sitemap-0.xml',
    'opensearch.xml',
    'robots.txt',
    'timeline/timeline.svg',
    'tasks/1/index.html',
    'tasks/1.md',
    'llms.txt',
  ])
    expect(holders, file).toContain(file);
  expect([...new Set(found.flatMap(({ file, address }) => wrong([address], file)))]).toEqual([]);
});

test('lists for scripts name pages that are there, without the path that scripts put before them', () => {
  const search = JSON.parse(read('search/texts.json')) as Texts;
  const jump = read('jump.json');
  const listed = search.entries.flatMap(({ page, notes }) => [page, ...notes]);
  const addresses = [...listed.map(({ url }) => url), ...(jump.match(/(?<=")\/[a-z][^"]*/g) ?? [])];
  expect(addresses.length).toBeGreaterThan(200);
  expect(addresses.filter((address) => address.startsWith(base))).toEqual([]);
  expect(
    wrong(
      addresses.map((address) => base + address.slice(1)),
      '',
    ),
  ).toEqual([]);
});

test('the edition in one file leads nowhere in this site', () => {
  const links = addressesOf(parse(read('offline.html')));
  expect(links.filter((address) => !/^(?:#|data:|https?:\/\/)/.test(address))).toEqual([]);
});
