/** Regular expressions for times in a folded text (fold.ts). */

const FIGURES = '0-9〇○零一二三四五六七八九';
/** A year with its word 年, in Arabic or Chinese figures, as a group of the given name. */
export const YEAR = (name: string) =>
  `(?<![${FIGURES}])(?<${name}>[0-9]{4}|[〇○零一二三四五六七八九]{4}) ?年`;
export const MONTH = '(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])';
export const DAY = '(?:[0-9]{1,2}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])';
const COUNT = '(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})';
export const BEFORE = '(?:之前|以前|前)';
/** What something was or became by a time: 2018年底前建成的小区. */
const BECAME =
  '(?:(?:建成|建设|修建|开工|竣工|投入|投用|完成|完工|印发|制定|出台|颁布|发布|公布|施行|实施|生效|形成|产生|发生|存在|登记|注册|备案|立案|受理|审批|批准|核准|认定|确定|签订|成立|设立|建立|取得|购买|拖欠|到期|退休|参保|参加|发放|下达|纳入|淘汰|查处|排查|关停|入职|离职|废止|出生|购置|脱贫|停用|注销|毕业|入学|开业|退役|入住|落户|缴费)(?:使用|运行|完毕|通过|验收|合同|协议)?[并且]?){1,2}';
const IN_YEAR = `[${FIGURES}]{4} ?年`;
/** A time that says of something what it is or was, or what is built upon: 对2018年底前脱贫的农户, 在2018年底前完成试点的基础上. */
const NO_DESCRIPTION = `(?!${[
  `(?:(?:已经?|尚未|未)?${BECAME})?的`,
  '(?:(?!完成|建成|实现|对|把|将|使)[^,。;]){0,6}已(?!有(?! ?[0-9]))',
  // Who may do something: 2020年6月30日前，已经登记的企业可享受优惠.
  ', ?已经?[^,。;]{1,12}的[^,。;]{1,10}(?:可|不得|享受|免|给予)',
  '(?:取得|持有)[^,。;]{1,10}的(?:项目|企业|单位|机构|人员|个人|农户)(?:限期|按|应|须|可|不|继续|予以|给予|纳入|优先|享受)',
  `[^,。;]{0,12}的(?<=(?:对|把|清理|清查|核查|解决|化解|消化|处置) ?${IN_YEAR}[^,。;]{0,30})`,
  `[^,。;]{0,12}基础上(?<=在 ?${IN_YEAR}[^,。;]{0,30})`,
].join('|')})`;
export const DONE =
  '(?:(?:基本|全部|全面|力争|确保|正式|如期|按期)?(?:完成|建成|落实|到位|销号|办结|整改到位|完成整改))?';
/** What follows the end of a month or year that has no 前, so that it is a deadline. */
const TO_DO =
  '(?=(?:力争|争取|确保)?(?:基本|全部|全面|正式|如期|按期)?(?:完成|建成|实现|竣工|完工|投用|投入|启用|出台|印发|达到|到位|销号|办结|整改到位))';
/**
 * Before a month that has no year of its own there is no figure, letter or year that cannot be read (1 2月, l2月, 201 8年12月,
 * 2018.12月), and no year named in relation to another (去年12月, 第二年6月): the year before it is not meant.
 */
const NO_YEAR = `(?=${MONTH} ?月)(?<![${FIGURES}十A-Za-z|｜!丨] {0,3})(?<!(?<!同)年度? {0,3})(?<![0-9]{4} ?[-./] ?)`;
const PART = '(?:[上下]半年|第?[一二三四1-4] ?季度)';
const PART_FIRST = '(?<=(?:^|[,、。;:(\\s])(?:到|在|于|力争|确保)?)';
const NOT_SINCE = '(?<!截至|截止|截止到|截止至|自|从)';

/**
 * A time in running text. A group `year_…` is its year; `month` with `day`, `monthEnd`, `part`, `partBy` and `partAt` say
 * which day is the last; `undated` is a time without a definite last day.
 */
export const TIME = new RegExp(
  [
    // 2018年6月底前, 2018年6月30日前; 12月底前
    `(?:${YEAR('year_a')}度? {0,3}|${NO_YEAR})(?<month>${MONTH}) ?月 ?(?:(?<day>${DAY}) ?[日号]|[底末]) ?${BEFORE}${NO_DESCRIPTION}`,
    // 2017年底前, 2017年年底前
    `${YEAR('year_b')} ?年? ?(?:底|末|终) ?${BEFORE}${NO_DESCRIPTION}`,
    `${YEAR('year_c')} ?(?<part>${PART})(?:底|末)?(?:前|内|之前|以前)?`,
    `${YEAR('year_d')} ?年? ?内`,
    // 2023年3月完成, 2022年12月底完成, 到2022年底
    `${NOT_SINCE}${YEAR('year_e')} ?(?:(?<monthEnd>${MONTH}) ?月 ?(?:份|底|末)?|年?[底末]) ?${TO_DO}`,
    `(?<=到|至|力争|确保)${NOT_SINCE}${YEAR('year_f')} ?(?:${MONTH} ?月 ?)?[底末](?!以来|前)`,
    `(?<undated>${[
      `${YEAR('year_g')} ?${MONTH} ?月(?:份|中旬|上旬|下旬|初)? ?${BEFORE}`,
      `每(?:年年?|半年|季度|季|月)(?:${MONTH} ?月)?(?:${DAY} ?[日号])?(?:底|末|初|上旬|中旬|下旬)?${BEFORE}`,
      '(?<=^|[,。;:(\\s])(?:长期坚持|长期推进|长期实施|长期整改|长期|持续推进|持续实施|持续加强|持续开展|持续整改|持续|常年坚持|常态化推进|常抓不懈|立行立改|即知即改|立查立改|边查边改|立即整改)(?=$|[,。;)\\s])',
      `(?:自|从)?[^,。;:()\\s]{0,10}(?:印发|发布|公布|下发|施行|实施)之日起,? ?${COUNT} ?个?(?:工作日|自然日|日|天|周|星期|月|年)(?:之内|以内|内)?`,
      '“?十[一二三四五六]五”?(?:规划)?(?:期间|时期|期末|末期|末)',
      `(?:今年|本年度?|当年|明年|次年|翌年|后年|来年)(?:[上下]半年|第?[一二三四1-4]季度|年?[底末]|${MONTH} ?月(?:份|底|末|[上中下]旬)?)(?:之?前|内|以前)?`,
      '(?:今年|本年度|当年|明年|次年)(?:之内|以内|内)',
      `(?<![每满近过前这后${FIGURES}十])(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年(?:之|以)?内(?=[^,。;]{0,6}(?:完成|建成|实现|达到|形成|建立))`,
      '(?:春节|元旦|国庆|中秋|汛期|主汛期|入冬|开学|两会)(?:节)?之?前',
    ].join('|')})`,
    // 下半年完成, 二季度前: of the year named before, as 年底前 and 年内 are. In other words it is no deadline.
    `${PART_FIRST}(?<partBy>${PART})(?:底|末)?(?:(?:之?前|内|以前)|${TO_DO})`,
    `${PART_FIRST}(?<partAt>${PART})(?!的|工作|总结|数据|已|以来|较|比|同比|增)`,
    // 年底前 and 年内 refer to a year named before.
    `(?<![每去上前第${FIGURES}年A-Za-z])年(?:底|末|终)${BEFORE}${NO_DESCRIPTION}`,
    `(?<![0-9一二两三四五六七八九十几数半多每去上前第A-Za-z])年内`,
  ].join('|'),
  'gu',
);
