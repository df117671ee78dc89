/** What a reader of a quotation checks first: names of units, dates, numbers. */
import type { Range } from '../search/query.ts';
import { readNumeral, yearsInFigures } from '../text/numerals.ts';

export type FactKind = 'unit' | 'date' | 'number';

export interface Token {
  text: string;
  /** Undefined for a letter that belongs to none. */
  kind?: FactKind;
}

const FIGURES = '[0-9〇零一二三四五六七八九十百千]';
const DATE = `(?:[0-9]{4}|[〇零一二三四五六七八九]{4})年(?:${FIGURES}{1,3}月(?:${FIGURES}{1,3}日)?)?|${FIGURES}{1,3}月(?:${FIGURES}{1,3}日)?`;
const NUMBER = `(?!一[个项次条名人件家天日类批])(?:[0-9]+(?:[万亿千百])?(?:个|项|次|元|条|名|人|件|家|天|日|类|批|级|成|倍)?|${FIGURES}+(?:[万亿千百])?(?:个|项|次|元|条|名|人|件|家|天|日|类|批|倍))`;

/** Cuts normalised letters, whose ranges in their text are given, into tokens. */
export type Tokenizer = (letters: string, ranges: readonly Range[]) => Token[];

/** Tokens are names of units, dates, numbers, and all other letters one by one. */
export function tokenizer(names: readonly string[]): Tokenizer {
  // The longest name that fits.
  const units = [...names].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(${units === '' ? '(?!)' : units})|(${DATE})|(${NUMBER})|[^]`, 'gu');
  const tokens = (letters: string) =>
    Array.from(letters.matchAll(pattern), ([text, unit, date, number]): Token => {
      if (unit !== undefined) return { text, kind: 'unit' };
      if (date !== undefined) return { text, kind: 'date' };
      return number === undefined ? { text } : { text, kind: 'number' };
    });
  return (letters, ranges) => betweenFigures(letters, ranges).flatMap(tokens);
}

/** Cuts letters where a mark divides two figures: 〔2016〕12号 has two numbers. */
function betweenFigures(letters: string, ranges: readonly Range[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 1; at < letters.length; at++) {
    if (ranges[at - 1]?.[1] === ranges[at]?.[0] || !/^[0-9]{2}$/.test(letters.slice(at - 1, at + 1)))
      continue;
    pieces.push(letters.slice(from, at));
    from = at;
  }
  return [...pieces, letters.slice(from)];
}

export const textOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('');

/** Whether two dates or numbers have the same value, written in other figures. */
export function sameValue(a: string, b: string): boolean {
  return inFigures(a) === inFigures(b);
}

const inFigures = (text: string) =>
  yearsInFigures(text).replace(new RegExp(`${FIGURES}+`, 'gu'), (numeral) =>
    String(readNumeral(numeral) ?? numeral),
  );
