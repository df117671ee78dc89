/** Parses a responsibility clause: who leads, is responsible jointly or alone, or supports, and by when. Nothing is inferred. */
import { fold } from './fold.ts';
import type { ClauseContext, NamedPart } from './parts.ts';
import { toShown } from '../text/punctuation.ts';
import { SegmentReader } from './segments.ts';
import { looksLikeBody } from './names.ts';
import { punctuation } from './unit-names.ts';
import { labelsIn, mentionsItWeakly, mentionsResponsibility, rulesIn } from './vocabulary.ts';

const CLOSING: Record<string, string> = {
  '(': ')',
  '【': '】',
  '[': ']',
  '［': '］',
  '〔': '〕',
  '〖': '〗',
};
/** Punctuation that may follow a clause. */
const TAIL = /[。;,. ]*$/;
/** Longer texts are never taken for a clause. */
const LONGEST_CLAUSE = 2000;

/** Whether a text is a clause: a bracket, a line that begins with a label, or half a sentence with 由, with 牵头, 负责 or 配合 in it. */
export function isClause(text: string): boolean {
  const folded = fold(text);
  if (text.length > LONGEST_CLAUSE) return false;
  const [label] = labelsIn(folded);
  if (label?.start === 0 || (/^由[^。]+$/.test(folded) && mentionsResponsibility(folded))) return true;
  return (label !== undefined || mentionsResponsibility(folded)) && closingOf(folded) === folded.length - 1;
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

/** The parts of a clause, whose sources concatenate to it, and the segments of it that could not be read. */
export interface ClauseReading {
  parts: NamedPart[];
  unread: string[];
  /** Whether anything in it says who or by when, so that it is a clause at all. */
  isClause: boolean;
}

/**
 * Splits a clause, with its brackets or its label, into parts. Units keep their order. A segment that has neither a role nor
 * a time is unread; the others are read all the same.
 */
export function readClause(clause: string, context: ClauseContext = {}): ClauseReading {
  const parts = parse(clause, context) ?? [{ kind: 'unread', source: clause, text: toShown(clause) }];
  const unread = parts.flatMap((part) => (part.kind === 'unread' ? [part.source.trim().slice(0, 40)] : []));
  return { parts, unread, isClause: isSound(parts, clause) };
}

function isSound(parts: NamedPart[], clause: string): boolean {
  if (parts.some(({ kind }) => kind === 'same')) return true;
  const units = parts.filter(({ kind }) => kind === 'unit');
  const folded = fold(clause);
  if (labelsIn(folded).length > 0) return units.length > 0 || parts.every(({ kind }) => kind !== 'unread');
  if (units.length === 0) return false;
  return !mentionsItWeakly(folded) || units.every(({ text }) => looksLikeBody(fold(text)));
}

function parse(clause: string, context: ClauseContext): NamedPart[] | undefined {
  if (clause === '') return [];
  const folded = fold(clause);
  const head = folded.length - folded.trimStart().length;
  if (head > 0 && head < clause.length) {
    const rest = parse(clause.slice(head), context);
    return rest && [...punctuation(clause.slice(0, head)), ...rest];
  }
  const closing = context.column === undefined || closingOf(folded) > 0;
  const inBrackets = closing && CLOSING[folded.charAt(0)] !== undefined && labelsIn(folded)[0]?.start !== 0;
  const end = inBrackets ? closingOf(folded) : folded.search(TAIL);
  const start = inBrackets ? 1 : 0;
  if (clause.length > LONGEST_CLAUSE || end < start || folded.slice(end + start).search(TAIL) !== 0)
    return undefined;
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
  const mayName = parts.some(({ kind, source }) => kind === 'unread' && fold(source).includes('牵头'));
  if (!several || mayName || units.some(({ role }) => role === 'lead')) return parts;
  return parts.map((part) => (part === units[0] ? { ...units[0], role: 'lead' } : part));
}
