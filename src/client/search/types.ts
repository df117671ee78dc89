/** What the parts of the search page hand to each other. */
import type { Question, Range } from '../../search/query.ts';
import type { PreparedPage } from '../../search/exact-search.ts';
import type { Zone } from '../../search/pagefind-words.ts';
import type { Facet } from './state.ts';
import type { Texts } from '../../search/text-pages.ts';

/** The elements of the search page. */
export interface Parts {
  input: HTMLInputElement;
  selects: Record<Facet, HTMLSelectElement>;
  clear: HTMLElement;
  status: HTMLElement;
  results: HTMLElement;
  alike: HTMLElement;
  elsewhere: HTMLElement;
}

/** A page of the answer, with the places that answer the question. */
export interface Found {
  page: PreparedPage;
  matches: Range[];
  /** Why a page is listed that does not hold the query. */
  reason?: { by: 'number' | 'similar' } | { by: 'alias'; unit: string };
}

export interface Answer {
  asked: Question;
  exact: Found[];
  /** How many exact ones of a large plan are not listed yet. */
  rest: number;
  /** How many of all exact ones are tasks; undefined while that is not known. */
  tasks: number | undefined;
  /** The task whose number the query gives, unless it is an exact answer, and then the first. */
  numbered: Found[];
  /** Pages that do not hold the query: by a unit's other name or, where nothing else is found, by similar text. */
  related: Found[];
  /** How many exact ones there are without the filters. */
  unfiltered: number;
  /** True where the browser cannot look for similar texts. */
  unsupported: boolean;
  /** Units whose names are similar to a query that nothing contains. */
  alike: { url: string; title: string }[];
}

/** How many results each value of each filter would leave. */
export type Counts = Record<Facet, Map<string, number>>;

/** Filter → value. */
export type Filters = Record<string, string>;

/** Knows which pages contain which words. The file of texts and Pagefind give the same answers. */
export interface Index {
  /** How many results are listed at a time. */
  listed: number;
  /** Ids, in the order of the plan, of the pages that contain each word in a zone and pass the filters. */
  ids(words: string[], filters?: Filters, zone?: Zone): Promise<string[]>;
  /** Ids of the pages that are called so, or have something on them that is. */
  named(whole: string): Promise<string[]>;
  page(id: string): Promise<PreparedPage>;
  /** The notes on a page. */
  notes(id: string): Promise<PreparedPage[]>;
}

/** The index of a large plan, and for every plan the one that ranks and counts. */
export interface PagefindIndex extends Index {
  /** False in browsers that cannot run Pagefind: then every other call rejects. */
  supported: boolean;
  /** Pages with any of the pairs of letters, each with the sum of its scores and the number of pairs. */
  scores(pairs: string[], filters: Filters): Promise<Map<string, { score: number; pairs: number }>>;
  /** Forgets everything after a failure. */
  reset(): void;
}

export interface Library {
  /** The index that answers exactly: the file of texts where it is complete, otherwise Pagefind. */
  exact: Index;
  /** Ranks similar texts, filters and counts. */
  pagefind: PagefindIndex;
  /** True where the file of texts holds everything. */
  complete: boolean;
  /** The pages of the units; of a large plan a download of its own. */
  units: () => Promise<PreparedPage[]>;
  variants: Texts['variants'];
}
