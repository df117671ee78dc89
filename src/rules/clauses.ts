/** Rules for responsibility clauses, and for the cells of tables. */
import { fold } from '../clauses/fold.ts';
import type { Interpreted, ParsedClause } from '../content-files/interpret.ts';
import type { TaskEntry, WithFile } from '../content-files/schema.ts';
import { readRows } from '../content-files/table/cells.ts';
import { findTables } from '../content-files/table/find-tables.ts';
import type { Finding } from '../plan/model.ts';
import type { Rule } from './rule.ts';

/** Every clause is a bracket or a line with a label, whose segments are units with a role, or a time. */
export const clausesAreReadable = ({ clauses }: Interpreted): Finding[] =>
  clauses.flatMap((clause): Finding[] =>
    clause.unreadable === undefined ? [] : [unreadableWords(clause, clause.unreadable, clauses)],
  );

/** Words of a clause that cannot be read stand in the seed: they are no mistake of an editor. */
export const unreadWordsStandInSeed: Rule = ({ clauses }, seed) =>
  clauses.flatMap((clause): Finding[] =>
    clause.unread === undefined || seed.text.includes(clause.piece.text)
      ? []
      : [unreadableWords(clause, clause.unread, clauses)],
  );

function unreadableWords({ file, at, of }: ParsedClause, words: string, all: ParsedClause[]): Finding {
  const problem = `${of}: cannot read “${words}” in the clause`;
  const sound = all.find(({ unread, unreadable }) => unread === undefined && unreadable === undefined);
  const example = sound === undefined ? '' : `; another reads “${sound.piece.text.trim().slice(0, 40)}”`;
  return { file, at, problem, advice: `compare the clause with the seed${example}` };
}

const KEYS = ['head', 'says', 'text', 'before', 'of'] as const;

/** The cells of a task are those of its row in the seed: whole, in order, each under the head of its column. */
export const cellsAreThoseOfTheRow: Rule = ({ tasks }, seed) => {
  if (tasks.every(({ cells }) => cells === undefined)) return [];
  const lines = seed.text.split('\n').map((text, index) => ({ line: index + 1, text, folded: fold(text) }));
  const rows = readRows(findTables(lines));
  return tasks.flatMap((task): Finding[] => {
    const { line, text, cells = [] } = task;
    const row = rows.get(line);
    if (row?.text === undefined) return [];
    if (row.text !== text) return [cellFinding(task, ['text'], text, row.text)];
    const received = linesOf(task).flatMap((one) => rows.get(one)?.cells ?? []);
    return Array.from({ length: Math.max(cells.length, received.length) }).flatMap((_, index): Finding[] => {
      const [own, due] = [cells[index], received[index]];
      if (!own || !due) return [cellFinding(task, own ? ['cells', index] : ['cells'], own?.text, due?.text)];
      return KEYS.filter((key) => own[key] !== due[key]).map((key) =>
        cellFinding(task, ['cells', index, key], own[key], due[key]),
      );
    });
  });
};

/** The lines of the seed on which a task stands. */
function linesOf({ line, marker = '', text, duty, tail = '' }: TaskEntry): number[] {
  const count = (marker + text + duty + tail).split('\n').length;
  return Array.from({ length: count }, (_, index) => line + index);
}

function cellFinding(
  { file, number }: WithFile<TaskEntry>,
  at: (string | number)[],
  own: string | number | boolean | undefined,
  received: string | number | boolean | undefined,
): Finding {
  const said = (value: typeof own) => (value === undefined ? 'nothing' : `“${String(value)}”`);
  const problem = `task ${number}: the row of the table has ${said(received)} here, not ${said(own)}`;
  return { file, at, problem, advice: 'write what the row, or the head of its column, says in the seed' };
}
