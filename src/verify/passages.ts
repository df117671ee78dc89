/** The texts of a plan's pages as passages: what a quotation can run through without a gap. */
import type { PreparedPage } from '../search/exact-search.ts';
import { lettersOf, type Kind, type Range } from '../search/query.ts';
import { startsOf } from '../text/lists.ts';

/** A text with the ranges of its letters. */
export interface Lettered {
  text: string;
  ranges: Range[];
  /** The letters behind which a cell of a table begins or ends: what stands there is no punctuation of the text. */
  borders?: ReadonlySet<number>;
}

/** The text whose letters are compared. */
export interface Quoted extends Lettered {
  letters: string;
}

/** A text without gaps on one page, as shown: all that a quotation can run through. */
export interface Passage extends Lettered {
  url: string;
  kind: Kind;
  title: string;
  /** Its letters, normalised. */
  chars: string;
  /** Offset of its first letter in `Source.letters`. */
  start: number;
  /** The ids on the page, with the offsets in the text from which they hold; and what is a heading or a responsibility clause. */
  anchors: { start: number; id: string | undefined; heading: boolean; clause: boolean }[];
}

type Block = PreparedPage['parts'][number] & { text: string };

/** What stands between the letters of two passages. */
export const BREAK = '\n';
/** Pages with the plan's own words. */
const KINDS: Kind[] = ['task', 'section', 'chapter'];

/** The passages of all pages; rows of tables stand there twice: as in the table, and with the heads of their columns. */
export function passagesOf(pages: readonly PreparedPage[]): Passage[] {
  const runs = pages
    .filter(({ kind }) => KINDS.includes(kind))
    .flatMap((page) => blocksOfRuns(page).map((blocks) => ({ page, blocks })));
  const rows = runs.filter(({ blocks }) => blocks.some(({ head }) => head !== undefined));
  const all = [...runs, ...rows.map(({ page, blocks }) => ({ page, blocks: withHeads(blocks) }))];
  let start = 0;
  return all.map(({ page, blocks }) => {
    const passage = passageOf(page, blocks, start);
    start += passage.chars.length + BREAK.length;
    return passage;
  });
}

/** The blocks of each run of a page. */
function blocksOfRuns({ kind, parts, runs }: PreparedPage): Block[][] {
  return runs.flatMap(({ start, text }) => {
    const own = parts.filter((part) => part.start >= start && part.start < start + text.length);
    // The title of a task repeats words of its text.
    if (kind === 'task' && own[0]?.field === 'title') return [];
    const ends = [...own.slice(1).map((part) => part.start - start), text.length];
    const blocks = own.map((part, at) => ({ ...part, text: text.slice(part.start - start, ends[at]) }));
    return [
      blocks.flatMap(({ before = '', ...block }) =>
        before === '' ? [block] : [{ ...block, text: before, head: '' }, block],
      ),
    ];
  });
}

/** A row as pages list it: 牵头单位：某局. */
const withHeads = (blocks: Block[]): Block[] =>
  blocks.flatMap((block) => {
    const { head = '', held } = block;
    return head === ''
      ? [block]
      : [
          { ...block, text: `${head}：` },
          { ...block, text: held ?? block.text },
        ];
  });

function passageOf({ url, kind, title }: PreparedPage, blocks: Block[], start: number): Passage {
  const text = blocks.map((block) => block.text).join('');
  const starts = startsOf(blocks.map((block) => block.text.length));
  const { chars, ranges } = lettersOf(text);
  const letterBefore = (offset: number) => ranges.filter(([from]) => from < offset).length - 1;
  const cells = blocks.flatMap(({ head }, at) => (head === undefined ? [] : [starts[at] ?? 0]));
  return {
    ...{ url, kind, title, text, chars, ranges, start },
    borders: new Set(cells.map(letterBefore)),
    anchors: blocks.map(({ id, field }, at) => ({
      ...{ start: starts[at] ?? 0, id },
      ...{ heading: field === 'title', clause: field === 'duty' },
    })),
  };
}
