import type { Rule } from '../check.ts';
import { toShown } from '../marks.ts';
import type { Finding } from '../model.ts';
import { FILES } from '../schema.ts';

/** Tasks, parts, sections and measures are numbered 1, 2, 3 … without gaps, and no two claim one address. */
export const numbersRunOn: Rule = ({ tasks, outline }) => {
  const findings: Finding[] = [];
  const sequence = (what: string, all: { number: number; file: string; at: (string | number)[] }[]) => {
    const seen = new Map<number, string>();
    for (const { number, file, at } of all) {
      const other = seen.get(number);
      if (other !== undefined) {
        const problem = `${what} ${number} exists twice, also in ${other}: two pages would claim one address`;
        findings.push({ file, at, problem, advice: 'number it as the seed does' });
      }
      seen.set(number, file);
    }
    const highest = Math.max(0, ...seen.keys());
    for (let number = 1; number <= highest; number++) {
      if (seen.has(number)) continue;
      const near = all.find((one) => one.number > number);
      const problem = `${what} ${number} is missing`;
      findings.push({ file: near?.file ?? FILES.outline, problem, advice: 'bring it back from the seed: npm run import' });
    }
  };
  sequence('task', tasks.map(({ number, file }) => ({ number, file, at: ['number'] })));
  const inOutline = (list: { number: number }[], key: string) =>
    list.map(({ number }, index) => ({ number, file: FILES.outline, at: [key, index, 'number'] }));
  sequence('part', inOutline(outline.parts, 'parts'));
  sequence('section', inOutline(outline.sections, 'sections'));
  sequence(
    'measure',
    outline.sections.flatMap(({ measures }, index) =>
      measures.map(({ number }, position) => ({
        number,
        file: FILES.outline,
        at: ['sections', index, 'measures', position, 'number'],
      })),
    ),
  );
  return findings;
};

/** What refers to a measure or a part finds it, and every measure has a task. */
export const referencesResolve: Rule = ({ tasks, outline, chapters }) => {
  const findings: Finding[] = [];
  const parts = new Set(outline.parts.map(({ number }) => number));
  const measures = new Set(outline.sections.flatMap((section) => section.measures.map(({ number }) => number)));
  for (const { file, number, measure } of tasks) {
    if (measures.has(measure)) continue;
    const problem = `task ${number} stands under measure ${measure}, which does not exist`;
    findings.push({ file, at: ['measure'], problem, advice: `the measures are in ${FILES.outline}` });
  }
  outline.sections.forEach(({ number, part, measures: own }, index) => {
    if (!parts.has(part)) {
      const problem = `section ${number} stands in part ${part}, which does not exist`;
      findings.push({ file: FILES.outline, at: ['sections', index, 'part'], problem, advice: 'use a number under parts' });
    }
    own.forEach((measure, position) => {
      if (tasks.some((task) => task.measure === measure.number)) return;
      const at = ['sections', index, 'measures', position];
      const problem = `no task stands under measure ${measure.number}`;
      findings.push({ file: FILES.outline, at, problem, advice: 'check measure: in the task files' });
    });
  });
  for (const { file, part } of chapters) {
    if (part === 0 || parts.has(part)) continue;
    const problem = `this is the text of part ${part}, which does not exist`;
    findings.push({ file, at: ['part'], problem, advice: `use a number under parts in ${FILES.outline}, or 0` });
  }
  return findings;
};

/** A title is chosen from the task's own words, and no two pages have the same. */
export const titlesAreTheTasksWords: Rule = ({ tasks }) =>
  tasks.flatMap(({ file, number, title, text }): Finding[] => {
    const at = ['title'];
    if (!text.includes(title)) {
      const problem = `“${title}” are not words of task ${number}`;
      return [{ file, at, problem, advice: 'choose a title from the text, character by character' }];
    }
    const same = tasks.find((other) => other.number < number && toShown(other.title) === toShown(title));
    if (!same) return [];
    return [{ file, at, problem: `task ${same.number} has the same title`, advice: 'choose words that only this task has' }];
  });

/** The words that a fact rests on stand in the line it names. */
export const evidenceIsFound: Rule = ({ plan }, seed) => {
  const lines = seed.text.split('\n');
  return (['generalDeadline', 'reporting', 'goal'] as const).flatMap((key): Finding[] => {
    const { line, words } = plan[key];
    if (lines[line - 1]?.includes(words)) return [];
    const problem = `line ${line} of the seed does not say “${words}”`;
    return [{ file: FILES.plan, at: [key, 'words'], problem, advice: 'copy the words from the seed' }];
  });
};
