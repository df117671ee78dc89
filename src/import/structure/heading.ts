/** Splits the line of a heading into the heading, text after it, and a clause at its end. */
import { endsWithClause, lastClause, slice, type Segment } from './segment.ts';

export const LONGEST_HEADING = 40;
/** A heading without a visible end is cut at its first punctuation only if its line is longer than this. */
const TOO_LONG = 80;

export function splitHeading(segment: Segment): {
  heading: Segment;
  rest?: Segment | undefined;
  duty?: Segment | undefined;
} {
  const { folded, marker, role } = segment;
  const clause = endsWithClause(segment) ? lastClause(segment) : undefined;
  const end = clause?.start ?? folded.length;
  const start = marker?.end ?? 0;
  const length = headingLength(folded.slice(start, end));
  const keep = (from: number, to: number): Segment => ({ ...slice(segment, from, to), role });
  return {
    heading: { ...keep(0, length === undefined ? end : start + length), marker },
    rest: length === undefined ? undefined : slice(segment, start + length, end),
    duty: clause && keep(clause.start, folded.length),
  };
}

/** The length of a heading that is followed by text: up to its full stop, or to the blank after it. */
function headingLength(folded: string): number | undefined {
  const stop = folded.indexOf('。');
  if (stop >= 0 && stop <= LONGEST_HEADING && folded.slice(stop + 1).trim() !== '') return stop + 1;
  const blank = folded.slice(0, LONGEST_HEADING + 16).search(/(?<=\S) +(?=\S{12})/);
  const isShort = blank > 0 && /[。,;]/.test(folded.slice(blank)) && !/[,;。:]/.test(folded.slice(0, blank));
  if (isShort) return blank;
  const punctuation = folded.search(/[,;。]/);
  const isCut = folded.length > TOO_LONG && punctuation > 0 && punctuation < folded.length - 1;
  return isCut ? punctuation + 1 : undefined;
}

/** Whether a heading was cut although nothing showed its end. */
export const isCutBlindly = ({ folded }: Segment) => /[,;]$/.test(folded);
