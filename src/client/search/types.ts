/** What the parts of the search page hand to each other. */
import type { Question, Range } from '../../search/query.ts';
import type { PreparedPage } from '../../search/exact-search.ts';
import type { Area } from '../../search/areas.ts';
import type { NamedUnit, UnitNames } from '../../search/named-units.ts';
import type { UnitQuestion } from '../../search/question/unit-question.ts';
import type { Zone } from '../../search/pagefind-words.ts';
import type { Facet } from './state.ts';

/** The elements of the search page. */
export interface Parts {
  input: HTMLInputElement;
  selects: Record<Facet, HTMLSelectElement>;
  clear: HTMLElement;
  /** Says how many filters are set. */
  set: HTMLElement;
  status: HTMLElement;
  results: HTMLElement;
  elsewhere: HTMLElement;
}

/** A page of the answer, with the places that answer the question. */
export interface Found {
  page: PreparedPage;
  matches: Range[];
  /** Why a page is listed that does not hold the query. */
  reason?: { by: 'number' | 'similar' | 'due' } | { by: 'units'; units: { name: string; role: string }[] };
}

/** Results under one heading. */
export interface Group {
  match: 'exact' | 'related';
  /** `unit-tasks`: the tasks of the units that the query names. */
  part?: 'unit-tasks';
  heading?: string;
  found: Found[];
}

/** Something else to search for, or to open. */
export type Suggestion =
  | { by: 'synonym'; word: string; words: string[] }
  | { by: 'spelling'; words: string[] }
  | { by: 'place'; links: Link[] }
  /** A unit of another place or level has a name like this one of the plan. */
  | { by: 'elsewhere'; links: Link[] }
  /** No deadline of the plan is then; these are the nearest. */
  | { by: 'due'; text: string; links: Link[] };

export interface Link {
  href: string;
  text: string;
}

export interface Answer {
  asked: Question;
  /** What was searched for in place of the query, which stands nowhere. */
  instead?: string;
  /** The units that the query names. */
  units: NamedUnit[];
  /** What the query asks of them or of deadlines, where it is more than a name. */
  ofUnits?: UnitQuestion | undefined;
  groups: Group[];
  suggestions: Suggestion[];
  /** How many results are counted: all in exact groups, the tasks of units, and what is written in another form. */
  count: number;
  /** True if all of them contain the query as it is typed. */
  exactly: boolean;
  /** How many of them are tasks; undefined while that is not known. */
  tasks: number | undefined;
  /** How many tasks besides are due when the query asks. */
  due: number;
  /** How many of them are not listed yet. */
  rest: number;
  /** How many there are without the filters. */
  unfiltered: number;
  /** True where the browser cannot look for similar texts. */
  unsupported: boolean;
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
  variants: string;
  units: UnitNames[];
  /** The area of the plan. */
  area: Area;
  /** The normalised texts of a plan whose file of texts is complete. */
  texts(): string[];
  /** What only some queries need; a download of its own. */
  file<T>(name: 'jump' | 'syllables' | 'synonyms'): Promise<T>;
}

/** What a question finds, before any filter. */
export interface Matches {
  asked: Question;
  units: NamedUnit[];
  ofUnits: UnitQuestion | undefined;
  /** Ids, each list in the order of the plan, no id twice. */
  unitTasks: string[];
  exact: string[];
  folded: string[];
  /** Of a query that asks for a time alone: tasks that are due then and do not contain it. */
  due: string[];
  /** Id of the task whose number the query gives, unless that task is among the others. */
  numbered: string | undefined;
}
