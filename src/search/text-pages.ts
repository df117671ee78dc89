/** Everything published, as texts to be searched: one file that the search page and the edition in one file read. */
import type { Kind } from './query.ts';

/** What a piece of text is on its page: the reason why the page is found. */
export type Field =
  'text' | 'duty' | 'title' | 'unit' | 'alias' | 'document' | 'correction' | 'note' | 'progress';

export interface Block {
  text: string;
  /** The last id at or before it: where it can be linked to. */
  id?: string | undefined;
  /** `text` where it is left out. */
  field?: Field | undefined;
  /** True where it goes on from the block before, so that a phrase may reach across. */
  on?: boolean | undefined;
}

/** A page, or an entry of one: what a result leads to. */
export interface TextPage {
  /** Address without the base path; for an entry with its anchor. */
  url: string;
  kind: Kind;
  title: string;
  blocks: Block[];
  filters?: Record<string, string[]> | undefined;
}

/** The file of texts. */
export interface Texts {
  /** False above `TEXT_LIMIT`: then only the units stand here, and the rest on shelves (shelves.ts). */
  complete: boolean;
  /** Pairs of characters: a traditional one that no text writes, and the one to search for in its place. */
  variants: string;
  /** In the order in which results are listed. */
  pages: TextPage[];
}

/** How many characters a file of texts may hold: about 100 KB as it is sent, brotli. */
export const TEXT_LIMIT = 100_000;

/** Makes the file of texts from all pages in order. */
export function textsOf(pages: TextPage[], variants: string): Texts {
  const characters = pages.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0);
  const complete = characters <= TEXT_LIMIT;
  return { complete, variants, pages: complete ? pages : pages.filter(({ kind }) => kind === 'unit') };
}
