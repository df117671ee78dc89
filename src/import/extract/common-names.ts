/** Other names by which people may look for units: common abbreviations, and the full names of what a plan abbreviates. */
import type { UnitEntry } from '../../content-files/schema.ts';

/** Subject of a body as its official name has it → its common abbreviations, the most common first. */
const SHORT: readonly (readonly [full: string, ...short: string[]])[] = [
  ['发展和改革', '发改'],
  ['发展改革', '发改'],
  ['工业和信息化', '工信'],
  ['工业信息化', '工信'],
  ['教育和体育', '教体'],
  ['教育体育', '教体'],
  ['科学技术', '科技'],
  ['科学技术和工业信息化', '科工信', '工信'],
  ['民族宗教事务', '民宗'],
  ['民族和宗教事务', '民宗'],
  ['人力资源和社会保障', '人社'],
  ['人力资源社会保障', '人社'],
  ['自然资源和规划', '自规', '资规'],
  ['住房和城乡建设', '住建'],
  ['住房城乡建设', '住建'],
  ['交通运输', '交通'],
  ['文化和旅游', '文旅'],
  ['文化旅游', '文旅'],
  ['文化广电和旅游', '文广旅', '文旅'],
  ['文化广电旅游', '文广旅', '文旅'],
  ['文化广电体育和旅游', '文广体旅', '文旅'],
  ['文化体育广电和旅游', '文体广旅', '文旅'],
  ['文化广电旅游体育', '文广旅体', '文旅'],
  ['卫生健康', '卫健'],
  ['卫生和计划生育', '卫计'],
  ['卫生计生', '卫计'],
  ['退役军人事务', '退役军人'],
  ['应急管理', '应急'],
  ['市场监督管理', '市场监管', '市监'],
  ['市场监管', '市监'],
  ['医疗保障', '医保'],
  ['城市管理', '城管'],
  ['城市管理和综合执法', '城管'],
  ['城市管理综合执法', '城管'],
  ['城市综合执法', '城管'],
  ['政务服务数据管理', '政数'],
  ['行政审批服务', '行政审批'],
  ['林业和草原', '林草'],
  ['国有资产监督管理', '国资'],
  ['地方金融监督管理', '金融监管'],
  ['安全生产监督管理', '安监'],
  ['食品药品监督管理', '食药监'],
  ['食品药品监管', '食药监'],
  ['工商行政管理', '工商'],
  ['质量技术监督', '质监'],
  ['国土资源', '国土'],
  ['环境保护', '环保'],
  ['文化体育广播电视', '文体广电'],
  ['扶贫开发', '扶贫'],
  ['机构编制委员会', '编'],
  ['机关事务管理', '机关事务'],
];
/** Ends of names, each with the forms that stand for it after an abbreviation. */
const ENDS: readonly (readonly [end: string, short: string])[] = [
  ['委员会办公室', '办'],
  ['委员会', '委'],
  ['办公室', '办'],
  ['办公厅', '办'],
  ['分局', '分局'],
  ['局', '局'],
  ['厅', '厅'],
  ['委', '委'],
  ['办', '办'],
];
/** Of an abbreviation that stands for several subjects the usual one. */
const FULL = new Map(SHORT.toReversed().map(([full, short]) => [short ?? '', full]));
/** The place before a name: 县, 某某市; 市场 begins with none. */
const LEVEL =
  /^(?!市场)(?:全?[省州区县市旗]|\p{Script=Han}{1,6}?[省州区县旗]|\p{Script=Han}{1,6}?市(?!场))(?=\p{Script=Han}{2})/u;

/** A name that is not registered, and why it may be used. */
export interface CommonName {
  unit: string;
  name: string;
  /** The words of the unit's name from which it was computed, and what stands for them. */
  from: string;
  to: string;
}

/** Names that people may type for units, none of which the text has. Nothing says that they are used in this place. */
export function commonNames(units: Pick<UnitEntry, 'name' | 'aliases'>[]): CommonName[] {
  const known = new Set(units.flatMap(({ name, aliases }) => [name, name.replace(LEVEL, ''), ...aliases]));
  return units.flatMap(({ name: unit }) =>
    [...abbreviations(unit), ...fullNames(unit)]
      .filter(({ name }) => !known.has(name))
      .map((one) => ({ unit, ...one })),
  );
}

type Computed = Omit<CommonName, 'unit'>;

/** 县住房和城乡建设局 → 住建局. */
function abbreviations(unit: string): Computed[] {
  const bare = unit.replace(LEVEL, '');
  const end = ENDS.find(([own]) => bare.endsWith(own));
  if (!end) return [];
  const subject = bare.slice(0, -end[0].length);
  const entry = SHORT.find(
    ([full]) => full === subject || (full === `${subject}委员会` && end[0].startsWith('委')),
  );
  return (entry?.slice(1) ?? []).map((short) => ({
    name: short + end[1],
    from: entry?.[0] ?? '',
    to: short,
  }));
}

/** 县住建局 → 住房和城乡建设局. */
function fullNames(unit: string): Computed[] {
  const bare = unit.replace(LEVEL, '');
  const end = ['分局', '局', '厅', '委', '办'].find((own) => bare.endsWith(own));
  if (end === undefined) return [];
  const short = bare.slice(0, -end.length);
  const full = FULL.get(short);
  if (full === undefined) return [];
  const longEnd = end === '委' ? '委员会' : end === '办' ? '办公室' : end;
  return [{ name: full + longEnd, from: short, to: full }];
}

/** The names as a list for a terminal, each with its reason; undefined where there are none. */
export function commonNamesText(names: CommonName[]): string | undefined {
  if (names.length === 0) return undefined;
  return [
    'Names that people may search by, computed from common abbreviations; the text does not have them, and none was registered.',
    'Enter under aliases in content/units.yaml those that are used for these units:',
    ...names.map(({ unit, name, from, to }) => `  ${unit}  ${name}  (${from} → ${to})`),
  ].join('\n');
}
