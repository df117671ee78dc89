/** Recognises task numbers in queries. */
import { readNumeral } from '../../text/numerals.ts';

const NAMED = /^(?:任务)?第?(\d+|[〇零一二三四五六七八九十百]+)[项条号个]?(?:任务)?$/u;
const BARE = /^[〇零一二三四五六七八九十百]+$/u;
const COMPOUND = /^(?:任务)?第?(\d{1,3}(?:[-.·‐–—]\d{1,3}){1,2})[项条号个]?(?:任务)?$/u;

/** Reads a number with that of its section, as typed: 2-3, 2.3, 任务2－3, 2-1-3. */
export function compoundNumber(typed: string): string | undefined {
  const compact = typed.normalize('NFKC').replace(/\s+/gu, '');
  return COMPOUND.exec(compact)?.[1]?.replace(/[.·‐–—]/gu, '-');
}

/**
 * Reads the task number of a normalised query: 10, 第10项, 任务10, 第十项, 任务十. A Chinese numeral alone is an ordinary word.
 */
export function itemNumber(query: string): number | undefined {
  const figures = BARE.test(query) ? undefined : NAMED.exec(query)?.[1];
  return figures === undefined ? undefined : readNumeral(figures);
}
