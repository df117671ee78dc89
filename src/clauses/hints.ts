/** Hints that a text names a unit or a time, although none could be read: then the program must not say that it names none. */
import { fold } from './fold.ts';

const UNIT =
  /牵头|负责|责任|配合|会同|协同|协办|协助|主办|承办|主管|分工|参与|督办|落实单位|同上|同前|[\p{Script=Han}]{2}(?:局|厅|院|署|委员会|委办|办公室|办公厅|管委会|领导小组|指挥部|专班|中心|公司|集团|银行|法院|学校)|政府|党委|党组|纪委|[省市县区]委|部门|单位|机关|机构|街道|[各][级地区县镇乡市省州旗部]|由[^,。;]{1,12}(?:组织|实施|落实|办理|推进|承担)/u;

/** A bracket at the end of a text, or words after a colon there: they may be a clause in words that are not known. */
const AT_END =
  /(?:[([【〔〖「][^()[\]【】〔〕。]{2,200}[)\]】〕〗」]|(?:^|[\n。; ])\p{Script=Han}{2,10} *:[^。:\n]{1,80})[。;,.\s]*$/u;

/** Whether a text may name who is responsible. */
export function mentionsUnit(text: string): boolean {
  const folded = fold(text);
  return UNIT.test(folded) || AT_END.test(folded.slice(-300));
}

const COUNT = '(?:[0-9]+|[〇○零一二两三四五六七八九十百半几数]+)';
const YEAR = '(?<![0-9])(?:[0-9]{4}|[〇○零一二三四五六七八九]{4}) ?年';
const TIME = new RegExp(
  `${COUNT} ?个? ?(?:年|月|日|号|天|周|星期|季度|工作日|小时)|[年月季][底末终]|年内|[上下]半年|季度|期间|时期|期末|十[一二三四五六]五|[今明本当次翌后来去]年|年度|近期|即日|之日|时限|期限|限期|限时|时间|节点|长期|持续|常态|常年|立行立改|即知即改|立查立改|立即|马上|尽快|尽早|按时|按期|如期|同步|[节汛冬]前|每[年月周日季]|[0-9]{4}[-./][0-9]{1,2}`,
);

/** Whether a text speaks of time at all: a date, a period, a frequency. */
export const mentionsTime = (text: string): boolean => TIME.test(fold(text));

const DEADLINE = new RegExp(
  [
    `${COUNT} ?个? ?(?:年|月|日|天|周|星期|工作日|季度)(?:之|以)?内`,
    `[年月日底末初旬度号节汛冬] ?(?:之|以)?前(?!期|列|提|后|往|景|沿|瞻|端|置|身|进|言|三|款|项|述)`,
    `(?:到|至|力争|确保|争取|截至|截止) ?${YEAR}`,
    `${YEAR}[^。;]{0,16}?(?:完成|建成|实现|达到|达标|形成|覆盖|竣工|投用|到位)`,
    `${YEAR}(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月`,
    '(?:今|明|本|当|次|翌|后|来)年(?:年?[底末内]|[0-9]|完成|实现|建成)',
    '“?十[一二三四五六]五”?(?:规划)?(?:期间|时期|期末|末)',
    '(?:完成|办理|整改|工作|任务)(?:时限|期限|时间)|时间节点|限期(?:整改|完成|办结)|限时',
    '立行立改|即知即改|立查立改|立即整改|即日起|之日起|近期完成|年内|[上下]半年|第?[一二三四1-4]季度(?:完成|前|底)',
    '(?:^|[,。;:( ])(?:长期|持续|常年|常态化)[^,。;]{0,6}(?:$|[,。;) ])',
  ].join('|'),
);

/** Whether a text may set a deadline, so that a rule for tasks without one need not apply to it. */
export const mentionsDeadline = (text: string): boolean => DEADLINE.test(fold(text));

const OF_ALL = new RegExp(
  `(?<!对)(?:各项|所有|全部|以上|上述|所列|本方案)(?:(?![已曾])[^。;]){0,12}(?:任务|工作|事项)(?!方案|报告|总结)(?:(?![已曾])[^。]){0,40}${YEAR}|(?:完成|实施|整改)(?:时限|期限|时间)[^。;]{0,12}${YEAR}`,
);

/** Whether prose may set a deadline for all tasks. What is done already sets none. */
export const mentionsDeadlineOfAll = (text: string): boolean =>
  fold(text)
    .split('。')
    .some((sentence) => OF_ALL.test(sentence));

/** Labels and lines of the page around a text from which a fact of the publication could be read. */
export const PUBLICATION_HINTS = {
  publisher: /来源|发布(?:机构|机关|单位|者)|发文(?:机关|单位)|制发机关|公开主体|作者|供稿/,
  published: /(?:发布|公布|公开|印发|发文|更新|生成)(?:时间|日期)|^ *(?:时间|日期) *:/m,
  issuer: /发文(?:机关|单位)|制发机关|印发机关|制定机关|发布机关/,
  dated: /成文(?:日期|时间)|签发日期|制发日期/,
  documentNumber: /发文字号|文 *号|字号 *:|〔[0-9]{4}〕? *第?[0-9]+ *号 *$/m,
  indexNumber: /索 *引 *号/,
  topic: /主题分类|主题词|信息分类|体裁分类/,
} as const;

const SIGNATURE =
  /^ *[\p{Script=Han}()“”、 ]{2,40}(?:政府|委员会|办公室|办公厅|[局厅委部署院会办]|领导小组|指挥部|公司) *$/mu;
/** 2025年1月20日, （2025年1月20日某某会议通过）. */
const DATE_ALONE =
  /^ *\(?(?:[0-9]{4}|[〇○零一二三四五六七八九]{4}) ?[-年/.][^。;,]{2,10}[日号]?(?:[^。;,]{0,20}(?:印发|发布|公布|公开|通过|制定))?\)? *$/m;
/** A title that begins with the body that issued it: 某某市人民政府关于…, 某某市教育局2025年…. */
const ISSUER_IN_TITLE =
  /(?:政府|委员会|办公室|办公厅|[局厅委部署院办])(?:、[\p{Script=Han}]{2,20})* *(?:关于|印发|转发|批转)|^\p{Script=Han}{2,20}(?:政府|委员会|办公室|办公厅|[局厅委部署院办])[0-9]{4}年/u;

/** Whether lines outside of the tasks, or the title, may say who issued a text; or when. */
export const mentionsIssuer = (lines: string, title: string): boolean =>
  SIGNATURE.test(fold(lines)) || ISSUER_IN_TITLE.test(fold(title));
export const mentionsDate = (lines: string): boolean => DATE_ALONE.test(fold(lines));
