/** What a rule of the content is, and how rules about lists report. */
import type { Interpreted } from '../content-files/interpret.ts';
import type { Seed } from '../content-files/seed.ts';
import type { Finding } from '../plan/model.ts';

/** A rule of the content, compared with the seed where necessary. */
export type Rule = (content: Interpreted, seed: Seed) => Finding[];

/** Reports a problem with a value of an entry, which is found by its key or by a path of keys. */
type Report = (key: string | string[], problem: string, advice: string, absent?: string) => void;

/** Runs a check on each entry of a list and returns all findings. */
export function checkEntriesOf<T>(
  file: string,
  entries: readonly T[],
  check: (entry: T, report: Report, index: number) => void,
): Finding[] {
  const findings: Finding[] = [];
  entries.forEach((entry, index) => {
    const report: Report = (key, problem, advice, absent) => {
      findings.push({ file, at: [index, key].flat(), problem, advice, absent });
    };
    check(entry, report, index);
  });
  return findings;
}

/** A text as it is compared where marks may be lost in the seed, and are shown otherwise. */
export const withoutMarks = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
