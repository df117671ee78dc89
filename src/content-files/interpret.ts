/** Interprets the content files: every responsibility clause is parsed and every line rendered once, for rules and plan alike. */
import { lastYear } from '../clauses/dates.ts';
import { isClause, readClause } from '../clauses/read-clause.ts';
import { nameKey } from '../clauses/unit-names.ts';
import { runsOfLine } from '../plan/apply-corrections.ts';
import type { ClausePart, Run, Verbatim } from '../plan/model.ts';
import { shownOf } from '../plan/text-runs.ts';
import { memoize } from '../text/memoize.ts';
import { fold } from '../clauses/fold.ts';
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
  }: LocatedClause): Omit<ParsedClause, keyof LocatedClause> => {
    // The clause of a heading may include its full stop.
    if (!isClause(text.trim().replace(/[\s。；;]{1,8}$/, ''))) return { unreadable: text };
    const {
      parts,
      unread,
      isClause: isSound,
    } = readClause(text, {
      names,
      firstLeads: firstLeads !== undefined && (firstLeads.all === true || firstLeads.line <= line),
      year: lastYear(fold(before)),
    });
    const withIds = parts.map((part): ClausePart =>
      part.kind === 'unit' ? { ...part, unit: ids.get(part.text) ?? '' } : part,
    );
    return isSound ? { parts: withIds, unread: unread[0] } : { unreadable: unread[0] ?? text };
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
  return [...inner, ...(duty === '' ? [] : [last])].map(({ at, start, words }, index): LocatedClause => ({
    ...{ key: clauseKey(task, index), of: `task ${number}`, file, at },
    piece: { ...positionOf(task, start), text: words },
    before: text.slice(0, start),
  }));
}

/** Names a clause of a task: those inside of its text in order, then the one at its end. */
export const clauseKey = ({ number }: Pick<TaskEntry, 'number'>, index: number) => `task ${number} ${index}`;

/** The position in the seed of an offset in a task's text. */
function positionOf(
  { line, at = 0, marker = '', text }: TaskFile,
  offset: number,
): { line: number; at: number } {
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? at + marker.length : 0);
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
