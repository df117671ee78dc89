/** The lines of a text by their width: whether they are full, and how they end and begin. */
import { fold } from '../../clauses/fold.ts';
import { labelsIn } from '../../clauses/vocabulary.ts';
import { leadingMarker } from '../../text/list-numbers.ts';
import { NUMBER_OF_DOCUMENT } from '../structure/title/title-words.ts';

export interface Row {
  /** From 1. */
  line: number;
  text: string;
  folded: string;
  /** Columns up to its end, and before its first word; a Chinese character has two. */
  width: number;
  indent: number;
  /** Whether at most the number of a page stands between it and the row above, and no blank line. */
  follows: boolean;
}

/** How far from the edge a full line may end: a sign may not begin a line, and a word of letters is not broken. */
const SLACK = 6;
const [NARROWEST, WIDEST] = [30, 130];
/** What begins an item or a paragraph besides numbers that are read as such. */
const BEGINS =
  /^(?:[●■◆▲★▪•·○□◇☆※*]|[IVXivx]{1,5}[.、)]|[0-9]{1,2}\.[0-9]{1,2}(?:[. ]|(?![0-9亿万千百个%米倍吨元年月亩项件人户]|平方|公[里顷]))|附[件表录]|[(（]?注:|[-_=*]{3}|[\p{Script=Han} ]{2,8}:.|索引号|主动公开)/u;
const SENTENCE_ENDS = /[。;:!?！？…)】〕\]] *$/;

const columns = (text: string) =>
  [...text].reduce((sum, character) => sum + (character > '\u2000' ? 2 : 1), 0);

export function rowsOf(lines: string[], numbers: ReadonlySet<number>): Row[] {
  const rows: Row[] = [];
  let [blank, page] = [false, false];
  lines.forEach((text, index) => {
    if (numbers.has(index + 1)) page = true;
    else if (text.trim() === '') blank = true;
    else {
      const indent = columns(/^\s*/.exec(text)?.[0] ?? '');
      const own = { line: index + 1, text, folded: fold(text).trim() };
      rows.push({ ...own, width: columns(text.trimEnd()), indent, follows: page || !blank });
      [blank, page] = [false, false];
    }
  });
  return rows;
}

/** Whether a row ends in the middle of a sentence at the edge, and the next goes on with it. */
export const isCut = (row: Row, next: Row, edge: number) =>
  next.follows && isFull(row, edge) && !SENTENCE_ENDS.test(row.folded) && !begins(next);

export const isFull = ({ width }: Row, edge: number) => Math.abs(width - edge) <= SLACK;

/** Whether a row is nothing but a figure. */
export const isFigure = ({ folded }: Pick<Row, 'folded'>) => /^ *[0-9]{1,4} *$/.test(folded);

export const isItem = ({ folded, text }: Row) =>
  leadingMarker(text) !== undefined || labelsIn(folded)[0]?.start === 0;

export const begins = (row: Row) =>
  isItem(row) || isFigure(row) || BEGINS.test(row.folded) || NUMBER_OF_DOCUMENT.test(row.folded);

/** Whether words are more than a heading or a title. */
export const isSentence = (words: string) => /[,。、;(《]/.test(words.slice(leadingMarker(words)?.end ?? 0));

/** The width of the lines of a text that is wrapped: hardly any is longer, and several end there within a sentence. */
export function edgeOf(rows: Row[]): number | undefined {
  if (rows.some(({ text }) => text.includes('\t'))) return undefined;
  const widths = rows.map(({ width }) => width).sort((a, b) => b - a);
  const edge = widths[Math.floor(rows.length / 40)] ?? 0;
  if (edge < NARROWEST || edge > WIDEST) return undefined;
  const full = rows.filter((row) => isFull(row, edge));
  const cut = rows.filter((row, index) => {
    const next = rows[index + 1];
    return next && isCut(row, next, edge) && isSentence(row.folded);
  });
  const isWrapped = cut.length >= 3 && cut.length * 3 >= full.length && full.length * 6 >= rows.length;
  return isWrapped ? edge : undefined;
}

/** Whether paragraphs begin with an indent: then a row without one goes on with the row above. */
export function areIndented(rows: Row[]): boolean {
  const items = rows.filter(begins);
  const least = rows.reduce((min, { indent }) => Math.min(min, indent), Infinity);
  return items.length > 2 && items.filter(({ indent }) => indent > least + 1).length * 10 >= items.length * 9;
}
