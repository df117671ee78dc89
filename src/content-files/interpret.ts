/** What the content files mean: every responsibility clause read, once for the rules and the plan alike. */
import { isClause, readClause, UnreadableClause } from '../clauses/read-clause.ts';
import { nameKey } from '../clauses/unit-names.ts';
import type { ClausePart, Run, Verbatim } from '../plan/model.ts';
import { runsOfLine, shownOf } from '../plan/runs.ts';
import { memoize } from '../text/memoize.ts';
import { foldWidth } from '../text/width.ts';
import type { Content, OutlineFile, TaskEntry, TaskFile } from './schema.ts';
import { FILES } from './schema.ts';

/** A responsibility clause where it stands in the content and in the seed. */
export interface LocatedClause {
  /** `section 1`, `measure 2` or `task 3 0`; the last clause of a task has the highest index. */
  key: string;
  /** What the clause belongs to, for findings. */
  of: string;
  file: string;
  /** Keys that lead to it in that file. */
  at: (string | number)[];
  piece: Verbatim;
  /** What the task's text says before it: a month in the clause may belong to a year there. */
  before: string;
}

/** A clause as read. */
export interface ParsedClause extends LocatedClause {
  parts?: ClausePart[] | undefined;
  /** Where reading stopped, of a clause without parts. */
  unreadable?: string | undefined;
}

/** Content with its clauses read, those of the tasks first. */
export interface Interpreted extends Content {
  clauses: ParsedClause[];
}

/** Reads the clauses of the content. */
export function interpret(content: Content): Interpreted {
  const names = new Set(content.units.map(({ name }) => name));
  const ids = new Map(content.units.map(({ id, name }) => [nameKey(name), id]));
  const firstLeads = content.plan.rules?.firstLeads;
  const read = ({ piece: { text, line }, before }: LocatedClause) => {
    // A heading's clause may have its full stop with it.
    if (!isClause(text.trim().replace(/[\s。；;]{1,8}$/, ''))) return { unreadable: text };
    try {
      const parts = readClause(text, {
        names,
        firstLeads: firstLeads !== undefined && firstLeads.line <= line,
        year: [...foldWidth(before).matchAll(/(?<!\d)(\d{4})年/g)].at(-1)?.[1],
      });
      const withIds = parts.map((part): ClausePart =>
        part.kind === 'unit' ? { ...part, unit: ids.get(part.text) ?? '' } : part,
      );
      return { parts: withIds };
    } catch (error) {
      if (error instanceof UnreadableClause) return { unreadable: error.rest };
      throw error;
    }
  };
  return { ...content, clauses: locateClauses(content).map((clause) => ({ ...clause, ...read(clause) })) };
}

/** Finds every clause of tasks, then of sections and measures; what has none is left out. */
export function locateClauses({
  tasks,
  outline,
}: {
  tasks: (TaskFile & { file?: string })[];
  outline: OutlineFile;
}): LocatedClause[] {
  const ofTasks = tasks.flatMap((task) => {
    const { number, file = '', clauses = [], duty, text } = task;
    let end = 0;
    const inner = clauses.map((clause, index) => {
      const start = Math.max(end, text.indexOf(clause, end));
      end = start + clause.length;
      return { at: ['clauses', index], start, words: clause };
    });
    const last = { at: ['duty'], start: text.length, words: duty };
    return [...inner, ...(duty === '' ? [] : [last])].map(({ at, start, words }, index): LocatedClause => ({
      ...{ key: clauseKey(task, index), of: `task ${number}`, file, at },
      piece: { ...placeIn(task, start), text: words },
      before: text.slice(0, start),
    }));
  });
  const ofHeading = (of: string, at: (string | number)[], piece: Verbatim | undefined): LocatedClause[] =>
    piece ? [{ key: of, of, file: FILES.outline, at: [...at, 'duty', 'text'], piece, before: '' }] : [];
  const ofHeadings = outline.sections.flatMap(({ number, duty, measures }, index) => {
    const at = ['sections', index];
    return [
      ...ofHeading(`section ${number}`, at, duty),
      ...measures.flatMap((measure, position) =>
        ofHeading(`measure ${measure.number}`, [...at, 'measures', position], measure.duty),
      ),
    ];
  });
  return [...ofTasks, ...ofHeadings];
}

/** Names a clause of a task: those inside its text in order, then the one at its end. */
export const clauseKey = ({ number }: Pick<TaskEntry, 'number'>, index: number) => `task ${number} ${index}`;

/** The place in the seed of an offset in a task's text. */
function placeIn(
  { line, at = 0, marker = '', text }: TaskFile,
  offset: number,
): { line: number; at: number } {
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? at + marker.length : 0);
  return { line: line + before.length - 1, at: column };
}

const lines = memoize((_: Content['corrections']) => new Map<string, { runs: Run[]; shown: string }>());

/** One line of a verbatim piece as shown; each is read once. */
export function shownLine({ line, text }: Verbatim, { corrections }: Pick<Content, 'corrections'>) {
  const known = lines(corrections);
  const key = `${line} ${text}`;
  let found = known.get(key);
  if (!found) {
    const runs = runsOfLine({ line, text }, corrections);
    known.set(key, (found = { runs, shown: shownOf(runs) }));
  }
  return found;
}

/** The lines of a piece, or of a task's text, as shown, in order. */
export const shownLines = ({ line, text }: Verbatim, content: Pick<Content, 'corrections'>): string[] =>
  text.split('\n').map((one, index) => shownLine({ line: line + index, text: one }, content).shown);
