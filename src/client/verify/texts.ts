/** The texts of the plan that a text is compared with. */
import { pairs } from '../../search/pagefind-words.ts';
import { normalize } from '../../search/query.ts';
import { prepareSource, type Source } from '../../verify/source.ts';
import type { openLibrary } from '../search/library.ts';
import type { Library } from '../search/types.ts';

/** Of a large plan: sentences that are asked for, pairs of letters asked for each, and pages that are read for it. */
const [MOST_SENTENCES, MOST_PAIRS, PAGES] = [60, 24, 3];

export interface Texts {
  source: Source;
  /** What is compared, in words. */
  compared: string;
}

/** Finds what a text has to be compared with: the whole plan, or of a large one the pages most like its sentences. */
export function openTexts(library: ReturnType<typeof openLibrary>): (text: string) => Promise<Texts> {
  let whole: Texts | undefined;
  return async (text) => {
    if (whole) return whole;
    const opened = await library.open();
    if (!opened.complete) return textsLike(text, opened);
    const pages = await Promise.all((await opened.exact.ids([])).map((id) => opened.exact.page(id)));
    const source = prepareSource(pages, await opened.units(), opened.variants);
    return (whole = { source, compared: '已与方案全文比对，包括任务、责任条款、板块和任务以外的正文。' });
  };
}

async function textsLike(text: string, { pagefind, units, variants }: Library): Promise<Texts> {
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
  const rest = sentences.length - asked.length;
  return {
    source: prepareSource(pages, await units(), variants),
    compared: `方案篇幅大，每句只与最相近的${PAGES}页比对${rest > 0 ? `；文字较长，后面的${rest}句没有找相近的页` : ''}。`,
  };
}
