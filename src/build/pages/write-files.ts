/** The last steps of a page, on a worker thread: what every page needs is written into it, and it into its file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { withLineBreaks } from '../../text/breaks/in-html.ts';
import { searchPages, type Indexed } from '../search/read-page.ts';
import { inlineAssets, type Where } from './inline-assets.ts';

/** A page or a data file as rendered. */
export interface Given {
  /** UTF-8. */
  bytes: ArrayBuffer;
  file: string;
  /** Undefined for a data file, which is written as it is. */
  page?: Where;
}

/** What is known of a page once it is complete. */
export interface Written {
  found: Indexed[];
  noindex: boolean;
  /** Files that are inline in it. */
  inlined: string[];
}

/** Is read by the search index alone (SearchMeta); no reader has a use for it. A text holds no tag, so none can look like it. */
const SEARCH_META = /<div hidden data-search-meta="[^"]*"><\/div>/;

const utf8 = new TextDecoder();
/** Most folders are new, and a page's files share one. */
const folders = new Set<string>();

/** Writes pages and data files; many at once, since each call of a thread has its price. */
export const writeFiles = (files: Given[]): Written[] => files.map(writeFile);

function writeFile({ bytes, file, page }: Given): Written {
  if (!page) {
    save(file, new Uint8Array(bytes));
    return { found: [], noindex: false, inlined: [] };
  }
  const html = utf8.decode(bytes);
  const found = searchPages(html, page.url);
  const { text, inlined } = inlineAssets(withLineBreaks(html), page);
  save(file, text.replace(SEARCH_META, ''));
  return { found, noindex: html.includes('<meta name="robots" content="noindex"'), inlined };
}

/** At once: a thread has nothing else to do meanwhile, and many small files take a third of the time. */
function save(file: string, content: string | Uint8Array): void {
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(file, content);
}
