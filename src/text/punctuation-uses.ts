/** How often the declared normalisation of marks applies: the seed's account of what readers see in its place. */
import { FULL_WIDTH, toShown } from './punctuation.ts';

/** One rule of the normalisation with the number of places it decides. */
export interface PunctuationUse {
  received: string;
  shown: string;
  /** True for the rule that holds where a digit stands on either side. */
  betweenDigits: boolean;
  count: number;
}

/** Marks that are part of a number where a digit stands on either side. */
const IN_NUMBERS = [',', ':', '-'];

/** Counts every rule in a text with ASCII marks; a rule that no place needs is listed with 0. */
export function punctuationUses(text: string): PunctuationUse[] {
  const inNumbers = IN_NUMBERS.map((received) => ({
    received,
    shown: toShown(`1${received}1`).charAt(1),
    betweenDigits: true,
    count: text.match(new RegExp(`(?<=\\d)${received}(?=\\d)`, 'g'))?.length ?? 0,
  }));
  const elsewhere = [...FULL_WIDTH].map(([received, shown]) => {
    const numbers = inNumbers.find((one) => one.received === received)?.count ?? 0;
    return { received, shown, betweenDigits: false, count: text.split(received).length - 1 - numbers };
  });
  return [...elsewhere, ...inNumbers];
}
