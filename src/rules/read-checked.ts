/** A content folder, read and held against every rule. */
import type { Seed } from '../content-files/decode.ts';
import { interpret, type Interpreted } from '../content-files/interpret.ts';
import { readFolder } from '../content-files/read.ts';
import { type FolderContent } from '../content-files/read.ts';
import type { Finding } from '../plan/model.ts';
import { check, checkEntries } from './check.ts';

/** Content that can be published, or all that is wrong with it, by file and line. */
export type Checked =
  | { content: Interpreted; seed: Seed; findings: [] }
  | { content?: undefined; seed?: undefined; findings: Finding[] };

/** Reads the folder that holds content/ and seeds/, and holds it against every rule. */
export const readChecked = (root: string): Checked => checkFolder(readFolder(root));

/** Holds what was read against every rule; where a file could not be read, against those that can speak all the same. */
export function checkFolder({ files, content, seed }: FolderContent): Checked {
  const read = content && interpret(content);
  if (read) {
    const complete = files.found().length === 0;
    for (const finding of complete && seed ? check(read, seed) : checkEntries(read)) files.report(finding);
  }
  const findings = files.found();
  return findings.length > 0 || !read || !seed ? { findings } : { content: read, seed, findings: [] };
}
