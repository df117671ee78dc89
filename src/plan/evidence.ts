/** Facts that the prose around the tasks states for all of them, each with the words it rests on. */
import type { ChapterFile, PlanFile } from './schema.ts';

type Evidence = Pick<PlanFile, 'generalDeadline' | 'reporting' | 'goal'>;
type Report = (line: number | undefined, problem: string, advice: string) => void;

const GENERAL = /除[^,。]*外,原则上应当在(\d{4})年底前完成/;
const REPORTING = /每年\d+月前,[^。]*书面报[^。]*。/;
const GOAL = /(?<![\d到])(\d{4})年,基本建成[^。]*。/;

/** Finds the general deadline, the yearly report and the goal; reports each that the text does not state. */
export function findEvidence(chapters: Pick<ChapterFile, 'prose'>[], report: Report): Evidence | undefined {
  const find = (pattern: RegExp, what: string) => {
    for (const { line, text } of chapters.flatMap(({ prose }) => prose)) {
      const match = pattern.exec(text);
      if (match) return { line, words: match[0], year: match[1] };
    }
    report(undefined, `the text states no ${what}`, 'compare the end of the text with the published page');
    return undefined;
  };
  const general = find(GENERAL, 'general deadline (原则上应当在…年底前完成)');
  const reporting = find(REPORTING, 'yearly report (每年12月前…书面报…)');
  const goal = find(GOAL, 'goal (…年,基本建成…)');
  if (!general || !reporting || !goal) return undefined;
  return {
    generalDeadline: { date: `${general.year}-12-31`, line: general.line, words: general.words },
    reporting: { line: reporting.line, words: reporting.words },
    goal: { date: `${goal.year}-12-31`, line: goal.line, words: goal.words },
  };
}
