/** What the jump box finds. */
import type { JumpEntry, JumpName } from './jump-entries.ts';

/** Kinds of matches, the best first; equal matches keep the order of the data. */
export const RANKS = [
  'number',
  'exact',
  'prefix',
  'initials',
  'initials prefix',
  'contains',
  'words',
] as const;
export type Rank = (typeof RANKS)[number];

/** An entry with the reason of its match: its number, or one of its names, as written or in pinyin. */
export interface JumpMatch {
  entry: JumpEntry;
  rank: Rank;
  /** The name that matches; for a number the first. */
  name: JumpName;
  /** The pinyin that was typed, if that matches. */
  typed?: string;
}
