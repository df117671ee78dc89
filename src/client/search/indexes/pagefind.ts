/** The Pagefind index in the reader's browser. It answers whatever the file of texts does not. */
import { holds, preparePage } from '../../../search/exact-search.ts';
import { nameQuery, phraseQuery, type Zone } from '../../../search/pagefind-words.ts';
import type { Entry } from '../../../search/text-pages.ts';
import { memoizeAsync } from '../../memoize-async.ts';
import { nextTask } from '../../next-task.ts';
import { trustScript } from '../../trusted-types.ts';
import type { Filters, PagefindIndex } from '../types.ts';

interface Hit {
  id: string;
  score: number;
  data(): Promise<{ raw_url: string }>;
}

interface Pagefind {
  search(query: string | null, options: { filters: Filters }): Promise<{ results: Hit[] }>;
  destroy(): Promise<void>;
}

/** The pairs of a long word lie in many pieces of the index: its ends are asked for, and the few pages they leave are read. */
const END = 3;
/** So many results are listed at a time, and so many pages are read to answer. */
const FEW = 10;

/** A module with a table of references: what Pagefind's WebAssembly needs, and browsers before Chromium 96 or Safari 15 lack. */
const WITH_REFERENCES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 1]);

/** Thrown where the browser cannot run Pagefind. */
export class Unsupported extends Error {}

/** Opens the index whose script has this address; nothing is downloaded before the first query. */
export function openPagefind(script: string): PagefindIndex {
  // Pagefind starts its worker by the plain address.
  trustScript('default', script.replace(/[^/]*$/, 'pagefind-worker.js'));
  const supported = typeof WebAssembly === 'object' && WebAssembly.validate(WITH_REFERENCES);
  let attempt = 0;
  let pagefind: Promise<Pagefind> | undefined;
  const answers = memoizeAsync();
  const entries = memoizeAsync();
  // Pagefind's worker forgets a hit once nobody holds the hit itself any more.
  const hits = new Map<string, Hit>();

  async function load(): Promise<Pagefind> {
    if (!supported) throw new Unsupported();
    // A browser remembers a module that failed to load; another address makes it try again.
    const address = attempt === 0 ? script : `${script}?retry=${attempt}`;
    const module = (await import(/* @vite-ignore */ address)) as {
      createInstance(options: object): Pagefind;
    };
    const basePath = script.replace(/[^/]*$/, '');
    return module.createInstance({ basePath, exactDiacritics: true });
  }

  /** Asks Pagefind; hits come in the order of the plan where they have the same score, as those of a phrase do. */
  const ask = (query: string | null, filters: Filters) =>
    answers.get(JSON.stringify([query, filters]), async () => {
      pagefind ??= load();
      const { results } = await (await pagefind).search(query, { filters });
      // Thousands of results have just been unpacked.
      await nextTask();
      for (const hit of results) if (!hits.has(hit.id)) hits.set(hit.id, hit);
      return results.map(({ id, score }) => ({ id, score }));
    });
  const idsOf = async (query: string | null, filters: Filters) =>
    (await ask(query, filters)).map(({ id }) => id);

  const read = (id: string) =>
    entries.get(id, async () => {
      const hit = hits.get(id);
      if (!hit) throw new Error(`The index was never asked for page ${id}.`);
      const { raw_url: text } = await hit.data();
      // Pages that come together are prepared one by one.
      await nextTask();
      const { page, notes } = JSON.parse(text) as Entry;
      return { page: preparePage(page), notes: notes.map(preparePage) };
    });

  async function idsWith(word: string, filters: Filters, zone: Zone): Promise<string[]> {
    if (zone !== 'folded') return idsIn(zone, word, filters);
    const found = await Promise.all([idsIn('text', word, filters), idsIn('folded', word, filters)]);
    return [...new Set(found.flat())];
  }

  async function idsIn(zone: Zone, word: string, filters: Filters): Promise<string[]> {
    const letters = Array.from(word);
    const whole = () => idsOf(phraseQuery(word, zone), filters);
    if (zone !== 'text' || letters.length <= 2 * END) return whole();
    const ends = [letters.slice(0, END), letters.slice(-END)].map((end) => phraseQuery(end.join('')));
    const [first = [], last = []] = await Promise.all(ends.map((end) => idsOf(end, filters)));
    const inLast = new Set(last);
    const candidates = first.filter((id) => inLast.has(id));
    if (candidates.length > FEW) return whole();
    const pages = await Promise.all(candidates.map(async (id) => ({ id, page: (await read(id)).page })));
    return pages.filter(({ page }) => holds(page, [word])).map(({ id }) => id);
  }

  return {
    listed: FEW,
    supported,
    async ids(words, filters = {}, zone = 'text') {
      if (words.length === 0) return idsOf(null, filters);
      const [first = [], ...others] = await Promise.all(words.map((word) => idsWith(word, filters, zone)));
      const sets = others.map((ids) => new Set(ids));
      return first.filter((id) => sets.every((set) => set.has(id)));
    },
    named: (whole) => idsOf(nameQuery(whole), {}),
    page: async (id) => (await read(id)).page,
    notes: async (id) => (await read(id)).notes,
    async scores(pairs, filters) {
      const scores = new Map<string, { score: number; pairs: number }>();
      for (const found of await Promise.all(pairs.map((pair) => ask(pair, filters)))) {
        for (const { id, score } of found) {
          const before = scores.get(id) ?? { score: 0, pairs: 0 };
          scores.set(id, { score: before.score + score, pairs: before.pairs + 1 });
        }
      }
      return scores;
    },
    reset() {
      pagefind?.then((instance) => instance.destroy()).catch(() => undefined);
      attempt++;
      pagefind = undefined;
      for (const memory of [answers, hits, entries]) memory.clear();
    },
  };
}
