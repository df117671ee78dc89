/** Different ways of writing the same: radicals, ○ and 零 for 〇, years in Chinese figures. */
import { yearsInFigures } from './numerals.ts';
import { withoutRadicals } from './radicals.ts';

/** Folds them to one form (二○一七年 → 2017年); no text becomes longer or shorter. */
export const foldForms = (text: string): string =>
  yearsInFigures(withoutRadicals(text).replace(/[○◯零]/gu, '〇'));
