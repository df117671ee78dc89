import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultTreeAdapter as tree, html, parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { simplifiedForms } from '../../text/dictionaries.ts';
import { variantsOf } from '../../text/traditional.ts';
import { bundle } from '../shared/bundle.ts';
import type { BuiltSite } from '../shared/built-site.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Pages of the site → their places in the file. A link to any other page loses its address and keeps its words. */
const PLACES: [page: RegExp, place: string][] = [
  [/^\/tasks\/(\d+(?:-\d+)*)\/(?:#.*)?$/, 'task-$1'],
  [/^\/units\/([a-z0-9-]+)\/$/, '$1'],
  [/^\/sections\/\d+\/#(measure-\d+)$/, '$1'],
  [/^\/(?:plan|documents|corrections)\/#(.+)$/, '$1'],
];

/** Makes /offline.html of the page /offline/, and tells /data/ its size and checksum. */
export async function singleFile({ root, base, say }: BuiltSite): Promise<void> {
  const page = await readFile(join(root, 'offline/index.html'), 'utf8');
  const read = (address: string) => readFile(join(root, address.slice(base.length)), 'utf8');
  const variants = variantsOf([page], simplifiedForms());
  const script = await bundle(new URL('../../client/offline/single-file-search.ts', import.meta.url), {
    VARIANTS: variants,
  });
  const file = Buffer.from(await inOneFile(page, base.slice(0, -1), read, script));
  await writeFile(join(root, 'offline.html'), file);
  await rm(join(root, 'offline'), { recursive: true });
  await tell(join(root, 'data/index.html'), file);
  say(`offline.html: ${Math.round(file.length / 1024)} KB`);
}

/**
 * Puts everything that a page needs into the page itself: styles, script, and places of the file for its links.
 *
 * Its policy lets it load nothing: what it was made of is named by hash.
 */
export async function inOneFile(
  page: string,
  base: string,
  read: (address: string) => Promise<string>,
  script: string,
): Promise<string> {
  const document = parse(page);
  const all = [...elements(document)];
  const ids = new Set(all.flatMap((element) => attribute(element, 'id') ?? []));
  let styles = '';
  for (const element of all) {
    const isStyles = element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet';
    if (isStyles) styles += await withPictures(await read(attribute(element, 'href') ?? ''), read);
    // What scripts of the site add to its pages, the file does without.
    if (isStyles || element.tagName === 'script') tree.detachNode(element);
  }
  // Words for the site's own build, scripts and tests.
  const names = new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
  const spare = [...names].filter(
    (name) =>
      name.startsWith('data-') && name !== 'data-voice' && !styles.includes(name) && !script.includes(name),
  );
  const isSpare = (name: string) => spare.includes(name);
  for (const element of all) {
    element.attrs = element.attrs.filter(({ name }) => !isSpare(name));
    const link = element.attrs.find(({ name }) => name === 'href');
    if (link && element.tagName === 'a' && !/^https?:/.test(link.value)) {
      const place = placeOf(link.value, base);
      if (place === undefined) unwrap(element);
      else if (ids.has(place)) link.value = `#${place}`;
      else throw new Error(`Single file: “${link.value}” should stand at #${place}, and nothing does.`);
    }
  }
  const style = inline('style', styles.trim());
  const code = inline('script', script.trim());
  const policy = `default-src 'none'; style-src ${style.hash}; script-src ${code.hash}; img-src data:; base-uri 'none'; form-action 'none'`;
  const meta = make('meta', { 'http-equiv': 'Content-Security-Policy', content: policy });
  const head = only(all, 'head');
  tree.insertBefore(head, meta, only(all, 'title'));
  tree.appendChild(head, style.element);
  tree.appendChild(only(all, 'body'), code.element);
  return serialize(document);
}

/** Writes the pictures that a stylesheet names into it. */
async function withPictures(styles: string, read: (address: string) => Promise<string>): Promise<string> {
  let written = styles;
  for (const [, address = ''] of styles.matchAll(/url\((\/[^)]+\.svg)\)/g)) {
    const picture = Buffer.from(await read(address)).toString('base64');
    written = written.replace(address, `data:image/svg+xml;base64,${picture}`);
  }
  return written;
}

/** The id in the file that a link of the site leads to; undefined for a page that the file does not hold. */
function placeOf(href: string, base: string): string | undefined {
  if (href.startsWith('#')) return href.slice(1);
  const address = href.slice(base.length);
  const [page, place] = PLACES.find(([one]) => one.test(address)) ?? [];
  return page && place && address.replace(page, place);
}

/** Leaves the words of a link and takes the link away. */
function unwrap(link: Element): void {
  for (const child of [...link.childNodes]) {
    tree.detachNode(child);
    if (link.parentNode) tree.insertBefore(link.parentNode, child, link);
  }
  tree.detachNode(link);
}

function inline(name: 'style' | 'script', text: string) {
  if (text.includes(`</${name}`)) throw new Error(`Single file: a ${name} holds its own end tag.`);
  const element = make(name, {});
  tree.insertText(element, text);
  return { element, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

/** Writes size and checksum of the file into the page that tells them. */
async function tell(page: string, file: Buffer): Promise<void> {
  const facts = {
    'data-offline-size': String(file.length),
    'data-offline-sha256': createHash('sha256').update(file).digest('hex'),
  };
  let text = await readFile(page, 'utf8');
  for (const [name, fact] of Object.entries(facts)) {
    const place = new RegExp(`(<\\w+ ${name}>)[^<]*`);
    if (!place.test(text)) throw new Error(`Single file: ${page} has no place for ${name}.`);
    text = text.replace(place, `$1${fact}`);
  }
  await writeFile(page, text);
}

function make(name: string, attributes: Record<string, string>): Element {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  return tree.createElement(name, html.NS.HTML, attrs);
}

function only(all: Element[], name: string): Element {
  const found = all.find(({ tagName }) => tagName === name);
  if (!found) throw new Error(`Single file: the page has no ${name}.`);
  return found;
}

function* elements(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
