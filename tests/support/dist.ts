/**
 * The built site as a visitor's browser would read it: dist/ as a list of parsed pages. `SITE_PLAN` and `SITE_DIST` name
 * another plan's folder and its site (vitest.config.ts); tests for every plan take what they expect from `plan`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect } from 'vitest';
import { base, dist } from './built-folder.ts';

export { base, dist, isOwnPlan, planOfSite, planRoot } from './built-folder.ts';

export interface Page {
  /** Its path in dist/, e.g. `tasks/1/index.html`. */
  file: string;
  /** Its address with the base path, e.g. `/tasks/1/`. */
  address: string;
  html: string;
  readonly document: Tree.Document;
}

/** Every file of dist/, with forward slashes. */
export const files = filesBelow(dist);

/** Every page of the site; the edition in one file is none, see offline.test.ts, nor is what Pagefind ships. */
export const pages: Page[] = [...files]
  .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/') && file !== 'offline.html')
  .map(readPage);

/** The page in a file of dist/, e.g. `tasks/1/index.html`. */
export function pageAt(file: string): Page {
  const page = pages.find((one) => one.file === file);
  if (!page) throw new Error(`dist/${file} is missing`);
  return page;
}

/** The page at an address and, of a large plan, those below it that hold the rest: plan/, plan/1/, plan/1/2/. */
export const pagesFrom = (folder: string): Page[] =>
  pages
    .filter(({ file }) => new RegExp(`^${folder}/(?:\\w+/){0,2}index\\.html$`).test(file))
    .sort((a, b) => a.file.split('/').length - b.file.split('/').length);

/** Every file below a folder by its path from there, with forward slashes. */
export function filesBelow(folder: string): Set<string> {
  return new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort(),
  );
}

/** Reads an HTML file of dist/; it is parsed when it is looked into. */
export function readPage(file: string): Page {
  const html = read(file);
  let document: Tree.Document | undefined;
  return {
    ...{ file, html, address: base + file.replace(/(^|\/)index\.html$/, '$1') },
    get document() {
      return (document ??= parse(html));
    },
  };
}

/** Reads a text file of dist/. */
export function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

/** Reads any file of dist/. */
export function readBytes(file: string): Buffer {
  return readFileSync(join(dist, file));
}

/** All elements under a node, in document order, itself included. */
export function* elements(node: Tree.Node): Generator<Tree.Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elements(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

/** The value of an attribute, undefined where the element has none. */
export function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** The characters under a node, as they stand in the file. */
export function text(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(text).join('') : '';
}

/** The ids of a page. */
export function ids(page: Page): Set<string> {
  return new Set([...elements(page.document)].flatMap((element) => attribute(element, 'id') ?? []));
}

/** Something wrong on a page. */
export interface PageFinding {
  address: string;
  problem: string;
}

/** Fails with every finding at once; one that many pages share is told once. */
export function expectNone(findings: PageFinding[]): void {
  const byProblem = Map.groupBy(findings, (finding) => finding.problem);
  const lines = [...byProblem].map(([problem, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` and ${others.length} more pages`;
    return `${first?.address ?? ''}${more}  ${problem}`;
  });
  expect.soft(pages.length, 'pages in dist/').toBeGreaterThan(0);
  if (lines.length > 0) expect.fail(`${findings.length} findings:\n${lines.join('\n')}`);
}
