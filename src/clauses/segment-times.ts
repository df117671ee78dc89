/** The times of a segment that consists of nothing else. */
import { dayOf, digits, timesIn, type Time } from './dates.ts';
import { fold } from './fold.ts';
import { BEFORE, DAY, DONE, MONTH, YEAR } from './time-patterns.ts';

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
// 落实到位 has two of its words.
const ALL_DONE = new RegExp(`^${DONE}${DONE}$`);
const LONGEST_SEGMENT = 60;

/** Whether words before a time do not change it: 力争, 于, or none. */
export const leadsToTime = (words: string): boolean => LEADING.test(fold(words).trim());
/** Whether words behind a time say no more than that all is done by then: 全面完成. */
export const isDone = (words: string): boolean => ALL_DONE.test(fold(words).trim());

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
