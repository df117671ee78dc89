/** Every rule that content must obey before it is published. Each is a function that returns all its findings. */
import { contentMatchesSeed } from './seed.ts';
import { correctionsHold } from './corrections.ts';
import { documentRegistryIsInOrder, documentsAreRegistered } from './documents.ts';
import {
  clausesAreReadable,
  unitRegistryIsInOrder,
  unitsAreNamedOnce,
  unitsAreRegistered,
} from './clauses.ts';
import { glossaryIsInOrder } from './glossary.ts';
import { notesHold } from './notes.ts';
import { numbersAreUnique, numbersRunOn, referencesResolve, titlesAreTheTasksWords } from './outline.ts';
import { factsStandInSeed, publicationIsFound } from './plan.ts';
import { progressHasItsTask } from './progress.ts';
import type { Rule } from './rule.ts';
import type { Seed } from '../content-files/seed.ts';
import type { Finding } from '../plan/model.ts';
import type { Interpreted } from '../content-files/interpret.ts';

/** Rules of single entries: they hold for what could be read, even where other files could not. */
const ENTRY_RULES: ((content: Interpreted) => Finding[])[] = [
  numbersAreUnique,
  titlesAreTheTasksWords,
  clausesAreReadable,
  unitsAreRegistered,
  documentsAreRegistered,
];

/** Rules of the whole: they need every entry, or the seed. */
const WHOLE_RULES: Rule[] = [
  numbersRunOn,
  referencesResolve,
  factsStandInSeed,
  publicationIsFound,
  unitRegistryIsInOrder,
  unitsAreNamedOnce,
  documentRegistryIsInOrder,
  correctionsHold,
  glossaryIsInOrder,
  progressHasItsTask,
  contentMatchesSeed,
];

/** Runs every rule and returns all findings; none means that the content can be published. */
export function check(content: Interpreted, seed: Seed): Finding[] {
  const findings = [...checkEntries(content), ...WHOLE_RULES.flatMap((rule) => rule(content, seed))];
  const unsound = new Set(findings.map(({ file }) => file));
  // A note is measured by its task: where the task itself is wrong, only that is told.
  return [...findings, ...notesHold(content).filter(({ file }) => !unsound.has(file))];
}

/** Runs the rules that can speak although other files or the seed could not be read. */
export function checkEntries(content: Interpreted): Finding[] {
  return ENTRY_RULES.flatMap((rule) => rule(content));
}
