/** The area of a plan in a query, where people write it before the name of a unit: 甲市乙区某局. Sent to readers. */
import { LEVELS } from '../text/levels.ts';
import { last } from '../text/lists.ts';

/** Names of areas from the outermost to that of the plan itself: 甲市, 乙区. Empty where none is known. */
export type Area = readonly string[];

/** What the name of an area ends with, or that of a unit begins with: 区某局. */
const LEVEL = `自治[区州县旗]|[${LEVELS}]`;
/** A level before a name, which people leave out: 区某局. */
export const LEVEL_BEFORE = new RegExp(`^(?:${LEVEL})(?=.{2})`, 'u');
const LEVEL_BEHIND = new RegExp(`(?:${LEVEL})$`, 'u');
const HIGHER = /^(?:\p{Script=Han}{2,10}(?:省|市|州|盟|自治区))$/u;
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆';
const PROVINCE = new RegExp(`^(?:${PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?$`, 'u');
/** What may stand between an area and the name of a unit: 区政府某办. */
const SEAT = '党委|委|人民政府|政府';
const SEAT_BEHIND = new RegExp(`(?:${SEAT})$`, 'u');
/** What ends with an area or a level: 某市, 市, 自治, which the 区 of a name follows, 国家. */
const ANY_AREA = new RegExp(
  `(?:自治[区州县旗]?|[省市州盟县旗]级?|(?:^|[^社地校园小片街城])区|国家|国务院|中央|全国|${PROVINCES})(?:${SEAT})?$`,
  'u',
);

const withoutLevel = (name: string) => name.replace(LEVEL_BEHIND, '');

/** Whether words are an area around another: 甲市 and 某省甲市, or some city where that of the plan is not known. */
function isAround(words: string, higher: Area): boolean {
  const upper = last(higher);
  if (upper === undefined) return HIGHER.test(words) || PROVINCE.test(words);
  const own = [higher.join(''), upper].find((name) => words.endsWith(name)) ?? '';
  const outer = words.slice(0, words.length - own.length);
  return words === withoutLevel(upper) || outer === '' || PROVINCE.test(outer);
}

/** 广西, 三江县: an autonomous area without the names of peoples. */
const isShortFor = (words: string, own: string) =>
  /自治[区州县旗]$/u.test(own) && withoutLevel(words).length > 1 && own.startsWith(withoutLevel(words));

/** 甲市乙区, 乙区. */
const namesOf = (area: Area) => area.map((_, from) => area.slice(from).join(''));

/** Whether words before the name of a unit are its area: 乙 and 甲市乙 before 区某局 and 某局, not 甲市. */
function isArea(words: string, name: string, area: Area): boolean {
  const own = last(area);
  if (own === undefined) return false;
  const names = namesOf(area);
  if (LEVEL_BEHIND.exec(own)?.[0] === words || isShortFor(words, own)) return true;
  // 市 is a level in 市某局, and none in 市场监管局.
  return [words + (LEVEL_BEFORE.exec(name)?.[0] ?? ''), words].some(
    (full) =>
      full.length > 1 &&
      (names.includes(full) ||
        (full === words && names.map(withoutLevel).includes(full)) ||
        (full.endsWith(own) && isAround(full.slice(0, -own.length), area.slice(0, -1)))),
  );
}

/** The name of a unit in a text, with what stands before and behind it. */
export interface NameInText {
  name: string;
  before: string;
  after: string;
  /** Whether another area, or another level, stands right before the name: it is that of another unit. */
  isElsewhere: boolean;
}

/**
 * The longest of these names in a text, with what the text says besides: without the area before it, and for a branch without
 * the area in it (甲市某局乙分局). Texts, names and areas are normalised.
 */
export function nameWithin(text: string, names: readonly string[], area: Area): NameInText | undefined {
  const within = names.filter((name) => name !== '' && text.includes(name));
  const [first, ...others] = within;
  if (first === undefined) return undefined;
  const name = others.reduce((longest, one) => (one.length > longest.length ? one : longest), first);
  const at = text.indexOf(name);
  const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
  const own = last(area)?.replace(LEVEL_BEHIND, '');
  const branch = own && new RegExp(`^${own}(?:${LEVEL})?分局`, 'u').exec(after)?.[0];
  const isBranch = own !== undefined && (branch !== undefined || name.includes(own));
  const higher = area.slice(0, -1).join('');
  const start = before.split('').findIndex((_, from) => {
    const words = before.slice(from);
    const bare = words.replace(SEAT_BEHIND, '');
    return (bare !== '' && isArea(bare, name, area)) || (isBranch && higher.endsWith(words));
  });
  const rest = before.slice(0, start < 0 ? before.length : start);
  // Where no area is known, the level in the name of the unit tells: 区某局 for 某局 behind 市.
  const hasLevel = names.some((one) => one !== name && one.replace(LEVEL_BEFORE, '') === name);
  return {
    name,
    before: rest,
    after: after.slice(branch?.length ?? 0),
    isElsewhere: (own !== undefined || hasLevel) && ANY_AREA.test(rest),
  };
}
