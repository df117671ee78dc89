/** Reads from the lines of a web page who published a text, and when. */
import { fold } from '../clauses/fold.ts';

export interface Publication {
  publisher?: string | undefined;
  /** ISO 8601 with +08:00; midnight where the page gives only the day. */
  published?: string | undefined;
}

const WHO = '(?:(?:信息|文章|稿件|文件|内容)?来源|发布(?:机构|机关|单位|者)|发文(?:机关|单位)|制发机关)';
const WHEN = '(?:发布(?:时间|日期)|公布(?:时间|日期)|发文日期|公开日期|印发日期|生成日期|成文日期|更新时间)';
const DAY = '([0-9]{4}) ?[-年/.] ?([0-9]{1,2}) ?[-月/.] ?([0-9]{1,2}) ?日?';

/** Matches a width-folded line that names the publisher or the time of publication. */
export const SOURCE_LINE = new RegExp(`(?:^|[ |【[(])(?:来源|信息来源|发布(?:时间|日期)) *[:]`);

const PUBLISHER = new RegExp(`(?:^|[ |【[(日0-9])${WHO} *: *(?!(?:${WHEN}|${WHO}))([^ :;,|【】\\[\\]()]+)`);
const PUBLISHED = new RegExp(`(?:${WHEN}|(?:^|[ |])(?:日期|时间)) *: *${DAY}(?: *([0-9]{1,2}):([0-9]{2}))?`);

/** Reads the lines of the page; the first line with a publisher counts, and the first with a time. */
export function readPublication(lines: string[]): Publication {
  const publication: Publication = {};
  for (const line of lines) {
    const folded = fold(line);
    const who = PUBLISHER.exec(folded);
    const name = who?.[1];
    if (publication.publisher === undefined && who && name !== undefined) {
      const start = who.index + who[0].length - name.length;
      publication.publisher = line.slice(start, start + name.length);
    }
    publication.published ??= readTime(folded);
  }
  return publication;
}

function readTime(folded: string): string | undefined {
  const [, year, month = '', day = '', hour = '0', minute = '00'] = PUBLISHED.exec(folded) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return undefined;
  return Number(hour) < 24 && Number(minute) < 60 ? `${date}T${time}:00+08:00` : undefined;
}

/** The first and the last year that a title names. */
export function periodOf(title: string): [number, number] | undefined {
  const [, first, last] = /(?<![0-9])([0-9]{4}) *年?[-—–~至到]{1,2} *([0-9]{4}) *年/.exec(fold(title)) ?? [];
  return first === undefined ? undefined : [Number(first), Number(last)];
}
