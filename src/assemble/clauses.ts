/** All responsibility clauses in the order of the text: one may speak of the one before it (同上). */
import { readDuty } from '../clauses/read-clause.ts';
import { nameKey } from '../clauses/unit-names.ts';
import { fold } from '../text/width.ts';
import type { Duty, DutyPart, Verbatim } from '../plan/model.ts';
import { once } from '../text/memoize.ts';
import { byPlace } from '../plan/sort.ts';
import type { Content, TaskEntry } from '../content-files/schema.ts';
import { passageOf } from './passages.ts';

/** A clause by what it belongs to: a section, a measure, or a task, of which the last clause has the highest index. */
export type ClauseKey = `section ${number}` | `measure ${number}` | `task ${string} ${number}`;

/** Reads every clause of the content. */
export function readClauses(content: Content): ReadonlyMap<string, Duty> {
  const clauses = new Map<string, Duty>();
  let last: Duty | undefined;
  for (const clause of piecesOfClauses(content).sort((a, b) => byPlace(a.piece, b.piece))) {
    last = dutyOf(clause, content, last);
    clauses.set(clause.key, last);
  }
  return clauses;
}

/** The clauses inside a task's text, in order, then the one at its end; an empty one has no place among the clauses. */
export const clauseKey = (task: Pick<TaskEntry, 'number'>, index: number): ClauseKey =>
  `task ${task.number} ${index}`;

interface Clause {
  key: ClauseKey;
  piece: Verbatim;
  /** What its paragraph says before it: a month in it may belong to a year there. */
  before?: string;
}

function piecesOfClauses({ outline, tasks }: Content): Clause[] {
  const ofOutline = outline.sections.flatMap((section) => [
    ...(section.duty ? [{ key: `section ${section.number}` as const, piece: section.duty }] : []),
    ...section.measures.flatMap(({ number, duty }) =>
      duty ? [{ key: `measure ${number}` as const, piece: duty }] : [],
    ),
  ]);
  const ofTasks = tasks.flatMap((task) => {
    let end = 0;
    const all = [...(task.clauses ?? []), task.duty].map((text, index, { length }) => {
      const start = index === length - 1 ? task.text.length : task.text.indexOf(text, end);
      end = start + text.length;
      return {
        key: clauseKey(task, index),
        piece: placed(task, start, text),
        before: task.text.slice(0, start),
      };
    });
    return all.filter(({ piece }) => piece.text !== '');
  });
  return [...ofOutline, ...ofTasks];
}

/** A stretch of a task with its place in the seed. */
function placed({ line, at = 0, marker = '', text }: TaskEntry, start: number, words: string): Verbatim {
  const before = text.slice(0, start).split('\n');
  const column = (before.at(-1) ?? '').length + (before.length === 1 ? at + marker.length : 0);
  return { line: line + before.length - 1, at: column, text: words };
}

type Units = Content['units'];
const unitNames = once((units: Units) => new Set(units.map(({ name }) => name)));
const unitIds = once((units: Units) => new Map(units.map(({ id, name }) => [nameKey(name), id])));

/** Reads a clause; `last` is the one before it, which 同上 speaks of. */
function dutyOf({ piece, before = '' }: Clause, content: Content, last: Duty | undefined): Duty {
  const rule = content.plan.rules?.firstLeads;
  const parts = readDuty(piece.text, {
    names: unitNames(content.units),
    firstLeads: rule !== undefined && rule.line <= piece.line,
    year: [...fold(before).matchAll(/(?<!\d)(\d{4})年/g)].at(-1)?.[1],
  }).map((part): DutyPart =>
    part.kind === 'unit' ? { ...part, unit: unitIds(content.units).get(part.text) ?? '' } : part,
  );
  const same = parts.some(({ kind }) => kind === 'same') ? last : undefined;
  const own = parts.flatMap((part) =>
    part.kind === 'unit' ? [{ id: part.unit, name: part.text, role: part.role }] : [],
  );
  return {
    ...passageOf(piece, content),
    parts,
    units: eachOnce([...(same?.units ?? []), ...own]),
    openEnded: parts.some(({ kind }) => kind === 'open') || (same?.openEnded ?? false),
    ...(same && { same }),
  };
}

/** Units without those that stand there already in the same role. */
export function eachOnce(units: Duty['units']): Duty['units'] {
  const seen = new Set<string>();
  return units.filter(({ id, role }) => {
    const key = `${id} ${role}`;
    return !seen.has(key) && seen.add(key);
  });
}
