/** Where a heading ends, when text or a clause goes on in its line. */
import type { Segment } from './lines.ts';
import { slice } from './lines.ts';

const LONGEST = 40;
/** A heading that nothing ends is cut at the first mark after so many characters. */
const MUCH_TOO_LONG = 80;

/** Parts a heading's line into the heading, what is said after it, and the clause at its end. */
export function splitHeading(segment: Segment): { heading: Segment; rest?: Segment; duty?: Segment } {
  const { folded, clauses, marker } = segment;
  const last = clauses.findLast(({ unread }) => unread === undefined);
  const ends = last !== undefined && /^[\s。;]*$/.test(folded.slice(last.end));
  const end = ends ? last.start : folded.length;
  const start = marker?.end ?? 0;
  const stop = borderOf(folded.slice(start, end));
  const keep = (from: number, to: number): Segment => ({ ...slice(segment, from, to), role: segment.role });
  const heading = { ...keep(0, stop === undefined ? end : start + stop), marker };
  const rest = stop === undefined ? undefined : keep(start + stop, end);
  return {
    heading,
    ...(rest && { rest: { ...rest, role: undefined } }),
    ...(ends && { duty: keep(last.start, folded.length) }),
  };
}

/** The end of the first short sentence, or the blank after it, where more follows. */
function borderOf(folded: string): number | undefined {
  const stop = folded.indexOf('。');
  if (stop >= 0 && stop <= LONGEST && folded.slice(stop + 1).trim() !== '') return stop + 1;
  const blank = folded.slice(0, LONGEST + 16).search(/(?<=\S) +(?=\S{12})/);
  const isShort = blank > 0 && /[。,;]/.test(folded.slice(blank)) && !/[,;。:]/.test(folded.slice(0, blank));
  if (isShort) return blank;
  const mark = folded.search(/[,;。]/);
  return folded.length > MUCH_TOO_LONG && mark > 0 && mark < folded.length - 1 ? mark + 1 : undefined;
}

/** Whether a heading was cut where nothing told its end. */
export const isCutBlindly = ({ folded }: Segment) => /[,;]$/.test(folded);
