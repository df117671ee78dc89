/** Checks the content against every rule before it is published. Each rule is a function that returns all its findings. */
import { contentMatchesSeed } from './seed.ts';
import { correctionsHold } from './corrections.ts';
import { documentRegistryIsInOrder, documentsAreRegistered } from './documents.ts';
import { cellsAreThoseOfTheRow, clausesAreReadable, unreadWordsStandInSeed } from './clauses.ts';
import { glossaryIsInOrder } from './glossary.ts';
import { notesHold } from './notes.ts';
import {
  numbersAreUnique,
  numbersRunOn,
  referencesResolve,
  tasksStandUnderTheirHeadings,
  titlesAreTheTasksWords,
} from './outline.ts';
import { factsStandInSeed, publicationIsFound } from './plan.ts';
import { progressHasItsTask } from './progress.ts';
import { examplesFindSomething, namesOfTodayAreInOrder, synonymsAreInOrder } from './search-words.ts';
import type { Rule } from './rule.ts';
import { unitRegistryIsInOrder, unitsAreNamedOnce, unitsAreRegistered } from './units.ts';
import type { Seed } from '../content-files/seed.ts';
import { redirectsLeadToPages } from './redirects.ts';
import type { Finding } from '../plan/model.ts';
import type { Interpreted } from '../content-files/interpret.ts';

/** Rules for single entries: they apply to what could be read, even if other files, or the seed, could not be. */
const ENTRY_RULES: ((content: Interpreted, seed: Seed | undefined) => Finding[])[] = [
  numbersAreUnique,
  titlesAreTheTasksWords,
  clausesAreReadable,
  unitsAreRegistered,
  documentsAreRegistered,
];

/** Rules for the whole content: they need every entry, or the seed. */
const WHOLE_RULES: Rule[] = [
  numbersRunOn,
  factsStandInSeed,
  publicationIsFound,
  unitRegistryIsInOrder,
  unitsAreNamedOnce,
  unreadWordsStandInSeed,
  cellsAreThoseOfTheRow,
  documentRegistryIsInOrder,
  correctionsHold,
  glossaryIsInOrder,
  namesOfTodayAreInOrder,
  synonymsAreInOrder,
  examplesFindSomething,
];

/** Rules that look up entries by their numbers: all entries must be there, with their own numbers. */
const LOOKUP_RULES: Rule[] = [
  referencesResolve,
  tasksStandUnderTheirHeadings,
  progressHasItsTask,
  redirectsLeadToPages,
];

/** Runs the rules and returns all findings that do not only follow from others; content without any can be published. */
export function check(content: Interpreted, seed: Seed): Finding[] {
  const text = contentMatchesSeed(content, seed);
  // Compared with another text, everything would be wrong.
  if (seed.sha256 !== content.plan.source.sha256) return [...checkEntries(content), ...text];
  const numbers = [numbersAreUnique, numbersRunOn].flatMap((rule) => rule(content));
  const findings = [
    ...checkEntries(content, seed),
    ...WHOLE_RULES.flatMap((rule) => rule(content, seed)),
    ...(text.length + numbers.length === 0 ? LOOKUP_RULES.flatMap((rule) => rule(content, seed)) : []),
    ...text,
  ];
  // What the seed has is missing only because a file was deleted or changed, which is a finding already.
  const received = withoutMarks(seed.text);
  const isReceived = (words: string) => words !== '' && received.includes(words);
  const own =
    text.length === 0
      ? findings
      : findings.filter(({ absent }) => absent === undefined || !isReceived(withoutMarks(absent)));
  // A note is compared with its task: if the task itself is wrong, only that is reported.
  const wrong = new Set(own.map(({ file }) => file));
  return [...own, ...notesHold(content).filter(({ file }) => !wrong.has(file))];
}

/** Marks may be lost in the seed, and are shown otherwise. */
const withoutMarks = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Runs the rules for single entries. */
export const checkEntries = (content: Interpreted, seed?: Seed): Finding[] =>
  ENTRY_RULES.flatMap((rule) => rule(content, seed));
