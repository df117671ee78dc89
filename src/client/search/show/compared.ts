/** How a query was compared with the texts, where that is not sign for sign. */
import type { Question } from '../../../search/query.ts';
import { shortened } from './shortened.ts';

// A radical of a PDF stands for a letter.
const NOT_LETTERS = /[^\p{L}\p{N}\p{M}\u2e80-\u2fdf]+/gu;
const CASED = /[\p{Lu}\p{Ll}]/u;
const letters = (text: string) => text.normalize('NFC').replace(NOT_LETTERS, '').toLowerCase();
const halfWidth = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
/** Whether a text has punctuation or symbols. */
const hasMarks = (text: string) =>
  text.replace(/\s+/gu, '').replace(NOT_LETTERS, '') !== text.replace(/\s+/gu, '');

/**
 * What was left out or taken for the same, in brackets; empty where the query was compared as it is typed. `found` are the
 * words of the texts that match it.
 */
export function comparisonNote(query: string, { words, whole }: Question, found: string[] = []): string {
  const forms = new Set([whole, ...words]);
  const notes = [
    ...(letters(query) === whole ? [] : [`按“${shortened(words.join(' '))}”搜索`]),
    ...(hasMarks(query) || found.some((text) => hasMarks(text) || /\s/u.test(text))
      ? ['不计标点、符号和空格']
      : []),
    ...(found.length > 0 && CASED.test(whole) ? ['不分大小写'] : []),
    ...(found.some((text) => !forms.has(letters(text)) && forms.has(letters(halfWidth(text))))
      ? ['不分全角半角']
      : []),
    // ① is found by 1, ㎡ by m2.
    ...(found.some((text) => !forms.has(letters(halfWidth(text)))) ? ['特殊字形按普通字形'] : []),
  ];
  return notes.length === 0 ? '' : `（${notes.join('，')}）`;
}
