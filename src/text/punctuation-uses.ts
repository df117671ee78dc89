/** How often each rule of the punctuation normalisation applies in the received text, for /corrections/. */
import { FULL_WIDTH, toShown } from './punctuation.ts';
import { radicalUses } from './radicals.ts';

/** One rule of the normalisation, with the number of characters that it decides. */
export interface PunctuationUse {
  received: string;
  shown: string;
  /** True for the rule for a character between two digits. */
  betweenDigits: boolean;
  count: number;
}

/** Punctuation that is part of a number when it stands between two digits. */
const IN_NUMBERS = [',', ':', '-'];

/** Counts every rule in a text with ASCII punctuation; a rule that never applies is listed with 0. */
export function punctuationUses(text: string): PunctuationUse[] {
  const betweenDigits = (received: string) =>
    text.match(new RegExp(`(?<=\\d)${received}(?=\\d)`, 'g'))?.length ?? 0;
  const all = toShown(text);
  const dashes = [...text.matchAll(/(?<=\d)-(?=\d)/g)].filter(({ index }) => all[index] === '—').length;
  const elsewhere = [...FULL_WIDTH].map(([received, shown]) => {
    const inNumbers = IN_NUMBERS.includes(received) ? betweenDigits(received) : 0;
    return { received, shown, betweenDigits: false, count: text.split(received).length - 1 - inNumbers };
  });
  const inNumbers = IN_NUMBERS.map((received) => ({
    received,
    shown: toShown(`1${received}1`).charAt(1),
    betweenDigits: true,
    count: received === '-' ? dashes : betweenDigits(received),
  }));
  const radicals = radicalUses(text).map((one) => ({ ...one, betweenDigits: false }));
  return [...elsewhere, ...inNumbers, ...radicals];
}
