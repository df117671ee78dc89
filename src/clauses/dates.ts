/** Finds the times in a text: deadlines, and words of time without a date. Anything else that concerns time is left to hints.ts. */
import { readNumeral } from '../text/numerals.ts';
import { toShown } from '../text/punctuation.ts';
import { fold } from './fold.ts';
import { DAY, MONTH, TIME, YEAR } from './time-patterns.ts';

/** A time as worded in the text. It has no date where it is standing (长期坚持, 每年12月前) or where its year is not known. */
export interface Time {
  words: string;
  start: number;
  end: number;
  /** ISO date of the last day. */
  date?: string | undefined;
}

const MENTIONS_TIME = /[年月季日天\u2e80-\u2fdf]|长期|持续|[常期]|即|立|前/;
/** What is to be done in a year that begins a sentence. */
const TO_DO =
  '(?:全面|基本|力争|计划|拟|要|将|继续|再)*(?:制定|完成|启动|开展|推进|实施|建设|新建|新增|编制|出台|建立|组织|加快|实现|印发|修订|清理|落实|建成|举办|培育|选取|选择|开工|开始)(?!率)(?![^,。;]{0,60}的)';
/**
 * A beginning, or a year in which something is to be done, so that a month after it is one of that year: 2018年3月启动; 2018年，…;
 * 2018年制定…. A year in other words (较2015年下降, 2015年以来) says nothing of the months after it.
 */
const BEGINNING = new RegExp(
  `(?<![较比对据照以截止至])(?<![0-9]{4}年? ?[-~–—至到]{1,2} ?)${YEAR('year')}度? ?(?:(?<month>${MONTH}) ?(?:[-~–—至到] ?${MONTH} ?)?月 ?(?:${DAY} ?[日号])?)?(?:[,:]|[-~–—至到]|(?:启动|开始|开工|动工|着手|起(?![步草]))|(?<=(?:^|[。;,:(\\s])[^。;,:(\\s]{0,16})${TO_DO})`,
  'gu',
);
/** Years that are named in relation to another: the year of a month after them is not known. */
const RELATIVE = /[今本当明次翌后来去前上]年|上一?年度|第[一二三四五]年/u;

const ANY_YEAR = new RegExp(YEAR('year'), 'g');

/** The last year that a folded text names. */
function lastYear(folded: string): string | undefined {
  const last = [...folded.matchAll(ANY_YEAR)].at(-1)?.groups?.year;
  return last === undefined ? undefined : digits(last);
}

/** A numeral of a date in Arabic digits: 二○一八 → 2018, 十二 → 12. */
export const digits = (numeral: string) => String(readNumeral(numeral.replace(/[○零]/g, '〇')) ?? numeral);

/**
 * The times of a shown text, in order. It should be the text of a whole task, so that a month finds its year: that of the
 * deadline or beginning before it. `after` is the last of those before the text.
 */
export const timesIn = (text: string, after?: string): Time[] => scan(text, after).times;

/** The last deadline or beginning that a text names: a month without a year behind it is one of the same year, and not before it. */
export const dayBefore = (text: string): string | undefined => scan(toShown(text)).after;

function scan(text: string, before?: string): { times: Time[]; after: string | undefined } {
  if (!MENTIONS_TIME.test(text)) return { times: [], after: before };
  // Years in titles of documents do not count.
  const folded = fold(text).replace(/《[^《》]{0,200}》/g, (title) => ' '.repeat(title.length));
  let after = before;
  let at = 0;
  const goTo = (next: number): void => {
    const between = folded.slice(at, next);
    const begun = [...between.matchAll(BEGINNING)].at(-1);
    if (begun) after = firstDay(begun.groups ?? {});
    const rest = between.slice(begun ? begun.index + begun[0].length : 0);
    const year = lastYear(rest);
    // Of what follows another year it is not known which is meant.
    if (RELATIVE.test(rest) || (year !== undefined && year !== after?.slice(0, 4))) after = undefined;
    at = next;
  };
  const times: Time[] = [];
  for (const match of folded.matchAll(TIME)) {
    const { 0: words, index: start, groups = {} } = match;
    goTo(start);
    const own = Object.entries(groups).find(
      ([name, value]: [string, string | undefined]) => name.startsWith('year_') && value !== undefined,
    )?.[1];
    const end = start + words.length;
    const year = own === undefined ? after?.slice(0, 4) : digits(own);
    const date = dateOf(groups, year);
    const isPart = (groups.partBy ?? groups.partAt) !== undefined;
    const isLater = date !== undefined && after !== undefined && (isPart ? date > after : date >= after);
    const isKnown = own !== undefined || isLater;
    at = end;
    // 上半年 alone may be any year's, and a past one.
    if (isPart && !isKnown && times.length === 0) continue;
    if (groups.partAt !== undefined && isKnown) {
      times.push({ words: text.slice(start, end), start, end });
      continue;
    }
    if (isKnown) after = date ?? firstDay({ year: own });
    // The year of what follows a month without a date is not known either.
    else if (groups.undated === undefined || RELATIVE.test(words)) after = undefined;
    times.push({ words: text.slice(start, end), start, end, date: isKnown ? date : undefined });
  }
  goTo(folded.length);
  return { times, after };
}

/** The first day of a month or a year. */
const firstDay = ({ year = '', month }: Groups): string =>
  `${digits(year)}-${month === undefined ? '01' : digits(month).padStart(2, '0')}-01`;

type Groups = Record<string, string | undefined>;

function dateOf(groups: Groups, year: string | undefined): string | undefined {
  if (year === undefined || groups.undated !== undefined) return undefined;
  const part = groups.part ?? groups.partBy ?? groups.partAt;
  if (part !== undefined) return lastDay(year, lastMonthOf(part));
  const month = groups.month ?? groups.monthEnd;
  return dayOf(year, month, groups.day);
}

/** The last month of 上半年 or 二季度. */
function lastMonthOf(part: string): number {
  if (part.endsWith('半年')) return part === '上半年' ? 6 : 12;
  const quarter = /[一二三四1-4]/.exec(part)?.[0] ?? '';
  return ('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3;
}

/** The day, or the last day of the month, or that of the year; undefined where there is no such day. */
export function dayOf(year: string, month: string | undefined, day?: string): string | undefined {
  const whole = lastDay(year, month === undefined ? 12 : Number(digits(month)));
  if (day === undefined || whole === undefined) return whole;
  const date = `${whole.slice(0, 8)}${digits(day).padStart(2, '0')}`;
  return Number(digits(day)) > 0 && date <= whole ? date : undefined;
}

/** The last day of a month, as an ISO date; undefined for a month that does not exist. */
function lastDay(year: string, month: number): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const day = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
