/** The deadlines that a query asks for: 2017年12月31日, 2017年底, 2018年上半年, 2019年完成. */
import { readNumeral } from '../../text/numerals.ts';

/** A day, a month, a year or a half of one. */
export interface Due {
  /** As it is said: 2017年12月31日. */
  text: string;
  /** What the dates of such deadlines begin with, each a year, a month or a day: 2017, 2017-12, 2017-12-31. */
  within: string[];
}

const YEAR = '(?:19|20)\\d\\d';
const NUMERALS = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** A plan has no deadlines further back than this from a year before which something is due. */
const YEARS_BEFORE = 15;
const END = '(之?前|以前|内|之内|以内|为止|止)?';
const DONE = '(?:要|须|应|需要?|必须|能)?(?:完成|办完|做完|办结|到期|截止)?';
const TASKS = '的?(?:哪些|什么)?(?:任务|工作|事项)*(?:有哪些)?';
const DATE = new RegExp(
  `^(?:在|到|至|截至|截止到?)?(${YEAR})(?:(\\d\\d)(\\d\\d)?|年度?(?:(${NUMERALS})月(?:份|(${NUMERALS})[日号])?)?)?(上半年|下半年|第?[一二三四1-4]季度[底末]?|年?[底末终])?${END}${DONE}${TASKS}$`,
  'u',
);

/** Reads a normalised query that is nothing but a time. */
export function dueIn(chars: string): Due | undefined {
  const [all, year = '', digits, digitsOfDay, word, wordOfDay, end = '', by = ''] = DATE.exec(chars) ?? [];
  const month = numberOf(digits ?? word);
  const day = numberOf(digitsOfDay ?? wordOfDay);
  if (all === undefined || month > 12 || day > 31) return undefined;
  if (/半年|季度/u.test(end)) return month > 0 ? undefined : partOfYear(year, end);
  if (month === 0 && end === '' && by.endsWith('前')) {
    const before = Array.from({ length: YEARS_BEFORE }, (_, at) => String(Number(year) - 1 - at));
    return { text: `${year}年前`, within: before };
  }
  if (month === 0)
    return end === ''
      ? { text: `${year}年`, within: [year] }
      : { text: `${year}年底`, within: [`${year}-12-31`] };
  const inMonth = `${year}-${twoDigits(month)}`;
  const text = `${year}年${month}月`;
  if (day > 0) return { text: `${text}${day}日`, within: [`${inMonth}-${twoDigits(day)}`] };
  if (end === '') return { text, within: [inMonth] };
  return { text: `${text}底`, within: [`${inMonth}-${twoDigits(lastDay(Number(year), month))}`] };
}

/** 上半年, 第三季度. */
function partOfYear(year: string, name: string): Due {
  const length = name.endsWith('半年') ? 6 : 3;
  const quarter = (readNumeral(/[一二三四1-4]/u.exec(name)?.[0] ?? '') ?? 1) - 1;
  const first = name === '下半年' ? 7 : 1 + 3 * quarter;
  const within = Array.from({ length }, (_, at) => `${year}-${twoDigits(first + at)}`);
  return { text: `${year}年${name.replace(/[底末]$/u, '')}`, within };
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** 0 where there is none. */
const numberOf = (written: string | undefined) => (written === undefined ? 0 : (readNumeral(written) ?? 0));
