/** The format of the texts to be searched: one file for the search page and the single-file edition. */
import type { Kind } from './query.ts';

/** What a block is on its page; shown as the reason of a match. */
export type Field =
  'text' | 'duty' | 'title' | 'unit' | 'alias' | 'today' | 'document' | 'correction' | 'note' | 'progress';

export interface Block {
  text: string;
  /** The last id at or before it, for links. */
  id?: string | undefined;
  /** `text` by default. */
  field?: Field | undefined;
  /** True if it continues the block before, so that a phrase may cross the border. */
  on?: boolean | undefined;
  /** Of a cell of a table: the head of its column, which stands above it in the text. */
  head?: string | undefined;
  /** Of the text of a row: the words in the cells before it, besides its number. */
  before?: string | undefined;
  /** Of a cell with a ditto mark: the words of the cell above. */
  held?: string | undefined;
}

/** A page, or an entry of a page: the target of a result. */
export interface TextPage {
  /** Address without the base path; of an entry with its fragment. */
  url: string;
  kind: Kind;
  title: string;
  blocks: Block[];
  /** The answer in one line: of a task who and by when, of a unit its number of tasks in each role. */
  facts?: string | undefined;
  filters?: Record<string, string[]> | undefined;
}

/** A page with the notes that stand on it: one record of the index. */
export interface Entry {
  /** Id of its record in the Pagefind index. */
  id: string;
  page: TextPage;
  /** What is not the plan's own text: an editor's note, published evidence. */
  notes: TextPage[];
}

/** Groups pages, in order, with the notes that stand on them; only the ids are missing. */
export function entriesOf(pages: TextPage[]): Omit<Entry, 'id'>[] {
  const address = ({ url }: TextPage) => url.replace(/#.*$/, '');
  const notes = Map.groupBy(
    pages.filter(({ kind }) => kind === 'note'),
    address,
  );
  return pages
    .filter(({ kind }) => kind !== 'note')
    .map((page) => ({ page, notes: notes.get(page.url) ?? [] }));
}

/** The file of texts. */
export interface Texts {
  /** False above `TEXT_LIMIT`: then the file has no entries, and Pagefind answers everything. */
  complete: boolean;
  /** Pairs of characters: a traditional one that no text contains, and the one to search for instead. */
  variants: string;
  /** In the order in which results are listed. */
  entries: Entry[];
  /** Where there are no entries: the units with their names, without their texts. */
  units: Omit<Entry, 'id'>[];
}

/** Most characters in a file of texts: about 100 KB with brotli. */
export const TEXT_LIMIT = 100_000;

/** Characters of an entry in the file of texts. */
export const sizeOf = ({ page, notes }: Omit<Entry, 'id'>): number =>
  [page, ...notes].flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0);
