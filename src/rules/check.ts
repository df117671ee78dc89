/** Checks the content against every rule before it is published. Each rule is a function that returns all its findings. */
import { contentMatchesSeed } from './seed.ts';
import { correctionsHold } from './corrections.ts';
import { documentRegistryIsInOrder, documentsAreRegistered } from './documents.ts';
import { clausesAreReadable, unreadWordsStandInSeed, cellsStandInRow } from './clauses.ts';
import { glossaryIsInOrder } from './glossary.ts';
import { notesHold } from './notes.ts';
import { numbersAreUnique, numbersRunOn, referencesResolve, titlesAreTheTasksWords } from './outline.ts';
import { factsStandInSeed, publicationIsFound } from './plan.ts';
import { progressHasItsTask } from './progress.ts';
import { examplesFindSomething, namesOfTodayAreInOrder, synonymsAreInOrder } from './search-words.ts';
import type { Rule } from './rule.ts';
import { unitRegistryIsInOrder, unitsAreNamedOnce, unitsAreRegistered } from './units.ts';
import type { Seed } from '../content-files/seed.ts';
import { redirectsLeadToPages } from './redirects.ts';
import type { Finding } from '../plan/model.ts';
import type { Interpreted } from '../content-files/interpret.ts';

/** Rules for single entries: they apply to what could be read, even if other files could not be. */
const ENTRY_RULES: ((content: Interpreted) => Finding[])[] = [
  numbersAreUnique,
  titlesAreTheTasksWords,
  clausesAreReadable,
  unitsAreRegistered,
  documentsAreRegistered,
  redirectsLeadToPages,
];

/** Rules for the whole content: they need every entry, or the seed. */
const WHOLE_RULES: Rule[] = [
  numbersRunOn,
  referencesResolve,
  factsStandInSeed,
  publicationIsFound,
  unitRegistryIsInOrder,
  unitsAreNamedOnce,
  unreadWordsStandInSeed,
  cellsStandInRow,
  documentRegistryIsInOrder,
  correctionsHold,
  glossaryIsInOrder,
  progressHasItsTask,
  namesOfTodayAreInOrder,
  synonymsAreInOrder,
  examplesFindSomething,
  contentMatchesSeed,
];

/** Runs every rule and returns all findings; content without any can be published. */
export function check(content: Interpreted, seed: Seed): Finding[] {
  const findings = [...checkEntries(content), ...WHOLE_RULES.flatMap((rule) => rule(content, seed))];
  // A note is compared with its task: if the task itself is wrong, only that is reported.
  const wrong = new Set(findings.map(({ file }) => file));
  return [...findings, ...notesHold(content).filter(({ file }) => !wrong.has(file))];
}

/** Runs the rules for single entries. */
export const checkEntries = (content: Interpreted): Finding[] => ENTRY_RULES.flatMap((rule) => rule(content));
