/** Finds the times in a text: deadlines, and words of time without a date. Anything else that concerns time is left to hints.ts. */
import { readNumeral } from '../text/numerals.ts';
import { toShown } from '../text/punctuation.ts';
import { fold } from './fold.ts';
import { BEFORE, DAY, DONE, MONTH, TIME, YEAR } from './time-patterns.ts';

/** A time as worded in the text. It has no date where it is standing (长期坚持, 每年12月前) or where its year is not known. */
export interface Time {
  words: string;
  start: number;
  end: number;
  /** ISO date of the last day. */
  date?: string | undefined;
}

const MENTIONS_TIME = /[年月季日天\u2e80-\u2fdf]|长期|持续|[常期]|即|立|前/;
/**
 * A beginning, or a year in which something is to be done, so that a month after it is one of that year: 2018年3月启动; 2018年，….
 * A year in other words (较2015年下降, 2015年以来) says nothing of the months after it.
 */
const BEGINNING = new RegExp(
  `(?<![较比对据照以截止至])${YEAR('year')}度? *(?:(?<month>${MONTH}) ?月 ?(?:${DAY} ?[日号])?)?(?:[,:]|[-~–—至到]|起?(?:启动|开始|开工|动工|着手))`,
  'gu',
);
/** Years that are named in relation to another: the year of a month after them is not known. */
const RELATIVE = /[今本当明次翌后来去前上]年|上一?年度|第[一二三四五]年/u;

/** A numeral of a date in Arabic digits: 二○一八 → 2018, 十二 → 12. */
const digits = (numeral: string) => String(readNumeral(numeral.replace(/[○零]/g, '〇')) ?? numeral);

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
    if (RELATIVE.test(between.slice(begun ? begun.index + begun[0].length : 0))) after = undefined;
    at = next;
  };
  const times = [...folded.matchAll(TIME)].map((match): Time => {
    const { 0: words, index: start, groups = {} } = match;
    goTo(start);
    const own = Object.entries(groups).find(
      ([name, value]: [string, string | undefined]) => name.startsWith('year_') && value !== undefined,
    )?.[1];
    const end = start + words.length;
    const year = own === undefined ? after?.slice(0, 4) : digits(own);
    const date = dateOf(groups, year);
    const isKnown = own !== undefined || (date !== undefined && after !== undefined && date >= after);
    if (isKnown) after = date ?? firstDay({ year: own });
    else if (RELATIVE.test(words)) after = undefined;
    at = end;
    return { words: text.slice(start, end), start, end, date: isKnown ? date : undefined };
  });
  goTo(folded.length);
  return { times, after };
}

/** The first day of a month or a year. */
const firstDay = ({ year = '', month }: Groups): string =>
  `${digits(year)}-${month === undefined ? '01' : digits(month).padStart(2, '0')}-01`;

type Groups = Record<string, string | undefined>;

function dateOf(groups: Groups, year: string | undefined): string | undefined {
  const { half, quarter, undated } = groups;
  if (year === undefined || undated !== undefined) return undefined;
  if (half !== undefined) return lastDay(year, half === '上半年' ? 6 : 12);
  if (quarter !== undefined) return lastDay(year, ('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3);
  const month = groups.month ?? groups.monthEnd;
  return dayOf(year, month, groups.day);
}

/** The day, or the last day of the month, or that of the year; undefined where there is no such day. */
function dayOf(year: string, month: string | undefined, day?: string): string | undefined {
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

const AT = '^(?:于|在|到|至|截至|截止|力争|争取|确保)? ?';
/** 2018年6月完成, 2018年底, 2018年6月30日: without 前, yet the end of a month or a year, or a day. */
const AT_END = new RegExp(
  `${AT}${YEAR('year')} ?(?:(?<month>${MONTH}) ?月 ?(?:(?<day>${DAY}) ?[日号]|[底末份])?|年?[底末终]) ?${DONE}$`,
);
/** 12月底, of the year named before. */
const MONTH_END = new RegExp(`${AT}(?<month>${MONTH}) ?月[底末份]? ?${DONE}$`);
/** After a label also a year alone (2019年), and dates in figures (2019.6, 2019-06-30). */
const YEAR_ALONE = new RegExp(`${AT}(?<year>[0-9]{4})(?: ?年度?)? ?${DONE}$`);
const IN_FIGURES =
  /^(?<year>[0-9]{4})[-./](?<month>[0-9]{1,2})(?:[-./](?<day>[0-9]{1,2}))? ?(?:[底末]?前|[底末])?$/;
/** Ranges and beginnings, which set no deadline. */
const NO_DEADLINE =
  /^(?:即日起|全年|常年|[0-9]{4}年起|[0-9]{4}年? ?[-~—–至到]{1,2} ?[0-9]{4}年)[^0-9牵头负责配合]{0,10}$/;
/** The words that a segment of nothing but time consists of: 2020年1-6月, 5年内, 印发之日起30日内, 明年7月份, 立行立改. */
const TIME_WORDS =
  /年度|全程|[今明本当次翌后来去]年|“?十[一二三四五六]五”?|[0-9〇○零一二两三四五六七八九十百半每几第]+|[上下]半年|个?(?:工作日|自然日)|[年月日号天周旬]|季度?|星期|小时|规划|[底末终初份内前后起止至到间期以中上下]|时期|阶段性?|分(?=[年季月阶])|之(?=[日内前后间])|印发|发布|公布|下发|施行|实施|方案|意见|通知|文件|[-—–~、.,/ ]|于|在|自|从|力争|争取|确保|全|长期|持续|常态化?|常|坚持|推进|开展|完成|建成|落实|到位|整改|销号|进行|并|启动|适时|近期|随时|及时|实时|即时|立即|一次|次|不?定期|贯穿|始终|经常性?|日常|立行立改|即知即改|立查立改|边查边改|按时|按期|工作|任务|目标|及|与/g;
const TIME_SIGN =
  /[年月日天周季期旬]|十[一二三四五六]五|长期|持续|常态|即|立|坚持|阶段|适时|随时|及时|实时|按时|贯穿|始终|经常|日常|全程|时限/;
/** What is called by a time and is none: 年度实施方案, 及时发布. */
const NAMED_BY_TIME =
  /^(?:年度|及时|实时|全程|贯穿|始终)(?:工作|目标|任务|实施|施行|方案|意见|通知|文件|印发|发布|公布|下发)+$/;
/** Words before a time that do not change it. */
const LEADING = /^(?:于|在|到|至|力争|争取|确保|并)?(?:于|在)?$/;
const DONE_ALONE = new RegExp(`^${DONE}$`);
const LONGEST_SEGMENT = 60;

/**
 * The times of a segment that consists of nothing else; undefined where it does not.
 * After a label for times (完成时限：) any other words are words of time as well.
 */
export function timesOfSegment(segment: string, labelled = false, after?: string): Time[] | undefined {
  const folded = fold(segment);
  const trimmed = folded.trim();
  const whole = (date?: string): Time[] => [{ words: segment.trim(), start: 0, end: segment.length, date }];
  if (trimmed === '') return undefined;
  if (trimmed.length > LONGEST_SEGMENT) return labelled ? whole() : undefined;
  const ofLabel = labelled ? (YEAR_ALONE.exec(trimmed) ?? IN_FIGURES.exec(trimmed)) : null;
  const end = (AT_END.exec(trimmed) ?? ofLabel ?? MONTH_END.exec(trimmed))?.groups;
  const ofYear = end?.year === undefined ? after?.slice(0, 4) : digits(end.year);
  const date = end && ofYear !== undefined ? dayOf(ofYear, end.month, end.day) : undefined;
  if (date !== undefined && (end?.year !== undefined || (after !== undefined && date >= after)))
    return whole(date);
  if (NO_DEADLINE.test(trimmed)) return whole();
  const times = timesIn(segment, after);
  const [first, last] = [times[0], times.at(-1)];
  if (first && last && LEADING.test(folded.slice(0, first.start).trim())) {
    const rest = folded.slice(last.end).trim();
    const isTime = DONE_ALONE.test(rest) || (rest.length <= 20 && !/[0-9年月日。牵头负责配合]/.test(rest));
    if (isTime) return times;
  }
  const isOnlyTime =
    TIME_SIGN.test(trimmed) &&
    trimmed.replace(TIME_WORDS, '') === '' &&
    !NAMED_BY_TIME.test(trimmed) &&
    !isDamaged(trimmed);
  return labelled || isOnlyTime ? whole() : undefined;
}

/** Figures that make no date: 20177年底前, 2017年13月, 2017年1 2月. */
const isDamaged = (folded: string) =>
  /[0-9]{5}|[0-9] +[0-9]+ ?[年月日]|(?<![0-9])[0-9]{1,3}年(?:年?[底末]|[0-9])|(?<![0-9])(?:0|1[3-9]|[2-9][0-9])月/.test(
    folded,
  ) || new RegExp(`(?<![0-9])[0-9]{2}年年?[底末]?${BEFORE}`).test(folded);
