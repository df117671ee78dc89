/** Counts what an import read from a text. */
import { timesIn } from '../../clauses/dates.ts';
import { nameKey } from '../../clauses/names.ts';
import { compare } from '../../text/lists.ts';
import { toShown } from '../../text/punctuation.ts';
import type { ClauseReadings } from '../extract/units.ts';
import type { Content, TaskEntry } from '../../content-files/schema.ts';
import type { LocatedClause } from '../../content-files/interpret.ts';

export interface ImportSummary {
  parts: number;
  sections: number;
  measures: number;
  tasks: number;
  clauses: number;
  /** Units with the number of clauses that name them, the most frequent first. */
  units: { name: string; clauses: number }[];
  /** Tasks by their deadline: in a clause, only in the text, only standing words, by the general rule, none. */
  deadlines: { clause: number; text: number; standing: number; general: number; none: number };
}

export function summarizeImport(
  { outline, tasks, units, plan }: Content,
  clauses: LocatedClause[],
  { parts }: ClauseReadings,
): ImportSummary {
  const counts = new Map(units.map(({ name }) => [nameKey(name), { name, clauses: 0 }]));
  for (const clause of clauses) {
    const named = parts(clause).flatMap((part) => (part.kind === 'unit' ? [part.text] : []));
    for (const name of new Set(named)) {
      const unit = counts.get(name);
      if (unit) unit.clauses++;
    }
  }
  const deadlines = { clause: 0, text: 0, standing: 0, general: 0, none: 0 };
  for (const task of tasks) deadlines[kindOf(task, parts, plan.generalDeadline !== undefined)]++;
  return {
    parts: outline.parts.length,
    sections: outline.sections.length,
    measures: outline.sections.flatMap(({ measures }) => measures).filter(({ heading }) => heading).length,
    tasks: tasks.length,
    clauses: clauses.length,
    units: [...counts.values()].sort((a, b) => b.clauses - a.clauses || compare(a.name, b.name)),
    deadlines,
  };
}

function kindOf(
  { text, clauses = [], duty, cells = [] }: TaskEntry,
  parts: ClauseReadings['parts'],
  general: boolean,
): keyof ImportSummary['deadlines'] {
  const ofText = [...clauses, duty].map((clause) => ({ piece: { text: clause } }));
  const ofCells = cells.map(({ text: words, says }) => ({
    piece: { text: words },
    column: says === 'other' ? undefined : says,
  }));
  const said = new Set([...ofText, ...ofCells].flatMap((clause) => parts(clause).map(({ kind }) => kind)));
  const times = timesIn(toShown(text + duty));
  if (said.has('deadline')) return 'clause';
  if (times.some(({ date }) => date !== undefined)) return 'text';
  if (said.has('standing') || times.length > 0) return 'standing';
  return general ? 'general' : 'none';
}
