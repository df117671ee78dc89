/** What a page costs: its weight as it travels (brotli), and what it makes a reader wait for. */
import { dirname, join } from 'node:path/posix';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { attribute, base, elements, files, pages, read, type Page } from '../../support/dist.ts';

const KB = 1024;
/** HTML with all styles it needs to be read. A task must fit into one round trip; the whole text is what it is. */
const reading = [
  { of: /^tasks\/\d+\//, limit: 14 * KB },
  { of: /^plan\//, limit: 32 * KB },
  { of: /^(timeline|matrix|documents)\//, limit: 24 * KB },
  // A checksum for every file, which nothing compresses.
  { of: /^data\//, limit: 26 * KB },
  // All tasks of the unit that has most.
  { of: /^units\/[^/]+\//, limit: 17 * KB },
  { of: /./, limit: 16 * KB },
];
/** Scripts that a page loads by itself. */
const acting = [
  { of: /^(search|verify)\//, limit: 24 * KB },
  { of: /^(timeline|matrix)\//, limit: 24 * KB },
  { of: /./, limit: 8 * KB },
];

/** What servers send, and what is quick to compute and larger. */
const [BEST, QUICK] = [11, 5];
const known = new Map<string, number>();
/** Files that many pages share are weighed once. */
function weightOf(text: string, quality: number): number {
  const key = `${quality} ${text}`;
  const weight =
    known.get(key) ??
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  known.set(key, weight);
  return weight;
}
const limitOf = (limits: typeof reading, page: Page) =>
  limits.find(({ of }) => of.test(page.file))?.limit ?? 0;
const all = (page: Page, tag: string) =>
  [...elements(page.document)].filter(({ tagName }) => tagName === tag);
const fileOf = (address: string) => address.slice(base.length);

const styles = (page: Page) =>
  all(page, 'link')
    .filter((link) => attribute(link, 'rel') === 'stylesheet')
    .map((link) => fileOf(attribute(link, 'href') ?? ''));

/** The script files of a page, with those that they import; what is imported only when needed is none of them. */
function scripts(page: Page): Set<string> {
  const found = new Set<string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, other = ''] of read(file).matchAll(
      /(?:^|[;}\s])(?:import|export)\b[^;(]*?["'`](\.[^"'`]+)["'`]/g,
    )) {
      add(join(dirname(file), other));
    }
  };
  for (const script of all(page, 'script')) {
    const source = attribute(script, 'src');
    if (source !== undefined) add(fileOf(source));
  }
  return found;
}

function overweight(textsOf: (page: Page) => string[], limits: typeof reading): string[] {
  return pages.flatMap((page) => {
    const texts = textsOf(page);
    const weigh = (quality: number) => texts.reduce((sum, text) => sum + weightOf(text, quality), 0);
    const limit = limitOf(limits, page);
    return weigh(QUICK) <= limit || weigh(BEST) <= limit
      ? []
      : [`${page.address}  ${weigh(BEST)} bytes, at most ${limit}`];
  });
}

test('HTML with all it needs to be read keeps to its budget', () => {
  expect(overweight((page) => [page.html, ...styles(page).map(read)], reading)).toEqual([]);
});

test('the scripts of a page keep to their budget', () => {
  expect(overweight((page) => [...scripts(page)].map(read), acting)).toEqual([]);
});

test('only pages with a picture load the script that its marks need', () => {
  const shared = new Map<string, boolean>();
  const isForPictures = (file: string) => {
    const known = shared.get(file) ?? read(file).includes('picture-tip');
    shared.set(file, known);
    return known;
  };
  const wrong = pages.filter((page) => {
    const hasPicture = [...elements(page.document)].some(
      (one) => attribute(one, 'data-picture') !== undefined,
    );
    return hasPicture !== [...scripts(page)].some(isForPictures);
  });
  expect([...shared.values()]).toContain(true);
  expect(wrong.map(({ address }) => address)).toEqual([]);
});

test('a task page asks for nothing before it is read', () => {
  const tasks = pages.filter(({ file }) => /^tasks\/\d+\/index/.test(file));
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks.flatMap(styles)).toEqual([]);
  expect(tasks.filter((page) => all(page, 'style').length !== 1).map(({ file }) => file)).toEqual([]);
});

test('no script file keeps a page waiting', () => {
  const waiting = pages.flatMap((page) =>
    all(page, 'script')
      .filter((script) => attribute(script, 'src') !== undefined)
      .filter((script) => attribute(script, 'type') !== 'module' && attribute(script, 'async') === undefined)
      .map((script) => `${page.address}  ${attribute(script, 'src')}`),
  );
  expect(waiting).toEqual([]);
});

test('what runs before a page is painted is only a few lines', () => {
  const inline = pages.flatMap(({ html }) =>
    [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) => code),
  );
  expect(inline.length).toBe(pages.length);
  expect(Math.max(...inline.map((code) => code.length))).toBeLessThan(600);
});

test('no page loads a font, and styles load pictures of this site only', () => {
  const css = [...files]
    .filter((file) => file.endsWith('.css'))
    .map(read)
    .concat(pages.map(({ html }) => html));
  expect(css.filter((text) => /@font-face|\.woff2?\b/.test(text))).toEqual([]);
  const addresses = css.flatMap((text) =>
    [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, url = '']) => url),
  );
  const unknown = [...new Set(addresses)].filter(
    (url) => !files.has(fileOf(url)) && !files.has(`_astro/${url.replace(/^\.\//, '')}`),
  );
  expect(unknown).toEqual([]);
});
