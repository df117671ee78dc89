import { BREAK, findMatches, lettersOf, unspaced, type Letters, type Range } from '../../plan/query.ts';

/** A page as the index holds it, its text without the blanks put in for the index. */
export interface IndexedPage {
  url: string;
  kind: string;
  title: string;
  text: string;
  /** Parts of the text that no phrase crosses. */
  blocks: { start: number; letters: Letters }[];
  /** Places with an id, in order. */
  anchors: { id: string; start: number }[];
}

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { id: string; location: number }[];
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

/** The search index: what it holds of each page, and which pages hold a phrase. */
export interface Index {
  /** Starts the download. */
  open(): Promise<unknown>;
  /** Ids of the pages that hold a term (all for null) and have the filters' values, in the order of the plan. */
  ids(term: string | null, filters?: Record<string, string>): Promise<string[]>;
  page(id: string): Promise<IndexedPage>;
  /** Forgets everything after a failure, so that the next question downloads anew. */
  reset(): void;
}

/** Opens the Pagefind index whose script has this address; nothing is downloaded before the first question. */
export function openIndex(script: string): Index {
  let attempt = 0;
  let pagefind: Promise<Pagefind> | undefined;
  const asked = new Map<string, Promise<string[]>>();
  // Pagefind forgets a hit in its worker once nobody holds the hit itself any more.
  const hits = new Map<string, Hit>();
  const pages = new Map<string, Promise<IndexedPage>>();

  async function load(): Promise<Pagefind> {
    // A browser remembers a module that failed to load; another address makes it try again.
    const address = attempt === 0 ? script : `${script}?retry=${attempt}`;
    const module = (await import(/* @vite-ignore */ address)) as {
      createInstance(options: object): Pagefind;
    };
    return module.createInstance({});
  }

  function open(): Promise<Pagefind> {
    pagefind ??= load().catch((error: unknown) => {
      forget();
      throw error;
    });
    return pagefind;
  }

  function forget(): void {
    attempt++;
    pagefind = undefined;
    for (const memory of [asked, hits, pages]) memory.clear();
  }

  async function ask(term: string | null, filters: Record<string, string>): Promise<string[]> {
    const { results } = await (await open()).search(term, { filters, sort: { order: 'asc' } });
    for (const hit of results) if (!hits.has(hit.id)) hits.set(hit.id, hit);
    return results.map((hit) => hit.id);
  }

  async function read(id: string): Promise<IndexedPage> {
    const hit = hits.get(id);
    if (!hit) throw new Error(`The index was never asked for page ${id}.`);
    return readPage(await hit.data());
  }

  return {
    open,
    ids: (term, filters = {}) => remembered(asked, JSON.stringify([term, filters]), () => ask(term, filters)),
    page: (id) => remembered(pages, id, () => read(id)),
    reset() {
      pagefind?.then((instance) => instance.destroy()).catch(() => undefined);
      forget();
    },
  };
}

/** Asks once for each key; a failure is not remembered. */
function remembered<T>(memory: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const answer = ask();
  memory.set(key, answer);
  answer.catch(() => memory.delete(key));
  return answer;
}

function readPage(fragment: Fragment): IndexedPage {
  const { text, starts } = unspaced(fragment.content);
  const blocks: IndexedPage['blocks'] = [];
  let start = 0;
  for (const block of text.split(BREAK)) {
    blocks.push({ start, letters: lettersOf(block) });
    start += block.length + BREAK.length;
  }
  const anchors = fragment.anchors
    .map(({ id, location }) => ({ id, start: starts[location] ?? text.length }))
    .sort((a, b) => a.start - b.start);
  const kind = fragment.filters.kind?.[0] ?? '';
  return { url: fragment.url, kind, title: fragment.meta.title ?? '', text, blocks, anchors };
}

/** Finds where a phrase stands on a page. */
export function matchesOn(page: IndexedPage, phrase: string): Range[] {
  return page.blocks.flatMap(({ start, letters }) =>
    findMatches(letters, phrase).map(([from, to]): Range => [start + from, start + to]),
  );
}
