/** Sorts and formats findings for editors. */
import type { Finding } from '../plan/model.ts';
import { compare } from '../text/lists.ts';

/**
 * An error in words for whoever edits or builds. Astro prints its message as it is: without a stack, which helps no editor, and
 * without a hint on browsers, which it gives wherever an error has the word “document” in it.
 */
export const editorError = (message: string): Error =>
  Object.assign(new Error(message), { stack: '', toString: () => 'Error' });

/** One line for each finding: file:line  problem  → advice. */
export const formatFindings = (findings: Finding[]): string =>
  findings
    .map(
      ({ file, line, problem, advice }) =>
        `${file}${line === undefined ? '' : `:${line}`}  ${problem}  → ${advice}`,
    )
    .join('\n');

/** 1 file, 2 files. */
export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Sorts findings by file and line. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = ({ file, line = 0 }: Finding) => `${file}:${String(line).padStart(6, '0')}`;
  return [...findings].sort((a, b) => compare(key(a), key(b)));
}
