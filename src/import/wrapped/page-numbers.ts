/** Lines that hold nothing but the number of a page. */
import { fold } from '../../clauses/fold.ts';
import { edgeOf, isCut, isFigure, rowsOf } from './rows.ts';

const PAGE_NUMBER =
  /^ *(?:[-–—―─~]{1,3} *[0-9]{1,4} *[-–—―─~]{1,3}|第 *[0-9]{1,4} *页(?:[ ,/]*共 *[0-9]{1,4} *页)?|共 *[0-9]{1,4} *页[ ,/]*第 *[0-9]{1,4} *页|page *[0-9]{1,4}(?: *(?:of|\/) *[0-9]{1,4})?) *$/i;
/** The lines that hold nothing but the number of a page; a bare figure is one where all of them count pages. */
export function pageNumbers(lines: string[]): ReadonlySet<number> {
  const folded = lines.map(fold);
  const marked = folded.flatMap((one, index) => (PAGE_NUMBER.test(one) ? [index + 1] : []));
  const bare = folded.flatMap((one, index) => (isFigure({ folded: one }) ? [index + 1] : []));
  const count = (line: number) => Number(folded[line - 1]);
  const areCounted = bare.every(
    (line, index) => index === 0 || count(line) === count(bare[index - 1] ?? 0) + 1,
  );
  if (bare.length === 0 || !areCounted) return new Set(marked);
  const rows = rowsOf(lines, new Set([...marked, ...bare]));
  const edge = edgeOf(rows);
  const isInSentence = bare.some((line) => {
    const next = rows.findIndex((row) => row.line > line);
    const [above, below] = [rows[next - 1], rows[next]];
    return edge !== undefined && above && below && isCut(above, below, edge);
  });
  return new Set(isInSentence ? [...marked, ...bare].sort((a, b) => a - b) : marked);
}
