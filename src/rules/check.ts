/** Checks the content against every rule before it is published. Each rule is a function that returns all its findings. */
import { contentMatchesSeed } from './seed/matches-seed.ts';
import { findMisplaced } from './seed/misplaced.ts';
import { correctionsHold } from './corrections.ts';
import { documentRegistryIsInOrder, documentsAreRegistered } from './documents.ts';
import { cellsAreThoseOfTheRow, clausesAreReadable, unreadWordsStandInSeed } from './clauses.ts';
import { glossaryIsInOrder } from './glossary.ts';
import { notesHold } from './notes.ts';
import { numbersAreUnique, numbersRunOn, taskFilesAreNamed } from './outline/numbers.ts';
import { partsAreThoseAbove, tasksStandUnderTheirHeadings } from './outline/places.ts';
import { titlesAreTheTasksWords } from './outline/titles.ts';
import { factsStandInSeed, publicationIsFound } from './plan.ts';
import { progressHasItsTask } from './progress.ts';
import { examplesFindSomething, namesOfTodayAreInOrder, synonymsAreInOrder } from './search-words.ts';
import { withoutMarks, type Rule } from './rule.ts';
import { lostUnits, unitRegistryIsInOrder, unitsAreNamedOnce, unitsAreRegistered } from './units.ts';
import { FILES } from '../content-files/schema.ts';
import type { Seed } from '../content-files/seed.ts';
import { redirectsLeadToPages } from './redirects.ts';
import type { Finding } from '../plan/model.ts';
import type { Interpreted } from '../content-files/interpret.ts';

/** Rules for single entries: they apply to what could be read, even if other files, or the seed, could not be. */
const ENTRY_RULES: ((content: Interpreted, seed: Seed | undefined) => Finding[])[] = [
  numbersAreUnique,
  taskFilesAreNamed,
  titlesAreTheTasksWords,
  clausesAreReadable,
  unitsAreRegistered,
];

/** Rules for the whole content: they need every entry, or the seed. */
const WHOLE_RULES: Rule[] = [
  factsStandInSeed,
  unitRegistryIsInOrder,
  unitsAreNamedOnce,
  unreadWordsStandInSeed,
  cellsAreThoseOfTheRow,
  correctionsHold,
  glossaryIsInOrder,
  synonymsAreInOrder,
];

/** Rules that look up entries by their numbers: all entries must be there, with their own numbers. */
const LOOKUP_RULES: Rule[] = [partsAreThoseAbove, tasksStandUnderTheirHeadings, progressHasItsTask];

/** Rules that compare titles as shown, which a wrong correction changes. */
const TITLE_RULES = [documentsAreRegistered, documentRegistryIsInOrder];

/** Rules that look up units by their ids and names. */
const UNIT_LOOKUP_RULES: Rule[] = [namesOfTodayAreInOrder, examplesFindSomething];

/**
 * Runs the rules and returns all findings that do not only follow from others; content without any can be published. What
 * was found to be a copy or on a wrong line is taken as mended for the rules after it.
 */
export function check(content: Interpreted, seed: Seed): Finding[] {
  // Compared with another text, everything would be wrong.
  if (seed.sha256 !== content.plan.source.sha256)
    return [...checkEntries(content), ...contentMatchesSeed(content, seed)];
  const repeated = numbersAreUnique(content);
  const copies = repeated.filter(({ file }) => isTaskFile(file));
  const copied = new Set(copies.map(({ file }) => file));
  const { content: placed, findings: misplaced } = findMisplaced(withoutFiles(content, copied), seed);
  // What a copy replaced is lost because of it.
  const isReplaced = ({ file }: Finding) =>
    copied.has(file) || (copied.size > 0 && file.startsWith('seeds/'));
  const text = contentMatchesSeed(placed, seed).filter((one) => !isReplaced(one));
  const isOwn = (finding: Finding) => !followsFrom(finding, text, seed);
  const areNumbersWrong = copies.length + taskFilesAreNamed(placed).length > 0 || text.some(isAboutNumbers);
  const gaps = numbersRunOn(placed).filter(({ file }) => !areNumbersWrong || !isTaskFile(file));
  const areTasksWhole = text.length + repeated.length + gaps.length === 0;
  const areUnitsWhole = lostUnits(placed, seed).size === 0;
  const lookups = [
    ...(correctionsHold(placed, seed).length === 0 ? TITLE_RULES : []),
    ...(areTasksWhole ? LOOKUP_RULES : []),
    ...(areUnitsWhole ? UNIT_LOOKUP_RULES : []),
    ...(text.some(isAboutPage) ? [] : [publicationIsFound]),
    ...(areTasksWhole && areUnitsWhole ? [redirectsLeadToPages] : []),
  ];
  const findings = [
    ...copies,
    ...misplaced,
    ...[...ENTRY_RULES, ...WHOLE_RULES, ...lookups].flatMap((rule) => rule(placed, seed)).filter(isOwn),
    ...gaps,
    ...text,
  ];
  // What the seed has is missing only because a file was deleted or changed, which is a finding already.
  const received = withoutMarks(seed.text);
  const isReceived = (words: string) => words !== '' && received.includes(words);
  const own =
    text.length + copies.length === 0
      ? findings
      : findings.filter(({ absent }) => absent === undefined || !isReceived(withoutMarks(absent)));
  // A note is compared with its task: if the task itself is wrong, only that is reported.
  const wrong = new Set(own.map(({ file }) => file));
  return [...own, ...notesHold(placed).filter(({ file }) => !wrong.has(file))];
}

const isTaskFile = (file: string) => file.startsWith('content/tasks/');

/** Content as if the files of some tasks were not there. */
const withoutFiles = (content: Interpreted, files: ReadonlySet<string>): Interpreted =>
  files.size === 0
    ? content
    : {
        ...content,
        tasks: content.tasks.filter(({ file }) => !files.has(file)),
        clauses: content.clauses.filter(({ file }) => !files.has(file)),
      };

/** Whether a difference from the seed is in a number, or leaves numbers out. */
const isAboutNumbers = ({ file, at = [] }: Finding) =>
  file.startsWith('seeds/') || (isTaskFile(file) && (at[0] ?? 'number') in { number: 0, marker: 0 });

/** Whether a difference from the seed is in a line from which the publication is read, or may be. */
const isAboutPage = ({ file }: Finding) => file.startsWith('seeds/') || file === FILES.plan;

/** Whether a finding is about verbatim words of which it is said already that they are not those of the seed. */
const followsFrom = ({ file, at = [], absent }: Finding, text: Finding[], seed: Seed) =>
  text.some(
    (one) =>
      one.file === file &&
      (isTaskFile(file)
        ? VERBATIM.includes(String(at[0])) || (at[0] === 'title' && seed.text.includes(absent ?? ''))
        : one.at?.join('.') === at.join('.')),
  );

/** The fields of a task that hold words of the seed. */
const VERBATIM = ['number', 'marker', 'text', 'clauses', 'duty', 'tail', 'cells'];

/** Runs the rules for single entries. */
export const checkEntries = (content: Interpreted, seed?: Seed): Finding[] =>
  [...ENTRY_RULES, documentsAreRegistered].flatMap((rule) => rule(content, seed));
