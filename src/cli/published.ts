/**
 * What has been published and is relied on: every address, every id that can be cited, and a hash of its official text.
 * tests/support/published.json holds it; addresses and ids only ever become more, texts change only by a correction.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultTreeAdapter as tree, parse } from 'parse5';
import type { Redirect } from '../plan/model.ts';
import { attribute, elements, textOf, type Element, type Node } from '../text/html.ts';

/** Ids with the hash of their official text, or null where there is none. */
export type Ids = Record<string, string | null>;

export interface Published {
  note: string;
  /** Ids of the corrections that had been made. */
  corrections: number[];
  /** By address, without the base path; files have no ids. */
  addresses: Record<string, Ids>;
}

const NOTE = 'Written by `npm run publish:manifest`; never edit it, and never take anything out.';

/** Files that others build on; scripts, styles and the search index are none of them. */
const FILES =
  /^(?:data\/.+|units\/[^/]+\.ics|(?:(?:tasks|units|sections)\/[^/]+|plan)\.md|llms\.txt|[^/]+\.(?:xml|ics|html|webmanifest)|og\/.+|icons\/.+)$/;
const OWN_FILES = /^(?:404\.html|sitemap-.*\.xml)$/;

/** Elements whose ids can be cited; those of headings, forms and labels only tie a page together. */
const CITABLE = new Set(['article', 'section', 'div', 'dt', 'dd', 'p', 'span']);

/** Reads a built site. Redirects are left out: their addresses were published before, or never. */
export function readPublished(dist: string, corrections: number[], redirects: Redirect[]): Published {
  const moved = new Set(redirects.map(({ from }) => from));
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)index\.html$/.test(file) || (FILES.test(file) && /\.\w+$/.test(file)))
    .filter((file) => !OWN_FILES.test(file) && !file.startsWith('pagefind/'))
    .sort();
  const addresses = files.flatMap((file): [string, Ids][] => {
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    if (moved.has(address)) return [];
    return [[address, file.endsWith('index.html') ? idsOf(readFileSync(join(dist, file), 'utf8')) : {}]];
  });
  return {
    note: NOTE,
    corrections: [...corrections].sort((a, b) => a - b),
    addresses: Object.fromEntries(addresses),
  };
}

/** The ids of a page that can be cited. */
export function idsOf(html: string): Ids {
  const ids: Ids = {};
  const visit = (node: Node, source: boolean): void => {
    const voice = tree.isElementNode(node) ? attribute(node, 'data-voice') : undefined;
    const inSource = voice === undefined ? source : voice === 'source';
    if (tree.isElementNode(node)) {
      const id = attribute(node, 'id');
      if (id !== undefined && inSource) ids[id] = hash(textOf(node, isOfSite));
      else if (id !== undefined && CITABLE.has(node.tagName)) ids[id] = null;
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, inSource);
  };
  visit(parse(html), false);
  return ids;
}

/** Everything published that a site breaks, each with what to do. */
export function broken(before: Published, now: Published, redirects: Redirect[], lineOf: LineOf): string[] {
  const moved = new Map(redirects.map(({ from, to }) => [from, to.replace(/#.*/, '')]));
  const known = new Set(before.corrections);
  const fresh = new Set(now.corrections.filter((id) => !known.has(id)));
  return Object.entries(before.addresses).flatMap(([address, ids]) => {
    const there = now.addresses[address];
    if (!there) {
      const to = moved.get(address);
      if (to === undefined) return [`${address} is gone  → add it to content/redirects.yaml`];
      return now.addresses[to]
        ? []
        : [`${address} redirects to ${to}, which is not there  → name a page that is`];
    }
    return Object.entries(ids).flatMap(([id, words]) => {
      const found = there[id];
      if (found === undefined) return [`${address}#${id} is gone  → give the id back to its place`];
      if (found === words || words === null) return [];
      if (lineOf(address, id).some((correction) => fresh.has(correction))) return [];
      return [
        `the words of ${address}#${id} have changed  → add an entry to content/corrections.yaml that says why`,
      ];
    });
  });
}

/** The ids of the corrections on the line of the seed that an id stands for. */
export type LineOf = (address: string, id: string) => number[];

/** Says which corrections concern a place of a built site, by the line that it or an element around it names. */
export function correctionsAt(dist: string, corrections: { id: number; line: number }[]): LineOf {
  return (address, id) => {
    const line = lineOf(parse(readFileSync(join(dist, address, 'index.html'), 'utf8')), id);
    return corrections.filter((one) => one.line === line).map((one) => one.id);
  };
}

function lineOf(document: Node, id: string): number | undefined {
  let node: Node | null | undefined = elements(document).find((element) => attribute(element, 'id') === id);
  while (node && tree.isElementNode(node)) {
    const line = attribute(node, 'data-line');
    if (line !== undefined) return Number(line);
    node = node.parentNode;
  }
  return undefined;
}

const isOfSite = (element: Element) => attribute(element, 'data-voice') === 'site';

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
