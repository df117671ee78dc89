/** Finds the title of a text: one line, or several that belong together. */
import { ORGAN, SOURCE_LINE, titleLabelLength } from '../../content-files/facts/publication.ts';
import { isBlank, slice, type Segment } from './segment.ts';

const KIND =
  '方案|意见|规划|计划|纲要|办法|通知|决定|措施|要点|分工表?|任务书|清单|规定|细则|报告|公告|行动|安排|工作|分解表|台账|任务表|一览表|实事|项目表';
const BRACKET = '(?:[(（〔【][^()（）]{0,30}[)）〕】])?';
const TITLE = new RegExp(`(?:${KIND})${BRACKET} *$`);
/** 某发〔2018〕42号. */
export const NUMBER_OF_DOCUMENT = /[〔[(【][0-9]{4}[〕\])】]? *第? *[0-9]+ *号 *\)? *$/;
const NUMBER_BEHIND_TITLE = new RegExp(
  `(?<=${KIND})${BRACKET} *(?<number>[(]?(?:(?!${KIND})\\p{Script=Han}){1,12} ?[〔[(【](?:19|20)[0-9]{2}[〕\\])】] *第? *[0-9]+ *号 *[)]?) *$`,
  'u',
);
const LONGEST_TITLE = 100;
const MOST_LINES = 4;

/** What a line of the head of a text is besides the text itself, e.g. a line of the web page around it. */
type WhatIs = (line: Segment) => string | undefined;

/** The indexes of the lines of the title, none where no line can be it, and of those of a notice that sends the plan out. */
export function titleLines(head: Segment[], whatIs: WhatIs): { title: number[]; notice: number[] } {
  const isPlain = head.map(
    (one) =>
      whatIs(one) === undefined &&
      (!NUMBER_OF_DOCUMENT.test(one.folded) || NUMBER_BEHIND_TITLE.test(one.folded)) &&
      titleLabelLength(one.folded) === 0,
  );
  const first = mainLine(head, isPlain);
  if (first === undefined) {
    const labelled = head.findIndex(({ folded }) => titleLabelLength(folded) > 0);
    return { title: labelled < 0 ? [] : [labelled], notice: [] };
  }
  const own = planBelow(first, head, isPlain);
  return own === undefined
    ? { title: withNeighbours(first, head, isPlain), notice: [] }
    : { title: withNeighbours(own, head, isPlain), notice: withNeighbours(first, head, isPlain) };
}

/** A line of the title with those above and below that belong to it, and the blank lines between them. */
function withNeighbours(at: number, head: Segment[], isPlain: boolean[]): number[] {
  const lines = [at];
  const blank: number[] = [];
  const neighbour = (from: number, step: 1 | -1) => {
    const between = head[from + step];
    const next = between && isBlank(between) ? from + 2 * step : from + step;
    return isPlain[next] === true && head[next]?.line !== head[from]?.line ? next : undefined;
  };
  const take = (one: number, from: number) => {
    if (Math.abs(one - from) > 1) blank.push((one + from) / 2);
    lines.push(one);
    lines.sort((a, b) => a - b);
  };
  for (let from = at, one = neighbour(at, -1); one !== undefined; from = one, one = neighbour(one, -1)) {
    if (lines.length === MOST_LINES || !continues(head[one], head[from])) break;
    take(one, from);
  }
  for (let from = at, one = neighbour(at, 1); one !== undefined; from = one, one = neighbour(one, 1)) {
    if (lines.length === MOST_LINES || !endsTitle(head[from], head[one])) break;
    take(one, from);
  }
  return [...lines, ...blank].sort((a, b) => a - b);
}

export const isTitle = ({ folded }: Pick<Segment, 'folded'>) =>
  folded.length <= LONGEST_TITLE &&
  !/[。;]/.test(folded) &&
  TITLE.test(folded.replace(NUMBER_BEHIND_TITLE, '').trimEnd());
/** A notice that sends a plan out: the plan has a title of its own below. */
export const isNotice = ({ folded }: Pick<Segment, 'folded'>) =>
  /(?:印发|转发|下发|批转).*通知 *$/.test(folded);

/** The line above the source line, as on most websites, otherwise the first that looks like a title. */
function mainLine(head: Segment[], isPlain: boolean[]): number | undefined {
  const titled = head.flatMap((one, index) => (isPlain[index] === true && isTitle(one) ? [index] : []));
  const sourceAt = head.findIndex(({ folded }) => SOURCE_LINE.test(folded));
  const above = isPlain.findLastIndex((one, index) => one && index < sourceAt);
  const first = above >= 0 && (titled.includes(above) || titled.length === 0) ? above : titled[0];
  if (first !== undefined) return first;
  const short = head.findIndex(
    ({ folded }, index) => isPlain[index] === true && folded.length <= 80 && !/[。;]/.test(folded),
  );
  return short < 0 ? undefined : short;
}

/** The title of the plan below the title of the notice that sends it out. */
function planBelow(first: number, head: Segment[], isPlain: boolean[]): number | undefined {
  // A long title of a notice stands on two lines.
  const lines = withNeighbours(first, head, isPlain).flatMap((at) => head[at]?.folded.trim() ?? []);
  const notice = [head[first], { folded: lines.join('') }].find((one) => one && isNotice(one));
  if (!notice) return undefined;
  const own = head.findIndex(
    (one, index) => index > first && isPlain[index] === true && isTitle(one) && isPlanOf(one, notice),
  );
  return own < 0 ? undefined : own;
}

/** Whether a line is the title of the plan that a notice sends out: the notice names its last words. */
export function isPlanOf({ folded }: Pick<Segment, 'folded'>, notice: Pick<Segment, 'folded'>): boolean {
  const own = folded.trim().replace(/[(（][^()（）]*[)）]$/, '');
  const words = notice.folded.replace(/[《》\s]/g, '');
  return own.length >= 2 && !own.endsWith('通知') && (own.length >= 8 || words.includes(own.slice(-4)));
}

/** Whether a line is the first half of the title that goes on in the next. */
function continues(above: Segment | undefined, below: Segment | undefined): boolean {
  const [upper, lower] = [above?.folded.trim() ?? '', below?.folded.trim() ?? ''];
  if (upper === '' || upper.length > 60 || /[。;:!?]|>>|»/.test(upper) || TITLE.test(upper)) return false;
  if (/^(?:关于|印发|转发|批转)/.test(lower)) return ORGAN.test(upper) || /关于$|办公[室厅]$/.test(upper);
  if (/^(?:的|和|与|及|暨|、)/.test(lower)) return true;
  if (/(?:[和与及暨、的]|关于|推进|加快|加强|实施|落实|贯彻|促进|深化|开展|做好|打赢|打好|支持)$/.test(upper))
    return true;
  if (upper.includes('关于') && !lower.includes('关于')) return true;
  // 某某县2023年重点任务 / 责任分解表.
  return (
    upper.length >= 6 &&
    lower.length <= 14 &&
    /[0-9]{4}|[“”《》]|推进|加快|加强|实施|落实|贯彻|促进|深化|开展|创建|建设|提升|行动|整治|改革/.test(
      upper,
    ) &&
    !/(?:网站?|政府|平台|首页|文件)$/.test(upper)
  );
}

/** Whether a title goes on in the line below it. */
function endsTitle(title: Segment | undefined, below: Segment | undefined): boolean {
  const [upper, lower] = [title?.folded.trim() ?? '', below?.folded.trim() ?? ''];
  if (/^[(（〔【](?:[0-9]{4}.{0,14}年?|试行|暂行|修订.{0,6}|征求意见稿|送审稿)[)）〕】]$/.test(lower))
    return true;
  const isWeak = /(?:工作|行动|安排|分工|决定|规定|措施)$/.test(upper) && !upper.includes('通知');
  if (!isWeak || lower.length > 30 || !below || !isTitle(below)) return false;
  return /^(?:的|和|与|及|暨|、)/.test(lower) || (!/^(?:关于|印发)/.test(lower) && lower.length <= 10);
}

/** The lines of a title as one segment, without a label before it, and a document number glued to its end. */
export function joinTitle(lines: Segment[]): { label?: Segment; title: Segment; rest?: Segment } | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const start = titleLabelLength(first.folded);
  const number = NUMBER_BEHIND_TITLE.exec(last.folded)?.groups?.number;
  const end = number === undefined ? last.text.length : last.folded.lastIndexOf(number);
  const cut = lines.map((one, index) =>
    slice(one, index === 0 ? start : 0, index === lines.length - 1 ? end : one.text.length),
  );
  const title = cut.reduce((joined, one) => ({
    ...joined,
    text: joined.text + '\n'.repeat(one.line - joined.line - joined.text.split('\n').length + 1) + one.text,
    folded: `${joined.folded}${one.folded}`,
  }));
  return {
    title,
    ...(start > 0 && { label: slice(first, 0, start) }),
    ...(end < last.text.length && { rest: slice(last, end, last.text.length) }),
  };
}
