/** Rules for responsibility clauses. */
import { cellPlaces, type Interpreted, type ParsedClause } from '../content-files/interpret.ts';
import type { Finding } from '../plan/model.ts';
import type { Rule } from './rule.ts';

/** Every clause is a bracket or a line with a label, whose segments are units with a role, or a time. */
export const clausesAreReadable = ({ clauses }: Interpreted): Finding[] =>
  clauses.flatMap((clause): Finding[] =>
    clause.unreadable === undefined ? [] : [unreadableWords(clause, clause.unreadable, clauses)],
  );

/** The cells of a row stand in it, in order; those that span rows stand in their line of the seed. */
export const cellsStandInRow: Rule = ({ tasks }, seed) => {
  const lines = seed.text.split('\n');
  return tasks.flatMap((task): Finding[] => {
    const places = cellPlaces(task);
    return (task.cells ?? []).flatMap(({ text, of }, index): Finding[] => {
      const stands = of === undefined ? places[index] !== undefined : lines[of - 1]?.includes(text) === true;
      if (stands) return [];
      const problem = `task ${task.number}: “${text.slice(0, 20)}” is no cell of its row`;
      return [
        { file: task.file, at: ['cells', index, 'text'], problem, advice: 'copy the words from the seed' },
      ];
    });
  });
};

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
