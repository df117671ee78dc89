/** What the words of a line say about a title: whether they can be one, and whether it goes on in the next line. */
import { DAY_ALONE, ORGAN } from '../../../content-files/facts/publication.ts';
import type { Segment } from '../segment.ts';

export type Words = Pick<Segment, 'folded'>;

const KIND =
  '方案|意见|规划|计划|纲要|办法|通知|决定|措施|要点|分工表?|任务书|清单|规定|细则|报告|公告|行动|安排|工作|分解表|台账|任务表|一览表|实事|项目表';
const BRACKET = '(?:[(（〔【][^()（）]{0,30}[)）〕】])?';
const TITLE = new RegExp(`(?:${KIND})${BRACKET} *$`);
/** 某发〔2018〕42号. */
export const NUMBER_OF_DOCUMENT = /[〔[(【][0-9]{4}[〕\])】]? *第? *[0-9]+ *号 *\)? *$/;
export const NUMBER_BEHIND_TITLE = new RegExp(
  `(?<=${KIND})${BRACKET} *(?<number>[(]?(?:(?!${KIND})\\p{Script=Han}){1,12} ?[〔[(【](?:19|20)[0-9]{2}[〕\\])】] *第? *[0-9]+ *号 *[)]?) *$`,
  'u',
);
/** The most lines on which a title stands. */
export const MOST_LINES = 4;
const LONGEST_TITLE = 100;
const SENTENCE = /[。;:!?]|>>|»/;

export const withoutNumber = (folded: string) => folded.replace(NUMBER_BEHIND_TITLE, '').trimEnd();

export const isTitle = ({ folded }: Words) =>
  folded.length <= LONGEST_TITLE && !/[。;]/.test(folded) && TITLE.test(withoutNumber(folded));

/** A bracket or quotation mark that is opened and not closed, with the sign that closes it. */
function unclosed(words: string): string | undefined {
  const count = (sign: string) => words.split(sign).length;
  return ['《》', '“”', '()'].find(([open = '', close = '']) => count(open) > count(close))?.[1];
}

/** Whether words end inside of a bracket that the next line closes. */
function isClosedBy(words: string, next: string): boolean {
  const close = unclosed(words);
  return close !== undefined && next.includes(close) && !SENTENCE.test(next);
}

/** 某某县…, 中共某某市委…: most titles begin with a place. */
const PLACE = /^(?:中共)?\p{Script=Han}{1,8}?[省市县区州盟旗镇乡](?=\p{Script=Han}{2})/u;
/** What titles of plans are about. */
const MATTER =
  /[0-9]{4}|[“”《》]|推进|推动|加快|加强|实施|落实|贯彻|促进|深化|开展|创建|建设|提升|行动|整治|改革|进一步|优化|强化|完善|健全|规范|全面|持续|扎实|构建|打造|防范|化解|保障|巩固|拓展|振兴|发展|治理/;
/** Names of websites and of their pages. */
const SITE =
  /(?:网站?|政府|平台|首页|文件|中心|门户|公开|专[栏题区]|频道|栏目|信息|动态|目录|新闻|要闻|公报|之窗)$/;

/** Whether words may be of a title, rather than the name of a website or of one of its pages. */
export const mayBeOfTitle = ({ folded }: Words) =>
  /\p{Script=Han}{6}/u.test(folded) && !SITE.test(folded.trim()) && !ORGAN.test(folded.trim());

/** Whether a line is the first half of the title that goes on in the next. */
export function continues(above: Words | undefined, below: Words | undefined): boolean {
  const [upper, lower] = [above?.folded.trim() ?? '', below?.folded.trim() ?? ''];
  if (upper === '' || upper.length > 60 || SENTENCE.test(upper) || DAY_ALONE.test(upper)) return false;
  if (isClosedBy(upper, lower)) return true;
  if (TITLE.test(upper)) return false;
  if (/^(?:关于|印发|转发|批转)/.test(lower)) return ORGAN.test(upper) || /关于$|办公[室厅]$/.test(upper);
  if (/^(?:的|和|与|及|暨|、)/.test(lower)) return true;
  if (/(?:[和与及暨、的]|关于|推进|加快|加强|实施|落实|贯彻|促进|深化|开展|做好|打赢|打好|支持)$/.test(upper))
    return true;
  if (upper.includes('关于') && !lower.includes('关于')) return true;
  // 某某县2023年重点任务 / 责任分解表; 某某县进一步优化政务服务 / 提升行政效能推动“一件事”实施方案.
  const isBeginning = lower.length <= 14 || (PLACE.test(upper) && !PLACE.test(lower));
  return upper.length >= 6 && isBeginning && MATTER.test(upper) && !SITE.test(upper);
}

/** Whether a title goes on in the line below it. */
export function endsTitle(title: Words | undefined, below: Words | undefined): boolean {
  const [upper, lower] = [title?.folded.trim() ?? '', below?.folded.trim() ?? ''];
  if (isClosedBy(upper, lower)) return true;
  // A day in a bracket is when it was issued: （2025年1月20日印发）.
  if (/^[(〔【](?:[0-9]{4}(?!.*月.*日).{0,14}年?|试行|暂行|修订.{0,6}|征求意见稿|送审稿)[)〕】]$/.test(lower))
    return true;
  if (/[》”]$/.test(upper) && lower.length <= 20 && below && isTitle(below)) return !PLACE.test(lower);
  const isWeak = /(?:工作|行动|安排|分工|决定|规定|措施)$/.test(upper) && !upper.includes('通知');
  if (!isWeak || lower.length > 30 || !below || !isTitle(below)) return false;
  return /^(?:的|和|与|及|暨|、)/.test(lower) || (!/^(?:关于|印发)/.test(lower) && lower.length <= 10);
}
