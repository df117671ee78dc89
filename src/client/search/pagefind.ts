import { readPage, type ReadPage } from '../../search/exact-search.ts';
import type { Kind } from '../../search/query.ts';
import { lettersApart, readBlocks } from '../../search/pagefind-text.ts';
import type { Block } from '../../search/text-pages.ts';
import { memoizeAsync } from '../memoize-async.ts';
import { trustScript } from '../trusted-types.ts';
import type { Index } from './types.ts';

interface Fragment {
  raw_url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

interface Hit {
  id: string;
  data(): Promise<Fragment>;
}

interface Pagefind {
  search(
    term: string | null,
    options: { filters: Record<string, string>; sort: Record<string, 'asc'> },
  ): Promise<{ results: Hit[] }>;
  destroy(): Promise<void>;
}

// Longer words are asked for by their beginning; the page itself is compared in full.
const ASKED_LETTERS = 200;

/** Opens the Pagefind index whose script has this address; nothing is downloaded before the first question. */
export function openPagefind(script: string): Index & { reset(): void } {
  // Pagefind starts its worker by the plain address.
  trustScript('default', script.replace(/[^/]*$/, 'pagefind-worker.js'));
  let attempt = 0;
  let pagefind: Promise<Pagefind> | undefined;
  const asked = memoizeAsync();
  // Pagefind forgets a hit in its worker once nobody holds the hit itself any more.
  const hits = new Map<string, Hit>();
  const pages = memoizeAsync();

  async function load(): Promise<Pagefind> {
    // A browser remembers a module that failed to load; another address makes it try again.
    const address = attempt === 0 ? script : `${script}?retry=${attempt}`;
    const module = (await import(/* @vite-ignore */ address)) as {
      createInstance(options: object): Pagefind;
    };
    return module.createInstance({});
  }

  async function search(word: string | null, filters: Record<string, string>): Promise<string[]> {
    pagefind ??= load();
    const { results } = await (await pagefind).search(word, { filters, sort: { order: 'asc' } });
    for (const hit of results) if (!hits.has(hit.id)) hits.set(hit.id, hit);
    return results.map((hit) => hit.id);
  }

  const ask = (word: string | null, filters: Record<string, string>) =>
    asked.get(JSON.stringify([word, filters]), () => search(word, filters));

  async function read(id: string): Promise<ReadPage> {
    const hit = hits.get(id);
    if (!hit) throw new Error(`The index was never asked for page ${id}.`);
    return pageOf(await hit.data());
  }

  return {
    async ids(words, filters = {}) {
      if (words.length === 0) return ask(null, filters);
      const [first = [], ...others] = await Promise.all(words.map((word) => ask(quoted(word), filters)));
      const sets = others.map((ids) => new Set(ids));
      return first.filter((id) => sets.every((set) => set.has(id)));
    },
    page: (id) => pages.get(id, () => read(id)),
    reset() {
      pagefind?.then((instance) => instance.destroy()).catch(() => undefined);
      attempt++;
      pagefind = undefined;
      for (const memory of [asked, hits, pages]) memory.clear();
    },
  };
}

function quoted(word: string): string {
  return `"${lettersApart(Array.from(word).slice(0, ASKED_LETTERS).join(''))}"`;
}

/** Reads a page as src/build/search/pagefind.ts wrote it. */
function pageOf({ raw_url: url, content, meta, filters }: Fragment): ReadPage {
  const parts = JSON.parse(meta.parts ?? '[]') as Pick<Block, 'id' | 'field'>[];
  const blocks = readBlocks(content).map((block, at): Block => ({ ...block, ...parts[at] }));
  return readPage({ url, kind: filters.kind?.[0] as Kind, title: meta.title ?? '', blocks, filters });
}
