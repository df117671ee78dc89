/** The numbers that Chinese official texts put before headings, measures and tasks, in all their styles. */
import { foldWidth } from './width.ts';
import { readNumeral } from './numerals.ts';

/** A style is named by its first number; outer styles stand first, unless a text nests them otherwise. */
export const STYLES = [
  '第一部分',
  '第一章',
  '第一节',
  'I.',
  '一、',
  '（一）',
  '第一条',
  '任务1',
  '1.',
  '1、',
  '1.1',
  '(1)',
  '1)',
  '①',
] as const;
export type Style = (typeof STYLES)[number];

/** A number before an item, with its offsets in the text. */
export interface Marker {
  style: Style;
  value: number;
  /** Offset of the first character of the number. */
  start: number;
  /** Offset of the item that it numbers, after the blanks. */
  end: number;
}

const CHINESE = '一二三四五六七八九十百零〇';
// Marked as pure, so that browser scripts that import one word of labels/ do not carry it.
const MARKER = /* @__PURE__ */ new RegExp(
  /* @__PURE__ */ [
    // 第一部分 总体要求 at the beginning of a line; 第一部分资金用于建设。 is a sentence.
    `(?<=^ *)第(?<part>[${CHINESE}]{1,3}|[0-9]{1,2})(?:部分|[编篇])[:、.]?(?= |(?<=[:、.])|[^。,;]{0,30}$)`,
    `第(?<ordinal>[${CHINESE}]{1,5}|[0-9]{1,3})(?<unit>[章节条])`,
    '(?<=^ *)(?<roman>[IVX]{1,4}|[Ⅰ-Ⅻ])[.、](?=\\s*[\u3400-\u9fff])',
    // 任务1：, 事项一、 at the beginning of a line.
    `(?:任务|事项|项目|工程|行动|举措)(?<=^ *..)(?<named>[${CHINESE}]{1,4}|[0-9]{1,3})(?=[:、. ])[:、.]?(?![0-9])`,
    `(?<![${CHINESE}])(?<comma>[${CHINESE}]{1,4})、(?![${CHINESE}]{1,3}、)`,
    `\\((?<round>[${CHINESE}]{1,4})\\)、?`,
    '\\((?<bracket>[0-9]{1,3})\\)',
    // Four digits are a number where a line begins or a clause has ended; elsewhere they are a year.
    '(?<![0-9.])(?<digits>[0-9]{1,3}|(?<=(?:^|\\)) *)[0-9]{4})(?<separator>\\.(?![0-9])|、|\\))',
    '(?<sign>[①-⑳⑴-⒇⒈-⒛㈠-㈩])',
  ].join('|'),
  'g',
);
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const UNITS: Record<string, Style> = { 章: '第一章', 节: '第一节', 条: '第一条' };
const SEPARATORS: Record<string, Style> = { '.': '1.', '、': '1、', ')': '1)' };
const SIGNS: [first: string, last: string, style: Style][] = [
  ['①', '⑳', '①'],
  ['⑴', '⒇', '(1)'],
  ['⒈', '⒛', '1.'],
  ['㈠', '㈩', '（一）'],
];

/** Finds everything in a width-folded line that looks like the number of an item, in order. */
export function markersIn(folded: string): Marker[] {
  const found: Marker[] = [];
  if (folded.length < 2) return found;
  for (const match of folded.matchAll(MARKER)) {
    const read = readGroups(match.groups ?? {});
    if (!read || read.value === 0) continue;
    let end = match.index + match[0].length;
    while (folded[end] === ' ') end++;
    found.push({ ...read, start: match.index, end });
  }
  return found;
}

function readGroups(groups: Record<string, string | undefined>): Pick<Marker, 'style' | 'value'> | undefined {
  const {
    part,
    roman,
    ordinal,
    unit = '',
    named,
    comma,
    round,
    bracket,
    digits,
    separator = '',
    sign,
  } = groups;
  if (part !== undefined) return { style: '第一部分', value: valueOf(part) };
  if (roman !== undefined) return { style: 'I.', value: ROMAN.indexOf(roman.normalize('NFKC')) + 1 };
  if (ordinal !== undefined) return { style: UNITS[unit] ?? '第一条', value: valueOf(ordinal) };
  if (named !== undefined) return { style: '任务1', value: valueOf(named) };
  if (comma !== undefined) return { style: '一、', value: valueOf(comma) };
  if (round !== undefined) return { style: '（一）', value: valueOf(round) };
  if (bracket !== undefined) return { style: '(1)', value: Number(bracket) };
  if (digits !== undefined) return { style: SEPARATORS[separator] ?? '1.', value: Number(digits) };
  const range = SIGNS.find(([first, last]) => sign !== undefined && sign >= first && sign <= last);
  return range && { style: range[2], value: (sign ?? '').charCodeAt(0) - range[0].charCodeAt(0) + 1 };
}

/** 0 where the characters make no number. */
const valueOf = (figures: string) => readNumeral(figures) ?? 0;

/** The number at the beginning of a line, after any blanks. */
export function leadingMarker(text: string): Marker | undefined {
  const folded = foldWidth(text);
  const head = folded.search(/\S/);
  return markersIn(folded.slice(0, head + 12)).find(({ start }) => start === head);
}
