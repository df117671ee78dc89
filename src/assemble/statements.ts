/** What a text says is done by a time that it names: 2024年5月底前公布第一批清单. */
import { isDone, leadsToTime } from '../clauses/segment-times.ts';
import { timesIn, type Time } from '../clauses/dates.ts';

const BORDER = /[，,。；;！？!?\n（）()]/;
const LETTER = /[\p{L}\p{N}]/u;

/** The part of a sentence that a time in running text stands in; undefined where it names the time alone, or all as done. */
export function statementIn(text: string, { start, end }: Pick<Time, 'start' | 'end'>): string | undefined {
  const from = borderBefore(text, start);
  let to = borderBehind(text, end);
  // 12月底前，完成10个站点改造
  if (!LETTER.test(text.slice(end, to)) && /[，,]/.test(text.charAt(to))) to = borderBehind(text, to + 1);
  const [before, behind] = [text.slice(from, start), text.slice(end, to)];
  const isTimeAlone = leadsToTime(before) && (isDone(behind.replace(/^[，,]/, '')) || !LETTER.test(behind));
  return isTimeAlone ? undefined : text.slice(from, to).trim();
}

/** The same of words in a clause or a cell, where they say more than the time. */
export function statementOf(words: string): string | undefined {
  const [time] = timesIn(words);
  return time && statementIn(words, time);
}

function borderBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && !BORDER.test(text.charAt(from - 1))) from--;
  return from;
}

function borderBehind(text: string, at: number): number {
  let to = at;
  while (to < text.length && !BORDER.test(text.charAt(to))) to++;
  return to;
}
