/** What the parts of the search page hand to each other. */
import type { Question, Range } from '../../search/query.ts';
import type { ReadPage } from '../../search/exact-search.ts';
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
  page: ReadPage;
  matches: Range[];
  /** Why a page is listed that does not hold the query. */
  reason?: { by: 'number' | 'similar' } | { by: 'alias'; unit: string };
}

export interface Answer {
  asked: Question;
  exact: Found[];
  /** How many exact ones of a large plan are not listed yet. */
  rest: number;
  /** How many of all exact ones are tasks. */
  tasks: number;
  /** The task whose number the query gives, unless it is an exact answer, and then the first. */
  numbered: Found[];
  /** Pages that do not hold the query: by a unit's other name or, where nothing else is found, by similar text. */
  related: Found[];
  /** How many exact ones there are without the filters. */
  unfiltered: number;
}

/** How many results each value of each filter would leave. */
export type Counts = Record<Facet, Map<string, number>>;

/** Knows which pages hold which words. */
export interface Index {
  /** Ids of the pages that hold all the words and have the filters' values, in the order of the plan. */
  ids(words: string[], filters?: Record<string, string>): Promise<string[]>;
  page(id: string): Promise<ReadPage>;
}

/** Knows besides what is called so, and how many pages it gives at a time. */
export interface ExactIndex extends Index {
  most: number;
  named(whole: string): Promise<string[]>;
}

export interface Library {
  /** The index for exact answers. */
  exact: ExactIndex;
  /** The index for similar texts. */
  similar: Index;
  units: ReadPage[];
  variants: Texts['variants'];
}
