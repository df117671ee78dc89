/** Collective names, which may contain 、 or follow 和 without being part of the name before; for folded texts. */

const AREA =
  '(?:县级市|自治[区州县旗]|直辖市|新区|开发区|功能区|高新区|经开区|园区|示范区|管理区|风景区|保税区|乡镇|镇乡|镇街|街镇|街道办事处|街道|街办|[省市县区州盟旗乡镇村]|社区|农场|林场|地区|团场)';
const BRACKET = '(?:\\([^()]{0,20}\\))?';
const OF_AREA = '人民政府|政府|管委会|管理委员会|党委|党工委|党\\(工\\)委|办事处|人民团体';

/** 各区、县级市; 各市、县人民政府: 各 governs all areas up to a common last word. */
const EACH = `各${AREA}${BRACKET}(?:、${AREA}${BRACKET})+(?=$|[、,;和及与等 \\n()]|以及|${OF_AREA})`;
/** 各镇党委、政府; 某某街道党工委、办事处: what follows has no name of its own. */
const PARTY_AND = `(?:党委|党工委|党\\(工\\)委|党组|[省市县区旗州盟]\\)?委)${BRACKET}、(?:人民政府|政府|办事处|管委会|管理委员会|行政)${BRACKET}(?=$|[、,;/和及与等 \\n]|以及)`;
/** 各有关部门、单位; 各工作部门、派出机构. */
const KINDS = '(?:部门|单位|机关|机构|地区|企业|学校|院校|团体|组织)';
const AND_KIND = `${KINDS}(?:、(?:派出|直属|下属|所属)?${KINDS})+(?=$|[、,;/和及与等 \\n]|以及)`;
const WHOLE = new RegExp(
  `${EACH}|${PARTY_AND}|${AND_KIND}|各?省(?:\\(区\\))?、自治区、直辖市|省、市、县|市、县(?:、区)?|县、乡(?:镇)?(?=两?级|人民政府|政府)`,
  'g',
);

/** The spans of names whose 、 does not separate. */
export const wholeNames = (folded: string) =>
  [...folded.matchAll(WHOLE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

const BODIES = '(?:部门|单位|机关|机构|地区|企业|方面|高校|院校|地方|行业|处室|科室)';
const LEVEL =
  '(?:国务院|中央|国家|中央和国家|自治区|自治州|省级?直?|市级?直?|县级?直?|区级?直?|州级?直?|旗级?直?|盟级?直?|镇级?|乡级?|全[省市县区])';

/** 和各…, 及相关部门: the word before a collective separates. */
const BEFORE_COLLECTIVE = new RegExp(
  `(?:以及|和|及|与)(?=各(?!自|类|项|种)|(?:其他|其它)?(?:有关|相关)${BODIES}|其他(?:成员)?${BODIES}|${LEVEL}(?:各|有关|相关|其他))`,
  'g',
);

/** The first joint in a name after which a collective begins; undefined where there is none. */
export function collectiveJoint(folded: string): { start: number; end: number } | undefined {
  for (const match of folded.matchAll(BEFORE_COLLECTIVE))
    if (match.index > 0) return { start: match.index, end: match.index + match[0].length };
  return undefined;
}

const COUNT = '(?:[0-9一二三四五六七八九十]{1,3}(?:个|家|所)|多[个家])?';
/** 等, 等有关部门, 等12个部门, 等部门和单位; or 等 with a collective of a level: 等国务院相关部门. */
const OPEN = new RegExp(
  `^(?<name>.*?[^高中初同平均])(?:(?<and>等)(?<level>${LEVEL}(?:各)?(?:有关|相关)${BODIES})|(?<open>等${COUNT}(?:\\p{Script=Han}{0,12}?(?:${BODIES}|组织)(?:(?:和|及|、)(?:有关|相关)?(?:部门|单位|地区|企业))?)?))(?:(?<joint>以及|和|及|与)(?!其)(?<more>.+))?$`,
  'u',
);

/** A name that leaves the list open, with the collective that it names and what is joined to it. */
export interface OpenName {
  name: string;
  /** The words that leave it open: 等, 等有关部门. */
  open: string;
  level: string;
  joint: string;
  more: string;
}

/** Reads 甲局等有关部门及各区; undefined where a name does not leave the list open. */
export function openName(folded: string): OpenName | undefined {
  if (!folded.includes('等')) return undefined;
  const groups = OPEN.exec(folded)?.groups;
  if (!groups) return undefined;
  const { name = '', and = '', level = '', open = '', joint = '', more = '' } = groups;
  return { name, open: and + open, level, joint, more };
}
