/** Rules for responsibility clauses and for the registry of units. */
import { nameKey } from '../clauses/unit-names.ts';
import { cellPlaces, type Interpreted, type ParsedClause } from '../content-files/interpret.ts';
import { FILES } from '../content-files/schema.ts';
import type { Finding } from '../plan/model.ts';
import { uniqueBy } from '../text/lists.ts';
import { nearest } from '../text/similarity.ts';
import { checkEntriesOf, type Rule } from './rule.ts';

/** The names of units in a clause; none where it cannot be read. */
const namesOf = ({ parts = [] }: ParsedClause) =>
  parts.flatMap((part) => (part.kind === 'unit' ? [part.text] : []));

/** Every clause is a bracket or a line with a label, whose segments are units with a role, or a time. */
export const clausesAreReadable = ({ clauses }: Interpreted): Finding[] =>
  clauses.flatMap((clause): Finding[] =>
    clause.unreadable === undefined ? [] : [unreadableWords(clause, clause.unreadable)],
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
      : [unreadableWords(clause, clause.unread)],
  );

function unreadableWords({ file, at, of }: ParsedClause, words: string): Finding {
  const problem = `${of}: cannot read “${words}” in the clause`;
  const advice =
    'units need 牵头, 按职责分别负责, 负责 or 配合 after them; a deadline reads 2017年底前完成; the whole stands in ()';
  return { file, at, problem, advice };
}

/** Every unit that a clause names is registered. */
export const unitsAreRegistered = ({ clauses, units }: Interpreted): Finding[] => {
  const registered = new Map(units.map(({ name }) => [nameKey(name), name]));
  return clauses.flatMap((clause) =>
    namesOf(clause)
      .filter((name) => !registered.has(name))
      .map((name): Finding => {
        const near = nearest(name, [...registered.values()]);
        const advice = `did you mean “${near}”? A new unit is registered in ${FILES.units}`;
        return { file: clause.file, at: clause.at, problem: `${clause.of}: unknown unit “${name}”`, advice };
      }),
  );
};

/** No clause names a unit twice, unless the seed does. */
export const unitsAreNamedOnce: Rule = ({ clauses }, seed) =>
  clauses.flatMap((clause): Finding[] => {
    const { file, at, of, piece } = clause;
    const names = namesOf(clause);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice === undefined || seed.text.includes(piece.text)) return [];
    return [
      { file, at, problem: `${of}: names “${twice}” twice`, advice: 'compare the clause with the seed' },
    ];
  });

/** No unit is registered twice, and each is named by a clause. */
export const unitRegistryIsInOrder: Rule = ({ units, clauses }) => {
  const named = new Set(clauses.flatMap(namesOf));
  const unread = clauses.flatMap(({ unreadable, piece }) => (unreadable === undefined ? [] : [piece.text]));
  const firstById = new Set(uniqueBy(units, ({ id }) => id));
  const firstByName = new Set(uniqueBy(units, ({ name }) => name));
  return checkEntriesOf(FILES.units, units, (unit, report) => {
    const { id, name } = unit;
    if (!firstById.has(unit)) report('id', `two units claim /units/${id}/`, 'ids are unique');
    if (!firstByName.has(unit)) report('name', `“${name}” is registered twice`, 'keep the older');
    if (!named.has(nameKey(name)) && !unread.some((clause) => clause.includes(name)))
      report('name', `no clause names “${name}”`, 'write it as the clauses do, or take it out');
  });
};
