/** Parses a responsibility clause: who leads, is responsible jointly or alone, or supports, and by when. Nothing is inferred. */
import { foldWidth } from '../text/width.ts';
import { UnreadableClause, type ClauseContext, type NamedPart } from './parts.ts';
import { SegmentReader } from './segments.ts';
import { punctuation } from './unit-names.ts';
import { labelsIn, mentionsResponsibility, rulesIn } from './vocabulary.ts';

const CLOSING: Record<string, string> = { '(': ')', '【': '】', '[': ']', '［': '］' };
/** Punctuation that may follow a clause. */
const TAIL = /[。;,. ]*$/;
/** Longer texts are never taken for a clause. */
const LONGEST_CLAUSE = 2000;

/** Whether a text is a clause: a bracket, or a line that begins with a label, with 牵头, 负责 or 配合 in it. */
export function isClause(text: string): boolean {
  const folded = foldWidth(text);
  if (text.length > LONGEST_CLAUSE) return false;
  if (labelsIn(folded)[0]?.start === 0) return true;
  return mentionsResponsibility(folded) && closingOf(folded) === folded.length - 1;
}

/** Offset of the bracket that closes the one at the beginning; -1 where there is none. */
function closingOf(folded: string): number {
  const [open, close] = [folded.charAt(0), CLOSING[folded.charAt(0)]];
  if (close === undefined) return -1;
  let depth = 0;
  for (let index = 0; index < folded.length; index++) {
    if (folded[index] === open) depth++;
    else if (folded[index] === close && --depth === 0) return index;
  }
  return -1;
}

/** The parts of a clause, or the text at which parsing failed. */
type ClauseReading =
  { parts: NamedPart[]; unreadable?: undefined } | { parts?: undefined; unreadable: string };

/**
 * Splits a clause, with its brackets or its label, into parts whose sources concatenate to it. Units keep their order.
 * It is unreadable where a segment has neither a role nor a time.
 */
export function readClause(clause: string, context: ClauseContext = {}): ClauseReading {
  try {
    return { parts: parse(clause, context) };
  } catch (error) {
    if (error instanceof UnreadableClause) return { unreadable: error.rest };
    throw error;
  }
}

function parse(clause: string, context: ClauseContext): NamedPart[] {
  if (clause === '') return [];
  const folded = foldWidth(clause);
  const head = folded.length - folded.trimStart().length;
  if (head > 0 && head < clause.length)
    return [...punctuation(clause.slice(0, head)), ...parse(clause.slice(head), context)];
  const inBrackets = CLOSING[folded.charAt(0)] !== undefined;
  const end = inBrackets ? closingOf(folded) : folded.search(TAIL);
  const start = inBrackets ? 1 : 0;
  if (clause.length > LONGEST_CLAUSE || end < start || folded.slice(end + start).search(TAIL) !== 0) {
    throw new UnreadableClause(clause.slice(0, 40));
  }
  const parts = [
    ...punctuation(clause.slice(0, start)),
    ...new SegmentReader(context).read(clause.slice(start, end)),
    ...punctuation(clause.slice(end)),
  ];
  const firstLeads = context.firstLeads === true || rulesIn(folded).some(({ kind }) => kind === 'firstLeads');
  return firstLeads ? leadByOrder(parts) : parts;
}

/** Where the text makes the order a rule, the first of several units leads, unless the clause names a lead itself. */
function leadByOrder(parts: NamedPart[]): NamedPart[] {
  const units = parts.filter((part) => part.kind === 'unit');
  const several = units.length > 1 || parts.some(({ kind }) => kind === 'open');
  if (!several || units.some(({ role }) => role === 'lead')) return parts;
  return parts.map((part) => (part === units[0] ? { ...units[0], role: 'lead' } : part));
}
