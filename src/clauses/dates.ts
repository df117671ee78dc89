/** Finds the times in a text: deadlines, and words of time without a date. A period (30日内, 3年以上) is neither. */
import { foldWidth } from '../text/width.ts';

/** A time as worded in the text. It has no date where it is standing (长期坚持, 每年12月前) or where its year is not known. */
export interface Time {
  words: string;
  start: number;
  end: number;
  /** ISO date of the last day. */
  date?: string | undefined;
}

const BEFORE = '(?:之前|以前|前)';
const DONE = '(?:基本|全部|全面|力争)?(?:完成|建成|落实|到位)?';
const TIME = new RegExp(
  [
    // 2018年6月底前, 2018年6月30日前, 2017年底前, 2017年年底前; 12月底前, 年底前
    `(?<![0-9])(?:(?<year>[0-9]{4})年)?(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})日|(?<last>底|末))${BEFORE}`,
    `(?<![0-9])(?<year2>[0-9]{4})年年?(?:底|末|终)${BEFORE}`,
    `(?<vague>(?<![0-9])[0-9]{4}年[0-9]{1,2}月(?:份|中旬|上旬|初)?${BEFORE})`,
    '(?<![0-9])(?<year3>[0-9]{4})年(?:(?<half>上半年|下半年)|第?(?<quarter>[一二三四1-4])季度)(?:底|末)?(?:前|内|之前|以前)?',
    '(?<![0-9])(?<year4>[0-9]{4})年年?内',
    `(?<yearEnd>(?<![每0-9年])年(?:底|末|终)${BEFORE})`,
    '(?<yearIn>(?<![0-9一二两三四五六七八九十几数半多每])年内)',
    `(?<standing>每(?:年年?|半年|季度|季|月)(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:底|末|初|上旬|中旬|下旬)?${BEFORE})`,
    '(?<always>(?<=^|[,。;:(\\s])(?:长期坚持|长期推进|长期实施|长期|持续推进|持续实施|持续加强|持续开展|持续|常年坚持|常态化推进|常抓不懈)(?=$|[,。;)\\s]))',
  ].join('|'),
  'g',
);
const MENTIONS_TIME = /[年月季]|长期|持续|常/;
/** A year; times without one refer to the year before them: 2018年6月底前…，12月底前…. */
const YEAR = /(?<![0-9])([0-9]{4})年/g;

/** The last year that a width-folded text names. */
export const lastYear = (folded: string): string | undefined => [...folded.matchAll(YEAR)].at(-1)?.[1];

/**
 * The times of a shown text, in order. It should be the text of a whole task, so that a month finds its year; `year` is the
 * last year named before the text.
 */
export function timesIn(text: string, year?: string): Time[] {
  if (!MENTIONS_TIME.test(text)) return [];
  // Years in titles of documents do not count.
  const folded = foldWidth(text).replace(/《[^《》]{0,200}》/g, (title) => ' '.repeat(title.length));
  let current = year;
  let at = 0;
  return [...folded.matchAll(TIME)].map((match): Time => {
    const { 0: words, index: start, groups = {} } = match;
    current =
      groups.year ??
      groups.year2 ??
      groups.year3 ??
      groups.year4 ??
      lastYear(folded.slice(at, start)) ??
      current;
    at = start;
    const end = start + words.length;
    return { words: text.slice(start, end), start, end, date: dateOf(groups, current) };
  });
}

function dateOf(groups: Record<string, string | undefined>, year: string | undefined): string | undefined {
  const { month, day, half, quarter, vague, standing, always } = groups;
  if (year === undefined || [vague, standing, always].some((one) => one !== undefined)) return undefined;
  if (half !== undefined) return lastDay(year, half === '上半年' ? 6 : 12);
  if (quarter !== undefined) return lastDay(year, ('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3);
  if (month === undefined) return lastDay(year, 12);
  if (day === undefined) return lastDay(year, Number(month));
  const whole = lastDay(year, Number(month));
  const date = `${whole?.slice(0, 8)}${day.padStart(2, '0')}`;
  return whole !== undefined && Number(day) > 0 && date <= whole ? date : undefined;
}

/** The last day of a month, as an ISO date; undefined for a month that does not exist. */
function lastDay(year: string, month: number): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const day = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const DONE_ALONE = new RegExp(`^${DONE}$`);
const BARE = /^([0-9]{4})年(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日|(?:年?[底末])?)(?:完成)?$/;

/** 2018年6月完成, 2018年底完成: without 前, yet the end of a month or a year; a year alone (2019年完成) stays undecided. */
const AT_END =
  /^(?:于|在|到|至)?([0-9]{4})年(?:([0-9]{1,2})月[底末]?|年?[底末])(?:基本|全部|全面)?(?:完成|建成)$/;
/** Ranges and beginnings, which set no deadline. */
const NO_DEADLINE =
  /^(?:即日起|全年|常年|[0-9]{4}年起|[0-9]{4}年? ?[-~—–至到]{1,2} ?[0-9]{4}年)[^0-9牵头负责配合]{0,10}$/;
/** Words before a time that do not change it. */
const LEADING = /^(?:于|在|到|至|力争|争取|确保|并)?(?:于|在)?$/;

/**
 * The times of a segment that consists of nothing else; undefined where it does not.
 * After a label for times (完成时限：) plain 2018年6月 is one as well.
 */
export function timesOfSegment(segment: string, labelled = false, year?: string): Time[] | undefined {
  const folded = foldWidth(segment);
  const trimmed = folded.trim();
  const whole = (date?: string): Time[] => [{ words: segment.trim(), start: 0, end: segment.length, date }];
  const bare = labelled ? BARE.exec(trimmed) : null;
  if (bare) {
    const [, ownYear, month = '12', day] = bare;
    return whole(dateOf({ month, day }, ownYear));
  }
  const end = AT_END.exec(trimmed);
  if (end) {
    const [, ownYear, month = '12'] = end;
    return whole(dateOf({ month }, ownYear));
  }
  if (NO_DEADLINE.test(trimmed)) return whole();
  const times = timesIn(segment, year);
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last || !LEADING.test(folded.slice(0, first.start).trim())) return undefined;
  const rest = folded.slice(last.end).trim();
  const isTime = DONE_ALONE.test(rest) || (rest.length <= 20 && !/[0-9年月日。牵头负责配合]/.test(rest));
  return isTime ? times : undefined;
}
