/** Writes numbers as lists do: 二十一, u, xxi; and raised figures: 10⁴. */

const DIGITS = '零一二三四五六七八九';

/** 1 → 一, 21 → 二十一, 305 → 三百零五; numbers that lists do not reach stay in figures. */
export function chineseNumeral(value: number): string {
  if (value < 0 || value > 999) return String(value);
  if (value < 10) return DIGITS[value] ?? '';
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${DIGITS[hundreds] ?? ''}百` : '';
  const middle =
    tens === 0 ? (ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : (DIGITS[tens] ?? '')}十`;
  return head + middle + (ones > 0 ? (DIGITS[ones] ?? '') : '');
}

/** 1 → a, 27 → aa. */
export function letters(value: number): string {
  let [rest, text] = [value, ''];
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text === '' ? String(value) : text;
}

const ROMAN: [value: number, sign: string][] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
  ] as const),
  ...([
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
].map(([value, sign]) => [value, sign]);

/** 4 → iv. */
export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let [rest, text] = [value, ''];
  for (const [step, sign] of ROMAN) {
    while (rest >= step) {
      text += sign;
      rest -= step;
    }
  }
  return text;
}

const RAISED: Readonly<Partial<Record<string, string>>> = {
  ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, digit) => [String(digit), sign])),
  ...{ '+': '⁺', '-': '⁻', '−': '⁻', '(': '⁽', ')': '⁾', n: 'ⁿ' },
};

/** Words as raised signs, where each of them has one; undefined otherwise. */
export function raised(words: string): string | undefined {
  const signs = Array.from(words.trim(), (sign) => RAISED[sign]);
  return signs.length > 0 && signs.every((sign) => sign !== undefined) ? signs.join('') : undefined;
}
