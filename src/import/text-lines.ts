/** Collects text in lines as a browser shows them: white space is collapsed, and between two Chinese characters removed. */
import { fold } from '../clauses/fold.ts';
import { looksLikeBody } from '../clauses/names.ts';

export class TextLines {
  private readonly lines: string[][] = [[]];
  private readonly isCell: boolean;

  /** In the cell of a table a line break between the names of two bodies is a blank. */
  constructor(isCell = false) {
    this.isCell = isCell;
  }

  /** Adds text; in preformatted text its line breaks are kept. */
  add(text: string, pre: boolean): void {
    if (text === '') return;
    const [first = '', ...more] = pre ? text.split('\n') : [text];
    this.lines.at(-1)?.push(first);
    for (const line of more) this.lines.push([line]);
  }

  /** Ends the line unless it is empty. */
  end(): void {
    if (this.lines.at(-1)?.length !== 0) this.lines.push([]);
  }

  /** Begins a new line. */
  break(): void {
    this.lines.push([]);
  }

  /** Adds a row of a table as a line of its own. */
  row(cells: string[]): void {
    this.end();
    this.add(cells.join('\t'), true);
    this.end();
  }

  /** All lines that are not blank. */
  text(): string {
    return `${this.lines
      .map((parts) => asShown(this.isCell ? withNamesApart(parts.join('')) : parts.join('')))
      .filter(Boolean)
      .join('\n')}\n`;
  }
}

function withNamesApart(text: string): string {
  const pieces = text.split(/(?<! ) *\n\s*/);
  return pieces
    .map((piece, index) => {
      const name = fold(pieces[index + 1] ?? '').split(/[、,;。 ]/)[0] ?? '';
      const before =
        fold(piece)
          .split(/[、,;。 ]/)
          .at(-1) ?? '';
      const areNames = /^[省市州县区旗镇乡各]/.test(name) && looksLikeBody(name) && looksLikeBody(before);
      return index === pieces.length - 1 ? piece : `${piece}${areNames ? ' ' : '\n'}`;
    })
    .join('');
}

function asShown(line: string): string {
  const shown = line
    .replace(/(?<=[\u2e80-\uffef]) *\n\s*(?=[\u2e80-\uffef])/g, '')
    .replace(/[ \n\f\r]+/g, ' ')
    .replace(/ ?\t ?/g, '\t');
  let [start, end] = [0, shown.length];
  while (shown[end - 1] === '\t' || shown[end - 1] === ' ') end--;
  // Empty cells at the beginning of a row are kept, unless the line has no others.
  if (shown[start] === ' ') start++;
  return shown.slice(start, Math.max(start, end));
}
