/** Numerals in Arabic or Chinese figures: 10, 十, 二十五, 二〇一七. */

const DIGITS = '〇一二三四五六七八九';
const COUNTED =
  /^(?:([一二三四五六七八九])百)?[零〇]?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u;

/** Reads a numeral; with 百 and 十 only numbers below a thousand. */
export function readNumeral(text: string): number | undefined {
  const figures = yearsInFigures(text);
  if (/^\d+$/.test(figures)) return Number(figures);
  const [all = '', hundreds = '', tens = '', ten, ones = ''] = COUNTED.exec(text) ?? [];
  if (all === '') return undefined;
  return 100 * digit(hundreds) + 10 * (ten === undefined ? 0 : digit(tens) || 1) + digit(ones);
}

/** Replaces years in Chinese figures by Arabic ones: 二〇一七年 → 2017年. */
export function yearsInFigures(text: string): string {
  return text.replace(/[〇零一二三四五六七八九]{4}/gu, (year) => [...year].map(digit).join(''));
}

function digit(character: string): number {
  return character === '' ? 0 : Math.max(0, DIGITS.indexOf(character));
}
