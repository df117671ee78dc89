/** Words that look as if they announced units, but are no label that the program knows: 牵投单位. */
import { announcedByHead } from '../../clauses/vocabulary.ts';
import { fold } from '../../clauses/fold.ts';

const LIKE_LABEL = /^\p{Script=Han}{1,8}(?:单位|部门|机关|机构|主体)$/u;

/** Whether the head of a column looks like a label and is none. */
export function isUnknownLabel(words: string): boolean {
  const bare = fold(words).replace(/\s/g, '');
  return LIKE_LABEL.test(bare) && announcedByHead(bare) === undefined;
}

/** The words before a colon at the beginning of a line, if they look like a label and are none. */
export function unknownLabelOf(text: string): string | undefined {
  const words = /^([^:]{2,12}):/.exec(fold(text).trim())?.[1]?.trim();
  return words !== undefined && isUnknownLabel(words) ? words : undefined;
}
