/** Finds the clauses in a line, and the brackets that only look like one. */
import { markersIn } from '../../text/list-numbers.ts';
import { fold } from '../../clauses/fold.ts';
import { isClause, readClause } from '../../clauses/read-clause.ts';
import { areBodies, isAuthority, looksLikeBody, SEPARATORS } from '../../clauses/names.ts';
import { closedBrackets, type Bracket } from './brackets.ts';
import { labelsIn, mentionsItWeakly, mentionsResponsibility } from '../../clauses/vocabulary.ts';

/** A span of a line, [start, end), that concerns responsibility and is where a clause may be. */
export interface ClauseSpan {
  start: number;
  end: number;
  /** Words in it that cannot be read; then it is text, not a clause. */
  unread?: string | undefined;
  /** Words of a clause that cannot be read although the others can. */
  partly?: string | undefined;
  /** Whether the unread words are a sentence that names bodies: 由甲局牵头，乙局配合。 */
  sentence?: boolean;
  /** Whether that sentence begins with 由 and names authorities only: at the end of a task it is its clause. */
  isSure?: boolean;
}

/** What was read of a clause. */
export type SpanReading = Pick<ClauseSpan, 'unread' | 'partly' | 'isSure'>;

/** Longer brackets are never taken for a clause. */
const LONGEST_BRACKET = 2000;

/** The clauses of a width-folded line, in order. `seen` caches what was read, since many lines have the same clause. */
export function clauseSpans(folded: string, seen = new Map<string, SpanReading>()): ClauseSpan[] {
  const mentionsIt = mentionsResponsibility(folded) || labelsIn(folded).length > 0;
  const tail = Math.max(0, folded.length - LONGEST_LIST);
  const inTail = BODIES_AT_END.exec(folded.slice(tail))?.index;
  const namesBodies = inTail === undefined ? undefined : tail + inTail;
  if (!mentionsIt && namesBodies === undefined) return [];
  const brackets = closedBrackets(folded);
  const clauses = mentionsIt ? readSpans(folded, brackets, seen) : [];
  if (mentionsIt && clauses.length === 0) {
    const sentence = sentenceAtEnd(folded, seen);
    if (sentence) return [sentence];
  }
  const last = brackets.at(-1);
  if (!last || last.start !== namesBodies || clauses.some(({ end }) => end > last.start)) return clauses;
  const words = folded.slice(last.start + 1, last.end - 1);
  // They may be responsible, though nothing says so; but not 菜市场、停车场.
  const mayBeMeant = areBodies(words) && words.split(SEPARATORS).some(isAuthority);
  return mayBeMeant ? [...clauses, { ...last, unread: words }] : clauses;
}

function readSpans(folded: string, brackets: Bracket[], seen: Map<string, SpanReading>): ClauseSpan[] {
  const inBrackets = brackets.filter(
    ({ start, end }) =>
      end - start <= LONGEST_BRACKET &&
      (mentionsResponsibility(folded.slice(start, end)) || beginsWithLabel(folded.slice(start + 1, end))) &&
      endsSentence(folded, start, end),
  );
  const spans = [...inBrackets, ...labelled(folded, brackets)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const found = spans.flatMap((span) => {
    const clause = folded.slice(span.start, span.end);
    const read = seen.get(clause) ?? readingOf(clause);
    seen.set(clause, read);
    // Words like 参与 occur in brackets that only explain something.
    const isText = read.unread !== undefined && mentionsItWeakly(clause) && labelsIn(clause).length === 0;
    return isText ? [] : [{ ...span, ...read }];
  });
  // A bracket within a clause that is read belongs to it: 责任单位：甲局、乙局（共同负责）.
  let read = 0;
  return found.filter(({ end, unread, partly }) => {
    if (end <= read) return false;
    if (unread === undefined && partly === undefined) read = end;
    return true;
  });
}

/** Whether the words in a bracket begin with a label of units or of who answers for them: 责任科室：, 责任人：. */
function beginsWithLabel(words: string): boolean {
  const label = labelsIn(words)[0];
  return label?.start === 0 && label.announced !== 'time' && /^.?(?:责任|牵头|包)/.test(words);
}

const LONGEST_SENTENCE = 120;

/** The last sentence of a line where in brackets it would be a clause: 公布清单。由甲局牵头，乙局配合。 It is no clause, but names who is responsible. */
function sentenceAtEnd(folded: string, seen: Map<string, SpanReading>): ClauseSpan | undefined {
  const end = folded.trimEnd().length - 1;
  if (folded[end] !== '。') return undefined;
  const before = Math.max(
    ...['。', ';', '!', '?', '！', '？'].map((sign) => folded.lastIndexOf(sign, end - 1)),
  );
  const marker = markersIn(folded.slice(before + 1, end)).find(({ start: at }) => at === 0);
  const start = before + 1 + (marker?.end ?? 0);
  const words = folded.slice(start, end);
  // The beginning of a line may be the middle of a name.
  if (before < 0 && !marker && !/^ *由/.test(words)) return undefined;
  if (words.length > LONGEST_SENTENCE || /[要应须需()【】]/.test(words)) return undefined;
  const read = seen.get(words) ?? sentenceReading(words);
  seen.set(words, read);
  return read.unread === undefined ? undefined : { start, end, ...read, sentence: true };
}

function sentenceReading(words: string): SpanReading {
  const { parts, unread } = readClause(`(${words})`);
  const names = parts.flatMap(({ kind, text }) => (kind === 'unit' ? [fold(text)] : []));
  const hasRole = parts.some(({ kind }) => kind === 'role');
  if (unread.length > 0 || names.length === 0 || !hasRole || !names.every(looksLikeBody)) return {};
  return { unread: words, isSure: words.startsWith('由') && names.every(isAuthority) };
}

const LONGEST_LIST = 300;
/** A bracket at the end of a line with several names and without any word of responsibility: （甲局、乙局）. */
const BODIES_AT_END = /[(【[][^()【】[\]]*[、,;/ ][^()【】[\]]*(?:\([^()]*\)[^()【】[\]]*)*[)】\]][。;,. ]*$/;

/** A clause follows a full stop or precedes one; inside of a sentence a bracket only explains a word. */
function endsSentence(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 8), start).trimEnd();
  const after = folded.slice(end, end + 8).trimStart();
  return /[。;!?！？”』」)】\]〕]$/.test(before) || after === '' || /^[。;]/.test(after);
}

/** Clauses that begin with a label: 责任单位：… up to the full stop or the end of the line. */
function labelled(folded: string, brackets: Bracket[]): ClauseSpan[] {
  const spans: ClauseSpan[] = [];
  let next = 0;
  for (const { start } of labelsIn(folded)) {
    while ((brackets[next]?.end ?? Infinity) <= start) next++;
    if ((brackets[next]?.start ?? Infinity) < start || start < (spans.at(-1)?.end ?? 0)) continue;
    const before = folded.slice(Math.max(0, start - 12), start);
    if (!/(?:^|[。;!?！？)】〕 ])$/.test(before)) continue;
    const stop = folded.indexOf('。', start);
    let end = stop < 0 ? folded.length : stop;
    while (/[ ;,]/.test(folded.charAt(end - 1))) end--;
    spans.push({ start, end });
  }
  return spans;
}

function readingOf(clause: string): SpanReading {
  if (!isClause(clause)) return { unread: clause.slice(0, 40) };
  const { parts, unread, isClause: isSound } = readClause(clause);
  const units = parts.filter(({ kind }) => kind === 'unit');
  // Others take part as well: （家庭、学校参与）.
  const isWeak = mentionsItWeakly(clause) && labelsIn(clause).length === 0;
  if (isWeak && !units.some(({ text }) => isAuthority(fold(text)))) return { unread: clause.slice(0, 40) };
  return isSound ? { partly: unread[0] } : { unread: unread[0] ?? clause.slice(0, 40) };
}

/** Whether the bracket of a clause is not closed in the line. */
export const hasBrokenClause = (folded: string) =>
  /\([^()]{0,400}(?:牵头|负责|配合)[^()]{0,400}$/.test(folded.slice(-800));

/** The offset of a bracket that does not pair; 1) and the like are numbers, not brackets. */
export function unpairedBracket(folded: string): number | undefined {
  const open: number[] = [];
  for (const { 0: sign, index } of folded.matchAll(/[()]/g)) {
    if (sign === '(') open.push(index);
    else if (
      open.pop() === undefined &&
      !/(?:^|[^0-9])[0-9]{1,2}$/.test(folded.slice(Math.max(0, index - 3), index))
    )
      return index;
  }
  return open[0];
}
