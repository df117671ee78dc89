/** The texts of the plan that a text is compared with. */
import { preparePage } from '../../search/exact-search.ts';
import { pairs } from '../../search/pagefind-words.ts';
import { normalize } from '../../search/query.ts';
import type { Texts } from '../../search/text-pages.ts';
import { prepareSource } from '../../verify/source.ts';
import { memoizeAsync } from '../memoize-async.ts';
import { openPagefind } from '../search/indexes/pagefind.ts';
import type { PagefindIndex } from '../search/types.ts';
import type { Compared } from './form.ts';
import { WHOLE_PLAN } from './words.ts';

/** Of a large plan: sentences that are asked for, pairs of letters asked for each, and pages that are read for it. */
const [MOST_SENTENCES, MOST_PAIRS, PAGES] = [60, 24, 3];

/** Finds what a text has to be compared with: the whole plan, or of a large one the pages most like its sentences. */
export function openTexts(address: { texts: string; pagefind: string }): (text: string) => Promise<Compared> {
  const opened = memoizeAsync();
  let pagefind: PagefindIndex | undefined;
  return async (text) => {
    const texts = await opened.get('texts', () => download(address.texts));
    if (texts.complete) return opened.get('whole', () => Promise.resolve(wholePlan(texts)));
    pagefind ??= openPagefind(address.pagefind);
    try {
      return await pagesLike(text, texts, pagefind);
    } catch (error) {
      pagefind.reset();
      throw error;
    }
  };
}

async function download(address: string): Promise<Texts> {
  // What a browser has kept may be older than the page that asks.
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Texts;
}

function wholePlan({ entries, variants }: Texts): Compared {
  const pages = entries.map(({ page }) => preparePage(page));
  const units = pages.filter(({ kind }) => kind === 'unit');
  return {
    source: prepareSource(pages, units, variants),
    compared: WHOLE_PLAN,
  };
}

async function pagesLike(
  text: string,
  { units, variants }: Texts,
  pagefind: PagefindIndex,
): Promise<Compared> {
  const sentences = text
    .split(/[。！？!?\n]/)
    .map(normalize)
    .filter((sentence) => sentence.length > 3);
  const asked = sentences.slice(0, MOST_SENTENCES);
  const found = new Set<string>();
  for (const sentence of asked) {
    const scores = await pagefind.scores([...new Set(pairs(sentence))].slice(0, MOST_PAIRS), {});
    const best = [...scores].sort(([, a], [, b]) => b.pairs - a.pairs || b.score - a.score);
    for (const [id] of best.slice(0, PAGES)) found.add(id);
  }
  const pages = await Promise.all([...found].map((id) => pagefind.page(id)));
  const named = units.map(({ page }) => preparePage(page));
  const rest = sentences.length - asked.length;
  return {
    source: prepareSource(pages, named, variants),
    compared: `方案篇幅大，每句只与最相近的${PAGES}页比对${rest > 0 ? `；文字较长，后面的${rest}句没有找相近的页` : ''}。`,
  };
}
