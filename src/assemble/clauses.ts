/** Assembles the clauses: units in the order of the text, 同上 resolved. */
import type { Interpreted, ParsedClause } from '../content-files/interpret.ts';
import type { Clause } from '../plan/model.ts';
import { byPosition } from '../plan/sort.ts';
import { uniqueBy } from '../text/lists.ts';
import { passageOf } from './passages.ts';

/** Every clause by its key (`LocatedClause.key`), in the order of the text, since 同上 refers to the clause before. */
export function assembleClauses(content: Interpreted): ReadonlyMap<string, Clause> {
  const clauses = new Map<string, Clause>();
  let last: Clause | undefined;
  for (const clause of [...content.clauses].sort((a, b) => byPosition(a.piece, b.piece))) {
    last = clauseOf(clause, content, last);
    clauses.set(clause.key, last);
  }
  return clauses;
}

/** `last` is the clause before. */
function clauseOf(
  { piece, parts = [] }: ParsedClause,
  content: Interpreted,
  last: Clause | undefined,
): Clause {
  const same = parts.some(({ kind }) => kind === 'same') ? last : undefined;
  const own = parts.flatMap((part) =>
    part.kind === 'unit' ? [{ id: part.unit, name: part.text, role: part.role }] : [],
  );
  return {
    ...passageOf(piece, content),
    parts,
    units: uniqueUnits([...(same?.units ?? []), ...own]),
    openEnded: parts.some(({ kind }) => kind === 'open') || (same?.openEnded ?? false),
    same,
  };
}

/** Units without repetitions in the same role. */
export const uniqueUnits = (units: Clause['units']): Clause['units'] =>
  uniqueBy(units, ({ id, role }) => `${id} ${role}`);
