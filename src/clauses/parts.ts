/** The result of parsing a clause, and what it depends on. */
import type { ClausePart, Role } from '../plan/model.ts';
import type { Announced } from './vocabulary.ts';

/** A part of a clause in which units have no id yet, only their name as written there. */
export type NamedPart =
  Exclude<ClausePart, { kind: 'unit' }> | { kind: 'unit'; source: string; text: string; role: Role };

/** What the rest of the text decides about a clause. */
export interface ClauseContext {
  /** Known names of units; they decide whether “A和B” is one name or two. */
  names?: ReadonlySet<string> | undefined;
  /** True from the line on that says 列第一位者为牵头单位，下同. */
  firstLeads?: boolean | undefined;
  /** The day after which a month without a year is meant, see `dayBefore`. */
  after?: string | undefined;
  /** Of the cell of a table: what the head of its column announces. */
  column?: Announced | undefined;
}

/** Stops the parsing of a segment that has neither a role nor a time, or names what is no unit. */
export class UnreadableSegment extends Error {}
