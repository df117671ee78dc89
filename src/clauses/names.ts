/** Whether words are, or look like, the name of a unit. */
import { LEVELS } from '../text/levels.ts';
import { toShown } from '../text/punctuation.ts';
import { INVISIBLE } from '../text/width.ts';
import { fold } from './fold.ts';

/** The form in which a name from a clause is compared with a registered one: as shown, without invisible characters. */
export const nameKey = (name: string) => toShown(name).replace(INVISIBLE, '').replace(/\n/g, '');

/** Between names, unless it is part of one: 住房和城乡建设局. */
export const JOINED = /以及|和|与|及(?!其)/g;

const LONGEST_NAME = 60;
/** Signs and words that names of units do not have. Signs may be of half width. */
const NO_NAME = new RegExp(
  [
    '[《》〈〉“”"\':;。!?…=<>{}|+*%]|[0-9]{4}年|[局委办部厅院][.·•・]',
    '按照|依照|根据|依据|负责|牵头|应当|必须|不得|做好|开展|按.{0,6}(?:职责|职能|分工)|职责分工',
    // Half a sentence: 城区由县城管局, 县司法局暂不, 县水利局或县林业局, 县公安局配合.
    '其中|原则上|分别|(?<!自)由|或|^拟|不$|(?:配合|参与|参加|协助|会同)$',
    // A body and what it makes others do: 县教育局指导各学校.
    '.(?:指导|督促|组织|协调|动员|引导|督导|监督|带领)(?:各|所属|下属|有关|相关)',
    // Times: 完成时限; people: 分管副县长, 各单位主要负责人.
    '(?:时限|时间|期限|长期)$',
    '(?:[长员]|书记|主任|主席|领导|负责人|同志)$',
    // What refers to others, or is no name by itself: 同第1项, 上述单位, 县直各部门、单位.
    '^\\((?:牵头|配合|责任|负责|协办|参与)\\)|^(?:同(?:第|上|前|本)|上述|以上|前述)',
    '^(?:单位|部门|机关|机构|企业|地区|其他|其它|主要|第[一二三]|无|暂无|[省市县区镇乡村][级直])$',
    // What a bracket in a sentence says of others: （动员家庭、学校参与）.
    '^(?:动员|支持|鼓励|组织(?!部)|引导|委托|依托|按|跨(?!境)|通过|推动(?!.*(?:领导小组|委员会|办公室)$))',
  ].join('|'),
);

/** Whether words may be the name of a unit at all. */
export function isName(words: string): boolean {
  const folded = fold(words);
  return words.length <= LONGEST_NAME && !NO_NAME.test(folded) && /\p{L}/u.test(folded);
}

const BODY =
  /(?:委员会|[局厅委部办署院会处科室站所队组庭馆校行社台企协联场学店段厂园]|政府|机关|机构|部门|单位|中心|公司|集团|街道|乡镇|媒体|移动|电信|联通|[省市县区镇乡村州旗盟]|社区|团体|小组|专班|监狱|海关|电力|烟草|主体)(?:\([^()]{0,20}\))?$/;

/** What the complete name of a body ends with. */
export const COMPLETE = /(?:委员会|[局厅委部办署院会]|政府|机关|部门|单位|中心|公司|集团|街道|法院)$/;

/** Whether a folded name looks like that of a body. */
export const looksLikeBody = (folded: string) => BODY.test(folded) || folded.startsWith('各');

const AUTHORITY = new RegExp(
  [
    '[局厅署委办]$|(?:街道|乡镇|镇街|园区|开发区|新区|法院|检察院|党校|总工会|妇联|工商联|[管村居]委会|[总支大]队)$',
    '.(?:(?<!业主|家长)委员会|办公室|政府)$',
    `各(?![类方界族种项行])|^(?:全[${LEVELS}]|有关|相关)|^[${LEVELS}](?![内外域城际村民属场镇街])`,
  ].join('|'),
);
/** Whether a folded name is that of an authority, and not of what else has the endings of bodies: 学校, 家庭, 第三方机构. */
export const isAuthority = (folded: string) => looksLikeBody(folded) && AUTHORITY.test(folded);

export const SEPARATORS = /[、,;/\s]+/;
/** Whether a folded text is nothing but names that look like those of bodies. */
export const areBodies = (folded: string, separator = SEPARATORS) =>
  folded.split(separator).every(looksLikeBody);

/** Whether a name may be several: one side of its 和 is a known name, or looks like a complete one. */
export function mayBeSeveral(name: string, known: ReadonlySet<string>): boolean {
  if (/[^高中初同平均]等/.test(name) || name.length > 30) return true;
  return [...name.matchAll(JOINED)].some(({ 0: joint, index }) => {
    const [left, right] = [name.slice(0, index), name.slice(index + joint.length)];
    return (
      left !== '' &&
      right !== '' &&
      (known.has(left) || known.has(right) || COMPLETE.test(left) || right.startsWith('各'))
    );
  });
}
