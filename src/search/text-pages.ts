/** The format of the texts to be searched: one file for the search page and the single-file edition. */
import type { Kind } from './query.ts';

/** What a block is on its page; shown as the reason of a match. */
export type Field =
  'text' | 'duty' | 'title' | 'unit' | 'alias' | 'document' | 'correction' | 'note' | 'progress';

export interface Block {
  text: string;
  /** The last id at or before it, for links. */
  id?: string | undefined;
  /** `text` by default. */
  field?: Field | undefined;
  /** True if it continues the block before, so that a phrase may cross the border. */
  on?: boolean | undefined;
}

/** A page, or an entry of a page: the target of a result. */
export interface TextPage {
  /** Address without the base path; of an entry with its fragment. */
  url: string;
  kind: Kind;
  title: string;
  blocks: Block[];
  filters?: Record<string, string[]> | undefined;
}

/** The file of texts. */
export interface Texts {
  /** False above `TEXT_LIMIT`: then the file has only the units, and the rest is in shards (shards.ts). */
  complete: boolean;
  /** Pairs of characters: a traditional one that no text contains, and the one to search for instead. */
  variants: string;
  /** In the order in which results are listed. */
  pages: TextPage[];
}

/** Most characters in a file of texts: about 100 KB with brotli. */
export const TEXT_LIMIT = 100_000;

/** The file of texts from all pages in order. */
export function textsOf(pages: TextPage[], variants: string): Texts {
  const characters = pages.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0);
  const complete = characters <= TEXT_LIMIT;
  return { complete, variants, pages: complete ? pages : pages.filter(({ kind }) => kind === 'unit') };
}
