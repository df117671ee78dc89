/** The words that responsibility clauses use, with their meaning; for folded texts (fold.ts). Other words are not read. */
import type { Role } from '../plan/model.ts';

const DO = '(?:负责|落实|抓好落实|实施|组织实施|推进|办理|抓好|抓总|协调|组织|完成|推动)';
const AND_DO = `(?:(?:并|，|,)?${DO})?`;
const BY_DUTY =
  '(?:按照?|依照?|根据|依据)(?:各自|有关)?(?:的)?(?:工作)?(?:职责|职能|职权)(?:范围|分工|任务|权限)*(?:(?:的)?(?:要求|规定))?(?:分工|分别|各自|共同|抓好|做好|认真)*';

/** How a role is taken: before any role word, and no part of the name before it. */
const BY_SHARES = `${BY_DUTY}|(?:按照?|依照?)?分工`;
const MANNER = `(?:${BY_SHARES}|分别|共同|联合|各自|具体|积极|密切|全力|予以)*`;

/** Role words at the end of a segment, longer ones first. */
const ROLE_ENDINGS: [pattern: RegExp, role: Role][] = [
  [new RegExp(`${MANNER}(?:总)?牵头${AND_DO}$`), 'lead'],
  [
    new RegExp(`${MANNER}(?:协同|协助)?(?:积极|密切|全力)?配合(?:落实|实施|做好|推进|完成|工作)?$`),
    'support',
  ],
  [new RegExp(`${MANNER}(?:协同|(?<!政)协办|协助)(?:落实|实施|做好|推进|完成|办理|负责)?$`), 'assist'],
  [new RegExp(`${MANNER}(?:参与|参加)(?:落实|实施)?$`), 'participate'],
  [new RegExp(`${MANNER}(?:业务|督促|监督|跟踪)?指导(?:落实|实施|监督|督促|推进)?$`), 'guide'],
  [
    new RegExp(
      `(?:(?:${BY_SHARES}|分别|共同|各自|联合)(?:负责|抓好)(?:落实|实施|组织实施|推进)?|${BY_DUTY}(?:落实|抓好落实|组织实施|实施|推进|做好|办理))$`,
    ),
    'joint',
  ],
  [/(?:具体|主要)?负责(?:落实|抓好落实|实施|组织实施|推进|办理|抓好|牵头落实)?$/, 'sole'],
  [
    /(?:具体|认真|共同|分别|组织)?(?:抓好落实|落实|组织实施|实施|组织落实|推进落实|承办|主办|办理)$/,
    'implement',
  ],
];
const LONGEST_ENDING = 30;

/** The role words at the end of a folded segment. */
export function roleEnding(folded: string): { words: string; role: Role } | undefined {
  for (const [pattern, role] of ROLE_ENDINGS) {
    const words = pattern.exec(folded.slice(-LONGEST_ENDING))?.[0];
    if (words !== undefined) return { words, role };
  }
  return undefined;
}

/** What a label or the head of a column announces: units in a role, a time, or people, who are not units. */
export type Announced = Role | 'time' | 'people';

/** The first that fits counts. */
const ANNOUNCED: [words: RegExp, announced: Announced][] = [
  [/^(?!.*(?:单位|部门)(?:及|和|与|、)).*(?:人|领导|联系方式|电话|联络员|组长)$/, 'people'],
  [/时限|时间|期限|进度安排|^完成/, 'time'],
  [/^(?:总)?牵头/, 'lead'],
  [/^配合/, 'support'],
  [/^(?:协办|协助|协同|协作)/, 'assist'],
  [/^(?:参与|参加)/, 'participate'],
  [/^(?:业务)?(?:指导|督导)/, 'guide'],
  [/^(?:实施|落实|承办|主办|组织实施)/, 'implement'],
  [/^/, 'sole'],
];

/** What words such as 责任单位 or 完成时限 announce. */
export const announcedBy = (words: string): Announced =>
  ANNOUNCED.find(([pattern]) => pattern.test(words))?.[1] ?? 'sole';

const BODY = '(?:单位|部门|机关|机构|主体|科室|处室|股室|科|处|地区)';
const OF_ROLE =
  '(?:总?牵头|配合|协办|协助|协同|协作|责任|负责|主责|主管|主办|承办|落实|组织实施|实施|参与|参加|指导)';
const UNIT_LABEL = `${OF_ROLE}(?:(?:及|和|、|与)?(?:责任|${OF_ROLE}))?(?:落实)?${BODY}(?:(?:及|和|与|、)(?:责任人|负责人|职责)|\\((?:单位|部门|科室|处室|责任人|负责人)\\))?`;
const LABEL_WORDS = [
  UNIT_LABEL,
  `(?:(?:部门|职责|任务|责任|工作)分工)`,
  '(?:预计|计划|拟)?完成(?:时限|时间|期限|日期|时间节点)|(?:工作|整改|办理|办结|推进|任务|实施|落实)?(?:时限|期限)(?:要求|和要求)?|(?:工作|整改|办理|实施|起止|推进|计划|进度)?时间(?:要求|节点|安排|进度|期限|计划)?|进度安排',
  '(?:牵头|责任|负责|第一责任|主要责任|直接责任|具体责任|包保|包抓|包联|分管|主管|联系|挂钩|挂帅|督办|整改责任|主要负责|具体负责|协调)(?:县级|市级|区级|县|市|区|省|单位|部门)?(?:领导|责任人|负责人|联系人|人)|(?:县|市|区|省)级?(?:包保|牵头|责任|分管|包联|包抓|联系|挂钩)?领导|联系人|联系(?:电话|方式)|责任(?:县|市|区|省)?领导',
].join('|');
/** Words that are a label only before a colon right at the beginning of a clause. */
const SHORT = '(?:牵头|配合|协办|协助|协同|责任|负责|主办|承办|参与|落实|指导)';
/** Words of a label before what it announces: 其他责任单位, 第二责任单位, 县级牵头单位. */
const BEFORE_LABEL =
  '(?<=^|[([【〔;,。、 \\n])(?:其他|其它|其余|主要|次要|第[一二三四五]|直接|共同|具体|业务|相关|有关|[省市县区旗州盟镇乡村][级直]?(?:\\([省市县区旗镇乡村街道、]{1,8}\\))?[、和]?){1,4}';
/** Behind a label without a colon: the name of a body, or a time; not the head of another column. */
const BODY_OR_TIME = `(?=(?!${LABEL_WORDS}|要|应|将|须|必须|按|根据|加强|认真|切实)[^、,;。:()\\s]{1,20}(?<=[局厅委部办署院会]|政府|中心|乡镇|街道|部门|单位)(?:[、,;。\\s]|$)|[0-9]{4} ?年|(?:长期|常年|持续)(?:[、,;。\\s]|$))`;
const LABEL = new RegExp(
  [
    `(?:${BEFORE_LABEL})?(?<words>${LABEL_WORDS}|(?<=^|[([【〔;,。 ])${SHORT}) *:`,
    // 【牵头单位】甲局
    `[【[〔〖](?<boxed>${LABEL_WORDS})[】\\]〕〗] *:?`,
    // 牵头单位——县某局, 牵头单位 县某局
    `(?<=^|[\\n。; ])(?<bare>${UNIT_LABEL}|(?:完成|整改|办结)(?:时限|时间|期限))(?: *[-—–─/]{1,2} *| +)${BODY_OR_TIME}`,
  ].join('|'),
  'g',
);
const MAY_LABEL = /:|[】\]〕〗]|[位门关构体室区限间处股科职人)] *[-—–─/ ]/;

/** The labels (责任单位：) of a folded text, in order. */
export function labelsIn(folded: string): { start: number; end: number; announced: Announced }[] {
  if (!MAY_LABEL.test(folded)) return [];
  return [...folded.matchAll(LABEL)].map(({ 0: label, index, groups }) => ({
    start: index,
    end: index + label.length,
    announced: announcedBy(groups?.words ?? groups?.boxed ?? groups?.bare ?? ''),
  }));
}

const LEVEL = /^(?:国家|中央|自治区|本)[直级]?(?:有关|相关)?(?=.{2})/;

/** What the head of a column announces, without blanks and brackets; undefined where it is no label. */
export function announcedByHead(words: string): Announced | undefined {
  for (const head of new Set([words, words.replace(LEVEL, '')])) {
    const label = labelsIn(`${head}:`)[0];
    if (label?.start === 0 && label.end === head.length + 1) return label.announced;
  }
  return undefined;
}

/** Words that set a rule for the clause itself and for later ones. */
const RULES = `(?:${[
  '(?:除(?:有?标[注明]|注明|写明|明确|特别)[^。;()]{0,30}?外,? *)?(?:以上|各项任务|各项工作|每项任务)?(?:名单|责任单位|单位)?中?,?(?:排名?|名|位|署名|排序)?列?(?:在|于)?(?:第一|首)(?:位|名|个)?(?:者|的)?(?:责任)?(?:单位|部门)?(?:均?为|是|系|即为|作为|即)(?:该|本|此)?(?:项)?(?:任务|工作)?(?:的)?(?:总)?牵头(?:责任|负责)?(?:单位|部门|者)?(?:[,;]? *(?:以)?下同)?',
  '以下[^()。]{0,60}?不再(?:一一|重复|逐一|逐项|另行)?列[出入明]',
  '“负责”前[^,;。()]{0,12}',
  '(?:以)?下同',
].join('|')})`;
const RULE = new RegExp(`\\(${RULES}\\)|${RULES}`, 'g');

/** A rule in a text, with the brackets around it. */
interface RuleSpan {
  start: number;
  end: number;
  kind: 'firstLeads' | 'later' | 'other';
}

/** The rules that a folded text sets: 列第一位者为牵头单位，下同, or 以下均需…不再列出. */
export function rulesIn(folded: string): RuleSpan[] {
  if (!/第一|首|不再|下同|“负责”/.test(folded)) return [];
  return [...folded.matchAll(RULE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: match[0].includes('牵头') ? 'firstLeads' : /^\(?以下(?!同)/.test(match[0]) ? 'later' : 'other',
  }));
}

/** A clause that refers to the one before. */
export const SAME = /^(?:(?:责任|牵头|配合)?(?:单位|部门))?同(?:上|前)(?:一?[条款项])?$/;

const STRONG = /牵头|负责(?!人)|配合|会同|协助|协办|(?:单位|部门|机关|主体) *:|[([【〔]同[上前][)\]】〕]/;
const WEAK = /参与|参加|指导|协同|落实|实施|承办|主办/;

/** Whether a folded bracket or line concerns responsibility at all. */
export const mentionsResponsibility = (folded: string) => STRONG.test(folded) || WEAK.test(folded);

/** Whether only words say so that occur in other brackets as well: （鼓励企业参与）. */
export const mentionsItWeakly = (folded: string) => !STRONG.test(folded);
