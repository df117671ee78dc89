/** Finds the title of a text and separates it from the web page around it, whose lines are registered but not published. */
import type { Content } from '../../content-files/schema.ts';
import { splitHead } from './lost-breaks.ts';
import { isBlank, slice, type Line, type Segment } from './segment.ts';
import { columnOf, isBareLabel, LETTERHEAD, SOURCE_LINE } from '../../content-files/facts/publication.ts';
import { mayBeOfTitle, NUMBER_OF_DOCUMENT } from './title/title-words.ts';
import { joinTitle, titleLines } from './title/title.ts';

export interface PageFrame {
  title: Segment;
  column: string | undefined;
  chrome: Content['plan']['chrome'];
  /** The line above the title, where only its place says that it is of the web page: it may be of the title. */
  aboveTitle?: Segment | undefined;
  /** The rest: the text of the plan. */
  body: Segment[];
}

/** Lines of a web page around a text. */
const BREADCRUMB =
  /^ *(?:您|你)?(?:现在|当前)?(?:所在)?的?位置 *[:：]|>>|^ *首页 *[>»/|-]|[^ ] *[>»] *[^ ]+ *[>»]/;
const FURNITURE =
  /^[ 【[(|]*(?:(?:文字|字体|字号)(?:大小)? *:?|大 中 小|[大中小]号?(?: [大中小]号?)+|打印|关闭|收藏|分享|转发|扫一扫|微信扫|扫码|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|量|次数)?|访问量|上一[篇条]|下一[篇条]|相关(?:链接|阅读|文章|附件|信息|新闻|稿件)|责任编辑|编辑 *:|作者 *:|审核 *:|网站地图|网站标识码|网站声明|隐私|版权|主办(?:单位)? *:|承办(?:单位)? *:|维护(?:单位)? *:|技术支持|地址 *:|邮编|联系(?:我们|电话|方式)|电话 *:|关于我们|设为首页|加入收藏|返回|回到|手机版|无障碍|站内|登录|注册|用户中心|Copyright|©|.{0,20}(?:ICP备|公网安备|版权所有|政府网站找错)|建议使用|您是第|附件下载|正文内容|政务公开|首页|当前位置)/i;
const METADATA =
  /^[ 【[(|]*(?:索 *引 *号|标 *题|信息(?:名称|分类|索引|来源)|主题(?:分类|词)|(?:发文|制发|印发)(?:机关|字号|日期|单位)|发布(?:机构|机关|单位|日期|时间|者)|成文日期|公开(?:日期|方式|类别)|(?:发 *)?文 *号|体裁分类|(?:发布|成文|公开|印发)时间|组配分类|有效性|生成日期|名 *称|关键[词字]|内容概述|效力状态) *[:：]/;

/** What a line of the web page is; undefined for the text itself. */
const whatIs = ({ folded }: Pick<Line, 'folded'>): string | undefined => {
  if (isBlank({ folded })) return '空行';
  if (folded.length > 300 || (folded.includes('。') && folded.length > 60)) return undefined;
  if (SOURCE_LINE.test(folded)) return '来源与发布时间栏';
  if (METADATA.test(folded) || isBareLabel(folded)) return '文件信息栏';
  if (BREADCRUMB.test(folded)) return '网页导航栏';
  return FURNITURE.test(folded) ? '网页功能栏' : undefined;
};

/** Finds title, publication and text; undefined if no line can be the title. */
export function readPageFrame(segments: Segment[], lost: boolean): PageFrame | undefined {
  const first = segments.findIndex(({ role }) => role !== undefined);
  const all = lost ? [...segments.slice(0, first).flatMap(splitHead), ...segments.slice(first)] : segments;
  const end = all.findIndex(({ role }) => role !== undefined);
  const head = all.slice(0, end < 0 ? all.length : end);
  const { title: ofTitle, notice } = titleLines(head, whatIs);
  const joined = joinTitle(ofTitle.flatMap((at) => head[at] ?? []));
  const [titleAt = 0] = ofTitle;
  if (!joined) return undefined;
  const { title, label, rest } = joined;
  const dropped: PageFrame['chrome'] = [];
  const drop = ({ line, at, text }: Segment, what: string) => dropped.push({ line, at, text, what });
  if (label) drop(label, '文件信息栏');
  const body: Segment[] = [];
  const top = Math.min(titleAt, notice[0] ?? titleAt);
  let aboveTitle: Segment | undefined;
  all.forEach((segment, index) => {
    if (index >= titleAt && index <= (ofTitle.at(-1) ?? 0)) {
      if (rest && index === ofTitle.at(-1)) body.push(rest);
      return;
    }
    const what = whatIs(segment);
    const before = head.findLast((one, at) => at < index && !isBlank(one));
    if (segment.role !== undefined || index > end) body.push(segment);
    else if (what !== undefined) drop(segment, what);
    else if (index < head.length && before && isBareLabel(before.text)) drop(segment, '文件信息栏');
    else if (lost && /^[0-9]{1,2}:[0-9]{2}/.test(segment.folded)) drop(segment, '来源与发布时间栏');
    else if (index < top && !belongsToPlan(segment, title)) {
      drop(segment, '网页导航栏');
      if (head.findLast((one, at) => at < top && !isBlank(one)) === segment) aboveTitle = segment;
    } else body.push(segment);
  });
  for (const [segment, what] of takeFooter(body, lost)) drop(segment, what);
  const chrome = joinNeighbours(dropped);
  return {
    title,
    column: columnOf(chrome),
    chrome,
    aboveTitle: aboveTitle && mayBeOfTitle(aboveTitle) ? aboveTitle : undefined,
    body,
  };
}

/** Sentences, an addressee, the letterhead, the document number and the first half of a title belong to the plan above its title as well. */
const belongsToPlan = ({ folded }: Segment, title: Segment) =>
  NUMBER_OF_DOCUMENT.test(folded) ||
  LETTERHEAD.test(folded) ||
  /。|[\p{Script=Han}]: *$/u.test(folded) ||
  (/关于印发|关于$|人民政府(?:办公[室厅])?$/.test(folded.trim()) && title.folded.includes('通知'));

/** Joins neighbouring pieces of the same line and kind. */
function joinNeighbours(pieces: PageFrame['chrome']): PageFrame['chrome'] {
  const joined: PageFrame['chrome'] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const follows = last?.line === piece.line && (last.at ?? 0) + last.text.length === piece.at;
    if (last && follows && last.what === piece.what) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** Removes the lines of the web page below the text; if line breaks are lost, the text after the last full stop. */
function takeFooter(body: Segment[], lost: boolean): [Segment, string][] {
  const last = body.findLastIndex((one) => !isBlank(one));
  const end = body[last];
  const stop = end ? end.folded.search(/[。)](?=[^。)]*$)/) + 1 : 0;
  if (lost && end && stop > 0 && end.folded.length - stop < 300) {
    const rest = splitHead(slice(end, stop, end.text.length));
    if (rest.every((one) => whatIs(one) !== undefined)) {
      body.splice(last, 1, { ...slice(end, 0, stop), marker: end.marker, role: end.role }, ...rest);
    }
  }
  const footer: [Segment, string][] = [];
  for (let one = body.at(-1); one && one.role === undefined; one = body.at(-1)) {
    const what = whatIs(one);
    if (what === undefined) break;
    footer.push([one, what === '网页功能栏' ? '网页页脚' : what]);
    body.pop();
  }
  return footer.reverse();
}
