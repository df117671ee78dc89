/** The whole edition as one file, /offline.html: made of the page /offline/ with everything that the page needs in it. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultTreeAdapter as tree, html, parse, serialize } from 'parse5';
import { simplifiedForms } from '../../text/dictionaries.ts';
import { attribute, elements, type Element } from '../../text/html.ts';
import { variantsOf } from '../../text/traditional.ts';
import { withPolicy } from '../pages/csp.ts';
import type { BuiltSite } from '../shared/built-site.ts';
import { bundle } from '../shared/bundle.ts';

/** Addresses of the site → ids in the file. A link to any other page becomes its text. */
const IDS: [address: RegExp, id: string][] = [
  [/^\/tasks\/(\d+(?:-\d+)*)\/(?:#.*)?$/, 'task-$1'],
  [/^\/units\/([a-z0-9-]+)\/$/, '$1'],
  [/^\/sections\/\d+\/#(measure-\d+)$/, '$1'],
  [/^\/(?:plan|documents|corrections)\/#(.+)$/, '$1'],
];

/** Data attributes with a use in the file; all others are for the site's build, scripts and tests. */
const DATA_ATTRIBUTES = ['data-kind', 'data-voice'];

/** Writes /offline.html, made of the HTML of the page /offline/; returns its bytes. */
export async function writeSingleFile(page: string, { root, base, log }: BuiltSite): Promise<Buffer> {
  const read = (address: string) => readFile(join(root, address.slice(base.length)), 'utf8');
  const script = await bundle(new URL('../../client/offline/single-file.ts', import.meta.url), {
    VARIANTS: variantsOf([page], simplifiedForms()),
  });
  const file = Buffer.from(await inOneFile(page, base.slice(0, -1), read, script.trim()));
  await writeFile(join(root, 'offline.html'), file);
  log(`offline.html: ${Math.round(file.length / 1024)} KB`);
  return file;
}

/** States size and checksum of the file on a page that has places for them. */
export function withFileFacts(page: string, file: Buffer): string {
  const facts = {
    'data-offline-size': String(file.length),
    'data-offline-sha256': createHash('sha256').update(file).digest('hex'),
  };
  return Object.entries(facts).reduce((text, [name, fact]) => {
    const place = new RegExp(`(<\\w+ ${name}>)[^<]*`);
    if (!place.test(text)) throw new Error(`Single file: the page has no place for ${name}.`);
    return text.replace(place, `$1${fact}`);
  }, page);
}

/** Puts styles, images and script into the page, and turns its links into links within the file. */
async function inOneFile(
  page: string,
  base: string,
  read: (address: string) => Promise<string>,
  script: string,
): Promise<string> {
  const document = parse(page);
  const all = [...elements(document)];
  const ids = new Set(all.flatMap((element) => attribute(element, 'id') ?? []));
  let style = '';
  for (const element of all) {
    const isStylesheet = element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet';
    if (isStylesheet) style += await withImages(await read(attribute(element, 'href') ?? ''), read);
    // What scripts of the site add to its pages, the file does without.
    if (isStylesheet || element.tagName === 'script') tree.detachNode(element);
  }
  style = style.trim();
  const isUnused = (name: string) =>
    name.startsWith('data-') &&
    !DATA_ATTRIBUTES.includes(name) &&
    !style.includes(name) &&
    !script.includes(name);
  const names = new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
  const unused = new Set([...names].filter(isUnused));
  for (const element of all) {
    element.attrs = element.attrs.filter(({ name }) => !unused.has(name));
    const link = element.attrs.find(({ name }) => name === 'href');
    if (!link || element.tagName !== 'a' || /^https?:/.test(link.value)) continue;
    const id = idOf(link.value, base);
    if (id === undefined) unwrap(element);
    else if (ids.has(id)) link.value = `#${id}`;
    else throw new Error(`Single file: “${link.value}” should lead to #${id}, which is not there.`);
  }
  append('style', style, 'head', all);
  append('script', script, 'body', all);
  return withPolicy(serialize(document), { script, style }, '/offline.html');
}

/** Writes the images that a stylesheet names into it. */
async function withImages(style: string, read: (address: string) => Promise<string>): Promise<string> {
  let written = style;
  for (const [, address = ''] of style.matchAll(/url\((\/[^)]+\.svg)\)/g)) {
    const image = Buffer.from(await read(address)).toString('base64');
    written = written.replace(address, `data:image/svg+xml;base64,${image}`);
  }
  return written;
}

/** The id in the file that a link of the site leads to; undefined for a page that the file does not hold. */
function idOf(href: string, base: string): string | undefined {
  if (href.startsWith('#')) return href.slice(1);
  const address = href.slice(base.length);
  const [pattern, id] = IDS.find(([one]) => one.test(address)) ?? [];
  return pattern && id && address.replace(pattern, id);
}

/** Replaces a link by its text. */
function unwrap(link: Element): void {
  for (const child of [...link.childNodes]) {
    tree.detachNode(child);
    if (link.parentNode) tree.insertBefore(link.parentNode, child, link);
  }
  tree.detachNode(link);
}

function append(name: 'style' | 'script', text: string, to: 'head' | 'body', all: Element[]): void {
  if (text.includes(`</${name}`)) throw new Error(`Single file: a ${name} holds its own end tag.`);
  const parent = all.find(({ tagName }) => tagName === to);
  if (!parent) throw new Error(`Single file: the page has no ${to}.`);
  const element = tree.createElement(name, html.NS.HTML, []);
  tree.insertText(element, text);
  tree.appendChild(parent, element);
}
