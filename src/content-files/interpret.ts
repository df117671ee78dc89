/** Interprets the content files: every responsibility clause is parsed and every line rendered once, for rules and plan alike. */
import { dayBefore } from '../clauses/dates.ts';
import { isClause, readClause } from '../clauses/read-clause.ts';
import { nameKey } from '../clauses/names.ts';
import { runsOfLine } from '../plan/apply-corrections.ts';
import type { Announced } from '../clauses/vocabulary.ts';
import type { ClausePart, Run, Verbatim } from '../plan/model.ts';
import { shownOf } from '../plan/text-runs.ts';
import { memoize } from '../text/memoize.ts';
import { FILES, type Content, type OutlineFile, type TaskEntry, type TaskFile } from './schema.ts';

/** A responsibility clause with its location in the content and in the seed. */
export interface LocatedClause {
  /** `section 1`, `measure 2` or `task 3 0`; the last clause of a task has the highest index. */
  key: string;
  /** What the clause belongs to, for findings: `task 3`. */
  of: string;
  file: string;
  /** The path of keys to it in that file. */
  at: (string | number)[];
  piece: Verbatim;
  /** The text of the task before it, which may name the year of a month in the clause. */
  before: string;
  /** Of the cell of a table: what the head of its column announces. */
  column?: Announced | undefined;
}

/** A clause with its parts. */
export interface ParsedClause extends LocatedClause {
  parts?: ClausePart[] | undefined;
  /** Words of a segment that could not be read, although others could. */
  unread?: string | undefined;
  /** Words at which parsing failed: it is no clause. */
  unreadable?: string | undefined;
}

/** Content with its clauses parsed, those of the tasks first. */
export interface Interpreted extends Content {
  clauses: ParsedClause[];
}

/** Parses the clauses of the content. */
export function interpret(content: Content): Interpreted {
  const names = new Set(content.units.map(({ name }) => name));
  const ids = new Map(content.units.map(({ id, name }) => [nameKey(name), id]));
  const firstLeads = content.plan.rules?.firstLeads;
  const parse = ({
    piece: { text, line },
    before,
    column,
  }: LocatedClause): Omit<ParsedClause, keyof LocatedClause> => {
    // The clause of a heading may include its full stop.
    if (column === undefined && !isClause(text.trim().replace(/[\s。；;]{1,8}$/, '')))
      return { unreadable: text };
    const {
      parts,
      unread,
      isClause: isSound,
    } = readClause(text, {
      names,
      firstLeads: firstLeads !== undefined && (firstLeads.all === true || firstLeads.line <= line),
      after: dayBefore(before),
      column,
    });
    const withIds = parts.map((part): ClausePart =>
      part.kind === 'unit' ? { ...part, unit: ids.get(part.text) ?? '' } : part,
    );
    return isSound || column !== undefined
      ? { parts: withIds, unread: unread[0] }
      : { unreadable: unread[0] ?? text };
  };
  return { ...content, clauses: locateClauses(content).map((clause) => ({ ...clause, ...parse(clause) })) };
}

/** Locates every clause of tasks, then of sections and measures. */
export function locateClauses({
  tasks,
  outline,
}: {
  tasks: (TaskFile & { file?: string })[];
  outline: OutlineFile;
}): LocatedClause[] {
  const ofHeadings = outline.sections.flatMap(({ number, duty, measures }, index) => {
    const at = ['sections', index];
    return [
      ...headingClause(`section ${number}`, at, duty),
      ...measures.flatMap((measure, position) =>
        headingClause(`measure ${measure.number}`, [...at, 'measures', position], measure.duty),
      ),
    ];
  });
  return [...tasks.flatMap(taskClauses), ...ofHeadings];
}

function headingClause(of: string, at: (string | number)[], piece: Verbatim | undefined): LocatedClause[] {
  return piece ? [{ key: of, of, file: FILES.outline, at: [...at, 'duty', 'text'], piece, before: '' }] : [];
}

function taskClauses(task: TaskFile & { file?: string }): LocatedClause[] {
  const { number, file = '', clauses = [], duty, text } = task;
  let end = 0;
  const inner = clauses.map((words, index) => {
    const start = Math.max(end, text.indexOf(words, end));
    end = start + words.length;
    return { at: ['clauses', index], start, words };
  });
  const last = { at: ['duty'], start: text.length, words: duty };
  const ofText = [...inner, ...(duty === '' ? [] : [last])].map(
    ({ at, start, words }, index): LocatedClause => ({
      ...{ key: clauseKey(task, index), of: `task ${number}`, file, at },
      piece: { ...positionOf(task, start), text: words },
      before: text.slice(0, start),
    }),
  );
  return [...ofText, ...cellClauses(task)];
}

/** The cells of a row that say who or by when. */
function cellClauses(task: TaskFile & { file?: string }): LocatedClause[] {
  const { number, file = '', text, cells = [] } = task;
  const places = cellPlaces(task);
  return cells.flatMap(({ says, text: words, of }, index): LocatedClause[] => {
    if (says === 'other' || words === '') return [];
    const position = of === undefined ? positionOf(task, places[index]?.start ?? 0) : { line: of, at: 0 };
    return [
      {
        ...{ key: cellKey(task, index), of: `task ${number}`, file, at: ['cells', index, 'text'] },
        ...{ piece: { ...position, text: words }, before: text, column: says },
      },
    ];
  });
}

/** Names a cell of a task. */
export const cellKey = ({ number }: Pick<TaskEntry, 'number'>, index: number) =>
  `task ${number} cell ${index}`;

/** Where the own words of each cell stand, as offsets from the beginning of the task's text; undefined where they do not. */
export function cellPlaces({
  marker = '',
  text,
  duty,
  tail = '',
  cells = [],
}: TaskFile): ({ start: number; end: number } | undefined)[] {
  const row = marker + text + duty + tail;
  const rest = marker.length + text.length + duty.length;
  let [before, after] = [0, rest];
  return cells.map(({ text: words, before: isBefore, of }) => {
    const from = isBefore ? before : after;
    // Of a cell that spans rows only 〃 stands here, or nothing.
    const own =
      of === undefined ? words : (/^[\s|｜│┃]*(〃|″|同上)/.exec(row.slice(from, from + 200))?.[1] ?? '');
    const start = row.indexOf(own, from);
    const end = start + own.length;
    if (start < 0 || (isBefore && end > marker.length)) return undefined;
    if (isBefore) before = end;
    else after = end;
    return { start: start - marker.length, end: end - marker.length };
  });
}

/** Names a clause of a task: those inside of its text in order, then the one at its end. */
export const clauseKey = ({ number }: Pick<TaskEntry, 'number'>, index: number) => `task ${number} ${index}`;

/** The position in the seed of an offset in a task's text. */
function positionOf(
  { line, at = 0, marker = '', text, duty, tail = '' }: TaskFile,
  offset: number,
): { line: number; at: number } {
  const before = (marker + text + duty + tail).slice(0, marker.length + offset).split('\n');
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? at : 0);
  return { line: line + before.length - 1, at: column };
}

const cache = memoize((_: Content['corrections']) => new Map<string, { runs: Run[]; shown: string }>());

/** One line of a verbatim piece as shown; each is computed once. */
export function shownLine({ line, text }: Verbatim, { corrections }: Pick<Content, 'corrections'>) {
  const known = cache(corrections);
  const key = `${line} ${text}`;
  let found = known.get(key);
  if (!found) {
    const runs = runsOfLine({ line, text }, corrections);
    known.set(key, (found = { runs, shown: shownOf(runs) }));
  }
  return found;
}

/** The lines of a piece, or of a task's text, as shown. */
export const shownLines = ({ line, text }: Verbatim, content: Pick<Content, 'corrections'>): string[] =>
  text.split('\n').map((one, index) => shownLine({ line: line + index, text: one }, content).shown);
