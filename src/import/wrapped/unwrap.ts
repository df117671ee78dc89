/** Lines that were broken at the edge of a page, as text from a PDF has them: joins them, and leaves out page numbers. */
import type { Finding } from '../../plan/model.ts';
import { pageNumbers } from './page-numbers.ts';
import {
  areIndented,
  begins,
  edgeOf,
  isCut,
  isFigure,
  isFull,
  isItem,
  isSentence,
  rowsOf,
  type Row,
} from './rows.ts';

export interface Unwrapped {
  text: string;
  /** What was changed, in words for the editor. */
  changes: Omit<Finding, 'file'>[];
  /** For each line of the text, the line in which it begins in the file. */
  lines: number[];
}

/** The text with the lines joined that end in the middle of a sentence at its right edge; as it is where there are none. */
export function unwrap(text: string): Unwrapped {
  const own = text.split('\n');
  const numbers = pageNumbers(own);
  const rows = rowsOf(own, numbers);
  const edge = edgeOf(rows);
  const indented = areIndented(rows);
  const joined = new Set<number>();
  const unsure: number[] = [];
  let paragraph = NOTHING;
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    const continues = above && edge !== undefined && goesOn(above, row, { edge, indented, paragraph });
    if (continues) joined.add(row.line);
    else if (above && edge !== undefined && (isCut(above, row, edge) || isFigure(row))) unsure.push(row.line);
    paragraph = withWords(continues ? paragraph : NOTHING, row.folded);
  });
  const changes = [
    ...(joined.size > 0 ? [joinedFinding([...joined], edge ?? 0)] : []),
    ...(joined.size > 0 && unsure.length > 0 ? [unsureFinding(unsure)] : []),
    ...(numbers.size > 0 ? [pageFinding([...numbers], own)] : []),
  ];
  return changes.length === 0
    ? { text, changes, lines: own.map((_, index) => index + 1) }
    : { ...withoutBreaks(own, numbers, joined), changes };
}

interface Layout {
  edge: number;
  indented: boolean;
  paragraph: Paragraph;
}

/** The words of a paragraph up to the end of a row: how many brackets are open, and whether they are a sentence. */
interface Paragraph {
  open: number;
  sentence: boolean;
}

const NOTHING: Paragraph = { open: 0, sentence: false };

const withWords = ({ open, sentence }: Paragraph, words: string): Paragraph => ({
  open: open + (words.match(/[(《]/g)?.length ?? 0) - (words.match(/[)》]/g)?.length ?? 0),
  sentence: sentence || isSentence(words),
});

function goesOn(above: Row, row: Row, { edge, indented, paragraph }: Layout): boolean {
  if (!row.follows || isItem(row)) return false;
  // The bracket that is open is closed in the row.
  if (paragraph.open > 0 && /^[^(《]*[)》]/.test(row.folded)) return true;
  if (begins(row)) return false;
  return (
    isFull(above, edge) && ((indented && row.indent < 2) || (isCut(above, row, edge) && paragraph.sentence))
  );
}

function withoutBreaks(own: string[], numbers: ReadonlySet<number>, joined: ReadonlySet<number>) {
  const found: { text: string; line: number }[] = [];
  own.forEach((text, index) => {
    const line = index + 1;
    if (numbers.has(line)) return;
    if (!joined.has(line)) {
      found.push({ text, line });
      return;
    }
    // Blank lines around the number of a page.
    while (found.at(-1)?.text.trim() === '') found.pop();
    const last = found.at(-1);
    if (!last) return;
    const isBetweenLetters = /[a-z]\s*$/i.test(last.text) && /^\s*[a-z]/i.test(text);
    last.text = `${last.text.trimEnd()}${isBetweenLetters ? ' ' : ''}${text.trimStart()}`;
  });
  return { text: found.map((one) => one.text).join('\n'), lines: found.map((one) => one.line) };
}

const joinedFinding = (lines: number[], edge: number) => ({
  line: lines[0],
  problem: `the lines are wrapped at about ${Math.floor(edge / 2)} characters, in the middle of sentences: each of these was joined to the one above it: ${ranges(lines)}`,
  advice: 'compare with the published page; a Word or HTML file of the plan needs no joining',
});

const unsureFinding = (lines: number[]) => ({
  line: lines[0],
  problem: `these lines may go on from the one above them, or begin anew: ${ranges(lines)}`,
  advice: 'they are left as they are; where they go on, join the two in a copy of the file',
});

const pageFinding = (lines: number[], own: string[]) => ({
  line: lines[0],
  problem: `page numbers were left out: ${lines.map((line) => `“${own[line - 1]?.trim() ?? ''}” (line ${line})`).join(', ')}`,
  advice: 'they are no part of the text',
});

/** 3–5, 8. */
function ranges(lines: number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line === run[1] + 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
