/** Rules for the registry of units, and for the units that clauses name. */
import { nameKey } from '../clauses/unit-names.ts';
import type { Interpreted, ParsedClause } from '../content-files/interpret.ts';
import { FILES } from '../content-files/schema.ts';
import type { Finding } from '../plan/model.ts';
import { uniqueBy } from '../text/lists.ts';
import { nearest } from '../text/similarity.ts';
import { checkEntriesOf, type Rule } from './rule.ts';

/** The names of units in a clause; none where it cannot be read. */
const namesOf = ({ parts = [] }: ParsedClause) =>
  parts.flatMap((part) => (part.kind === 'unit' ? [part.text] : []));

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
