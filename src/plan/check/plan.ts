import type { Rule } from './rule.ts';
import type { Finding } from '../model.ts';
import { FILES } from '../schema.ts';

/** The words that a fact rests on stand in the line it names, and name the year of its date. */
export const evidenceIsFound: Rule = ({ plan }, seed) => {
  const lines = seed.text.split('\n');
  const { generalDeadline, reporting, goal } = plan;
  const found = Object.entries({ generalDeadline, reporting, goal }).flatMap(
    ([key, { line, words }]): Finding[] => {
      if (lines[line - 1]?.includes(words)) return [];
      const problem = `line ${line} of the seed does not say “${words}”`;
      return [{ file: FILES.plan, at: [key, 'words'], problem, advice: 'copy the words from the seed' }];
    },
  );
  const dated = Object.entries({ generalDeadline, goal }).flatMap(([key, { date, words }]): Finding[] => {
    if (date.endsWith('-12-31') && words.includes(`${date.slice(0, 4)}年`)) return [];
    const problem = `${date} is not the last day of a year that the words name: “${words}”`;
    return [
      {
        file: FILES.plan,
        at: [key, 'date'],
        problem,
        advice: 'the date is the last day of the year in the words',
      },
    ];
  });
  return [...found, ...dated];
};

/** Who published the plan, when, in which column and for which years: as the seed says. */
export const publicationIsFound: Rule = ({ plan }, seed) => {
  const [day, time] = [plan.published.slice(0, 10), plan.published.slice(11, 16)];
  const said: [at: (string | number)[], words: string][] = [
    [['publisher'], `来源:${plan.publisher} `],
    [['published'], `发布时间:${day} ${time}`],
    [['period'], `(${plan.period.join('-')}年)`],
    [['source', 'column'], plan.source.column],
  ];
  return said
    .filter(([, words]) => !seed.text.includes(words))
    .map(([at, words]): Finding => {
      return {
        file: FILES.plan,
        at,
        problem: `the seed does not say “${words}”`,
        advice: 'write what the seed says',
      };
    });
};
