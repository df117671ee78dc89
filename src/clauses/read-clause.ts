/** Reads a responsibility clause: who leads, who answers jointly, alone or in support, and by when. Nothing is inferred. */
import { punctuationPart as mark } from './unit-names.ts';
import type { ClauseContext, NamedPart } from './parts.ts';
import { UnreadableClause } from './parts.ts';
import { SegmentReader } from './segments.ts';
import { labelsIn, rulesIn, mentionsResponsibility } from './vocabulary.ts';
import { foldWidth } from '../text/width.ts';

export type { ClauseContext, NamedPart } from './parts.ts';
export { UnreadableClause } from './parts.ts';

const CLOSING: Record<string, string> = { '(': ')', '【': '】', '[': ']', '［': '］' };
/** Marks that may follow a clause. */
const TAIL = /[。;,. ]*$/;
/** No clause is longer; what is, is text. */
const LONGEST = 2000;

/** Whether a text is a clause: a bracket, or a line with a label, that says who 牵头, 负责 or 配合. */
export function isClause(text: string): boolean {
  const folded = foldWidth(text);
  if (text.length > LONGEST) return false;
  if (labelsIn(folded)[0]?.start === 0) return true;
  return (
    mentionsResponsibility(folded) &&
    CLOSING[folded.charAt(0)] !== undefined &&
    closingOf(folded) === folded.length - 1
  );
}

/** Offset of the bracket that closes the one at the beginning; -1 where none does. */
function closingOf(folded: string): number {
  const [open, close] = [folded.charAt(0), CLOSING[folded.charAt(0)]];
  let depth = 0;
  for (let index = 0; index < folded.length; index++) {
    if (folded[index] === open) depth++;
    else if (folded[index] === close && --depth === 0) return index;
  }
  return -1;
}

/**
 * Splits a clause, brackets or label included, into parts whose sources join up to it.
 * Units keep the order printed. Throws `UnreadableClause` where a segment has neither role nor time.
 */
export function readClause(clause: string, context: ClauseContext = {}): NamedPart[] {
  if (clause === '') return [];
  const folded = foldWidth(clause);
  const head = folded.length - folded.trimStart().length;
  if (head > 0 && head < clause.length)
    return [mark(clause.slice(0, head)), ...readClause(clause.slice(head), context)];
  const inBrackets = CLOSING[folded.charAt(0)] !== undefined;
  const end = inBrackets ? closingOf(folded) : folded.search(TAIL);
  const start = inBrackets ? 1 : 0;
  if (clause.length > LONGEST || end < start || !/^[。;,. ]*$/.test(folded.slice(end + start))) {
    throw new UnreadableClause(clause.slice(0, 40));
  }
  const reader = new SegmentReader(context);
  const parts = [
    ...(inBrackets ? [mark(clause.slice(0, 1))] : []),
    ...reader.read(clause.slice(start, end)),
    ...(end < clause.length ? [mark(clause.slice(end))] : []),
  ];
  const firstLeads = context.firstLeads === true || rulesIn(folded).some(({ kind }) => kind === 'firstLeads');
  return firstLeads ? leadByOrder(parts) : parts;
}

/** Where the text makes the order a rule, the first of several units leads, unless the clause itself says who does. */
function leadByOrder(parts: NamedPart[]): NamedPart[] {
  const units = parts.filter((part) => part.kind === 'unit');
  const several = units.length > 1 || parts.some(({ kind }) => kind === 'open');
  if (!several || units.some(({ role }) => role === 'lead')) return parts;
  return parts.map((part) => (part === units[0] ? { ...units[0], role: 'lead' } : part));
}
