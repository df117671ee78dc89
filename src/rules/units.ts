/** Rules for the registry of units, and for the units that clauses name. */
import { nameKey } from '../clauses/names.ts';
import type { Interpreted, ParsedClause } from '../content-files/interpret.ts';
import { counted } from '../content-files/findings.ts';
import { FILES } from '../content-files/schema.ts';
import type { Seed } from '../content-files/seed.ts';
import type { Finding } from '../plan/model.ts';
import { uniqueBy } from '../text/lists.ts';
import { nearest } from '../text/similarity.ts';
import { checkEntriesOf, type Rule } from './rule.ts';

/** The names of units in a clause; none where it cannot be read. */
const namesOf = ({ parts = [] }: ParsedClause) =>
  parts.flatMap((part) => (part.kind === 'unit' ? [part.text] : []));

/** Registered name → the name that clauses have instead, verbatim as the seed: the registry is wrong, not they. */
function misspelt({ clauses, units }: Interpreted, seed: Seed | undefined): Map<string, string> {
  const named = new Set(clauses.flatMap(namesOf));
  const registered = new Set(units.map(({ name }) => nameKey(name)));
  const unused = units.map(({ name }) => name).filter((name) => !named.has(nameKey(name)));
  if (!seed || unused.length === 0) return new Map();
  const received = clauses.filter(({ piece }) => seed.text.includes(piece.text)).flatMap(namesOf);
  const unknown = [...new Set(received)].filter((name) => !registered.has(name));
  const [one, only] = [unknown[0], unused[0]];
  if (unknown.length === 1 && unused.length === 1 && one !== undefined && only !== undefined)
    return new Map([[only, one]]);
  const names = units.map(({ name }) => name);
  return new Map(
    unknown.map((name) => [nearest(name, names), name] as const).filter(([near]) => unused.includes(near)),
  );
}

/** The names that clauses have as received, or several clauses have, and the registry has not → those clauses. */
export function lostUnits(content: Interpreted, seed: Seed | undefined): Map<string, ParsedClause[]> {
  const { clauses, units } = content;
  const registered = new Set(units.map(({ name }) => nameKey(name)));
  const corrected = new Set(misspelt(content, seed).values());
  const unknown = Map.groupBy(
    clauses.flatMap((clause) =>
      [...new Set(namesOf(clause))]
        .filter((name) => !registered.has(name) && !corrected.has(name))
        .map((name) => ({ name, clause })),
    ),
    ({ name }) => name,
  );
  const isReceived = (all: ParsedClause[]) =>
    seed ? all.some(({ piece }) => seed.text.includes(piece.text)) : all.length > 1;
  // “A和B” is one name only as long as A is none.
  const isJoined = (name: string) =>
    [...unknown.keys(), ...corrected].some((one) => one !== name && name.includes(one));
  return new Map(
    [...unknown]
      .map(([name, all]): [string, ParsedClause[]] => [name, all.map(({ clause }) => clause)])
      .filter(([name, all]) => isReceived(all) && !isJoined(name)),
  );
}

/** Every unit that a clause names is registered. */
export const unitsAreRegistered = (content: Interpreted, seed: Seed | undefined): Finding[] => {
  const { clauses, units } = content;
  const registered = new Map(units.map(({ name }) => [nameKey(name), name]));
  const wrong = misspelt(content, seed);
  const corrected = new Set(wrong.values());
  const lost = lostUnits(content, seed);
  const inRegistry = checkEntriesOf(FILES.units, units, ({ name }, report) => {
    const right = wrong.get(name);
    if (right !== undefined)
      report('name', `no clause names “${name}”, but some name “${right}”`, 'write it as the clauses do');
  });
  const notThere = Array.from(lost, ([name, all]): Finding => {
    const others = all.length > 1 ? ` and ${counted(all.length - 1, 'other')}` : '';
    const problem = `“${name}” is not registered, but the clause of ${all[0]?.of ?? ''}${others} names it`;
    const advice = 'put back its entry with its id, or register it with a new one';
    return { file: FILES.units, problem, advice };
  });
  const inClauses = clauses.flatMap((clause) =>
    namesOf(clause)
      .filter(
        (name) => !registered.has(name) && ![...corrected, ...lost.keys()].some((one) => name.includes(one)),
      )
      .map((name): Finding => {
        const near = nearest(name, [...registered.values()]);
        const advice = `did you mean “${near}”? A new unit is registered in ${FILES.units}`;
        return { file: clause.file, at: clause.at, problem: `${clause.of}: unknown unit “${name}”`, advice };
      }),
  );
  return [...inRegistry, ...notThere, ...inClauses];
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

/** No unit is registered twice or goes by the name of another, and each is named by a clause. */
export const unitRegistryIsInOrder: Rule = (content, seed) => {
  const { units, clauses } = content;
  const wrong = misspelt(content, seed);
  const named = new Set(clauses.flatMap(namesOf));
  const unread = clauses.flatMap(({ unreadable, piece }) => (unreadable === undefined ? [] : [piece.text]));
  const firstById = new Set(uniqueBy(units, ({ id }) => id));
  const firstByName = new Set(uniqueBy(units, ({ name }) => name));
  return checkEntriesOf(FILES.units, units, (unit, report) => {
    const { id, name } = unit;
    if (!firstById.has(unit)) report('id', `two units claim /units/${id}/`, 'ids are unique');
    if (!firstByName.has(unit)) report('name', `“${name}” is registered twice`, 'keep the older');
    for (const alias of unit.aliases) {
      const other = units.find((one) => one !== unit && nameKey(one.name) === nameKey(alias));
      const advice = 'take it out here: who types it looks for that unit';
      if (other) report('aliases', `“${alias}” is the name of the unit ${other.id}`, advice, alias);
    }
    const isNamed = named.has(nameKey(name)) || unread.some((clause) => clause.includes(name));
    if (!isNamed && !wrong.has(name))
      report('name', `no clause names “${name}”`, 'write it as the clauses do, or take it out', name);
  });
};
