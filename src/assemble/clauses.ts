/** The clauses of the plan as readers see them: units in the order printed, 同上 resolved. */
import type { Interpreted, ParsedClause } from '../content-files/interpret.ts';
import type { Clause } from '../plan/model.ts';
import { byPosition } from '../plan/sort.ts';
import { uniqueBy } from '../text/lists.ts';
import { passageOf } from './passages.ts';

/** Every clause by its key (`PlacedClause.key`), read in the order of the text: 同上 means the clause before. */
export function assembleClauses(content: Interpreted): ReadonlyMap<string, Clause> {
  const duties = new Map<string, Clause>();
  let last: Clause | undefined;
  for (const clause of [...content.clauses].sort((a, b) => byPosition(a.piece, b.piece))) {
    last = clauseOf(clause, content, last);
    duties.set(clause.key, last);
  }
  return duties;
}

/** Builds a clause; `last` is the one before it, which 同上 means. */
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
    ...(same && { same }),
  };
}

/** Units without those that stand there already in the same role. */
export const uniqueUnits = (units: Clause['units']): Clause['units'] =>
  uniqueBy(units, ({ id, role }) => `${id} ${role}`);
