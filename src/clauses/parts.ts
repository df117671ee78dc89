/** What a clause is read into. */
import type { ClausePart, Role } from '../plan/model.ts';

/** A unit's name as the clause prints it, before the registry is asked for its id. */
export type NamedPart =
  Exclude<ClausePart, { kind: 'unit' }> | { kind: 'unit'; source: string; text: string; role: Role };

/** What the rest of the text says that a clause depends on. */
export interface ClauseContext {
  /** Names of units known from elsewhere; they decide whether “A和B” is one name or two. */
  names?: ReadonlySet<string> | undefined;
  /** True from the line on that says 列第一位者为牵头单位，下同. */
  firstLeads?: boolean | undefined;
  /** The year that was said last, for 12月底前 and 年底前. */
  year?: string | undefined;
}

/** Thrown by `readClause` for words it cannot place; `rest` is where reading stopped. */
export class UnreadableClause extends Error {
  readonly rest: string;
  constructor(rest: string) {
    super(`cannot read ${rest}`);
    this.rest = rest;
  }
}
