/** Every rule that content must obey before it is published. Each is a function that returns all its findings. */
import { accountMatchesSeed } from './check/account.ts';
import { correctionsHold } from './check/corrections.ts';
import { documentsAreRegistered } from './check/documents.ts';
import { clausesAreReadable, unitsAreRegistered } from './check/duties.ts';
import { evidenceIsFound, numbersRunOn, referencesResolve, titlesAreTheTasksWords } from './check/outline.ts';
import type { Finding } from './model.ts';
import type { Content } from './schema.ts';

/** The seed as bytes say it: its text, and the digest of its bytes. */
export interface Seed {
  text: string;
  sha256: string;
}

/** A rule of the content; `seed` is there for the rules that compare. */
export type Rule = (content: Content, seed: Seed) => Finding[];

const RULES: Rule[] = [
  numbersRunOn,
  referencesResolve,
  titlesAreTheTasksWords,
  evidenceIsFound,
  clausesAreReadable,
  unitsAreRegistered,
  documentsAreRegistered,
  correctionsHold,
  accountMatchesSeed,
];

/** Runs every rule and returns all findings; none means that the content can be published. */
export function check(content: Content, seed: Seed): Finding[] {
  return RULES.flatMap((rule) => rule(content, seed));
}
