/** Reads a content folder and checks it against every rule. */
import { interpret, type Interpreted } from '../content-files/interpret.ts';
import { readFolder, type FolderContent } from '../content-files/read-folder.ts';
import type { Seed } from '../content-files/seed.ts';
import type { Finding } from '../plan/model.ts';
import { check, checkEntries } from './check.ts';

/** Content that can be published with its seed, or all findings, by file and line; `isPartly` where some rules could not be held yet. */
export type Checked =
  | { content: Interpreted; seed: Seed; findings: [] }
  | { content?: undefined; seed?: undefined; findings: Finding[]; isPartly: boolean };

/** Reads and checks the folder that holds content/ and seeds/. */
export const readChecked = (root: string): Checked => checkFolder(readFolder(root));

/** Checks what was read; where a file could not be read, only the rules of single entries apply. */
export function checkFolder({ reader, isWhole, content, seed }: FolderContent): Checked {
  const interpreted = content && interpret(content);
  if (interpreted) {
    const findings = seed && isWhole ? check(interpreted, seed) : checkEntries(interpreted, seed);
    for (const finding of findings) reader.report(finding);
  }
  const { findings } = reader;
  return findings.length > 0 || !interpreted || !seed
    ? { findings, isPartly: !interpreted || !seed || !isWhole }
    : { content: interpreted, seed, findings: [] };
}
