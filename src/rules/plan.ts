/** Rules for the facts of the plan. */
import { timesIn } from '../clauses/dates.ts';
import { foldWidth } from '../text/width.ts';
import { toShown } from '../text/punctuation.ts';
import { leadingMarker } from '../text/list-numbers.ts';
import { METADATA, type Finding, type SourceQuote } from '../plan/model.ts';
import { wordsOfFact, wordsOfRules } from '../content-files/facts/plan-facts.ts';
import { columnOf, periodOf, publicationOf } from '../content-files/facts/publication.ts';
import { FILES } from '../content-files/schema.ts';
import type { Rule } from './rule.ts';

/** The words from which a fact was read occur in its line of the seed, and name the year of its date. */
export const factsStandInSeed: Rule = ({ plan }, seed) => {
  const lines = seed.text.split('\n');
  const { generalDeadline, reporting, goal, rules } = plan;
  const quotes: [at: (string | number)[], quote: SourceQuote | undefined][] = [
    [['generalDeadline'], generalDeadline],
    [['reporting'], reporting],
    [['goal'], goal],
    ...Object.entries(plan.metadata ?? {}).map(([name, one]): (typeof quotes)[number] => [
      ['metadata', name],
      one,
    ]),
    [['rules', 'firstLeads'], rules?.firstLeads],
    ...(rules?.later ?? []).map((one, index): (typeof quotes)[number] => [['rules', 'later', index], one]),
  ];
  const found = quotes.flatMap(([at, quote]): Finding[] => {
    if (!quote || lines[quote.line - 1]?.includes(quote.words)) return [];
    const problem = `line ${quote.line} of the seed does not say “${quote.words}”`;
    const line = lines.findIndex((one) => one.includes(quote.words)) + 1;
    if (line > 0) return [{ file: FILES.plan, at: [...at, 'line'], problem, advice: `write line: ${line}` }];
    return [{ file: FILES.plan, at: [...at, 'words'], problem, advice: 'copy the words from the seed' }];
  });
  const dated = Object.entries({ generalDeadline, goal }).flatMap(([key, fact]): Finding[] => {
    if (!fact || datesIn(fact.words).includes(fact.date)) return [];
    const problem = `${fact.date} is not the last day of a year or month that the words name: “${fact.words}”`;
    const advice = 'the date is the last day of the time in the words';
    return [{ file: FILES.plan, at: [key, 'date'], problem, advice }];
  });
  const facts: [at: (string | number)[], quote: SourceQuote | undefined, read: typeof wordsOfRules][] = [
    [['generalDeadline'], generalDeadline, (text) => wordsOfFact('generalDeadline', text)],
    [['reporting'], reporting, (text) => wordsOfFact('reporting', text)],
    [['goal'], goal, (text) => wordsOfFact('goal', text)],
    [['rules', 'firstLeads'], rules?.firstLeads, wordsOfRules],
    ...(rules?.later ?? []).map((one, index): (typeof facts)[number] => [
      ['rules', 'later', index],
      one,
      wordsOfRules,
    ]),
  ];
  const cut = facts.flatMap(([at, quote, read]): Finding[] => {
    const line = quote && lines[quote.line - 1];
    if (!quote || !line?.includes(quote.words)) return [];
    if (areSentences(quote.words, line) || read(line).includes(quote.words)) return [];
    const problem = `“${quote.words}” is a part of a sentence, which may say otherwise as a whole`;
    return [
      { file: FILES.plan, at: [...at, 'words'], problem, advice: 'write the whole sentence of the seed' },
    ];
  });
  return [...found, ...dated, ...cut];
};

/** Whether words are whole sentences of a line; its number may be left out. */
function areSentences(words: string, line: string): boolean {
  const folded = foldWidth(line);
  const ends = /[。;!?]["”』」]?$/;
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
    const before = folded.slice(0, at).trimEnd();
    const begins = before === '' || /[:。;!?"”]$/.test(before) || leadingMarker(line)?.end === at;
    const rest = folded.slice(at + words.length).trimStart();
    if (begins && (rest === '' || ends.test(foldWidth(words)) || /^[。;!?]/.test(rest))) return true;
  }
  return false;
}

/** The dates that words name; a plain year names its last day. */
function datesIn(words: string): string[] {
  const years = [...foldWidth(words).matchAll(/(?<![0-9])([0-9]{4})年/g)].map(
    ([, year]) => `${year ?? ''}-12-31`,
  );
  return [...years, ...timesIn(toShown(words)).flatMap(({ date }) => date ?? [])];
}

/** Publisher, time of publication, column, official numbers and period of the plan are those that the seed names. */
export const publicationIsFound: Rule = ({ plan, chapters, outline }, seed) => {
  const source = publicationOf({ chrome: plan.chrome, chapters, outline });
  const folded = foldWidth(seed.text);
  const { publisher, published, period } = plan;
  const says = (own: string | undefined, read: string | undefined, inText: () => boolean) =>
    own === undefined || (read === undefined ? inText() : own === read);
  const day = published?.slice(0, 10).split('-').map(Number).join('-') ?? '';
  const days = () => [...folded.matchAll(/([0-9]{4})[-年/.]0?([0-9]{1,2})[-月/.]0?([0-9]{1,2})/g)];
  const wrong: [at: (string | number)[], words: string, says: boolean][] = [
    [
      ['publisher'],
      publisher ?? '',
      says(publisher, source.publisher, () => isWholeIn(seed.text, publisher ?? '')),
    ],
    [
      ['published'],
      published ?? '',
      says(published, source.published, () => days().some((one) => one.slice(1).join('-') === day)),
    ],
    [['period'], period?.join('-') ?? '', !period || period.join() === periodOf(plan.title.text)?.join()],
    [
      ['source', 'column'],
      plan.source.column ?? '',
      says(plan.source.column, columnOf(plan.chrome), () => isWholeIn(seed.text, plan.source.column ?? '')),
    ],
    ...METADATA.map((name): (typeof wrong)[number] => {
      const words = plan.metadata?.[name]?.words;
      const isWhole = says(words, source.metadata?.[name]?.words, () => isWholeIn(seed.text, words ?? ''));
      return [['metadata', name, 'words'], words ?? '', isWhole];
    }),
  ];
  return wrong
    .filter(([, , isSaid]) => !isSaid)
    .map(([at, words]): Finding => {
      const problem = `the seed does not say “${words}”`;
      return { file: FILES.plan, at, problem, advice: 'write the whole words of the seed' };
    });
};

/** Whether words stand in a text between marks, blanks or ends of lines: no part of a longer name. */
const isWholeIn = (text: string, words: string) =>
  text.split(/[\s:：,，;；|｜【】[\]]/).includes(words) ||
  text.split('\n').some((line) => line.trim() === words);
