/** Finds the facts that the prose states for all tasks, with the words from which they are read. */
import { timesIn } from '../../clauses/dates.ts';
import { rulesIn } from '../../clauses/vocabulary.ts';
import { fold } from '../../clauses/fold.ts';
import { toShown } from '../../text/punctuation.ts';
import type { Verbatim } from '../../plan/model.ts';
import type { ChapterFile, OutlineFile, PlanFile } from '../schema.ts';

type PlanFacts = Pick<PlanFile, 'generalDeadline' | 'reporting' | 'goal'>;

/** Words before a year that make less of what is reached by then. */
const HOPED = '(?:(?:力争|争取|努力|确保|预计|预期|计划|原则上|拟|不晚于|不迟于)(?:在|于|实现|做到)?)?';

/** Tried in order, each on the whole prose. */
const GENERAL = [
  /除[^,。]{0,60}外,原则上应当在[0-9]{4}年底前完成/,
  /(?:除[^。;]{0,120}?外,)?原则上[^。;]{0,40}?[0-9]{4}年[^,。;]{0,10}?前[^,。;]{0,6}?完成/,
  /(?:未|没有)(?:明确|注明|规定|标明|单独)[^。;]{0,40}?[0-9]{4}年[^,。;]{0,10}?前[^,。;]{0,6}?完成/,
];
/** A date for all tasks, outside of the sections that hold them: there it might be meant for those of one section. */
const FOR_ALL = [
  /(?<!(?:要求|上一轮|上年|去年|曾)[^。;]{0,30})(?:(?:以上|上述|前述|本方案|所列|所有|全部|各项|的)+(?:目标|重点)?(?:任务|工作|事项)+)(?:(?!已|曾)[^,。;]){0,10}?[0-9]{4}年[^,。;]{0,10}?前[^,。;]{0,6}?完成/,
];
const REPORTING = [
  /每年[0-9]+月前,[^。]{0,400}书面报[^。]{0,200}。/,
  /每(?:年|半年|季度|季|月)[^。]{0,200}?(?:书面报|上报|报送|报告|报县|报市|报省|报区)[^。]{0,200}。/,
];
/** Of a sentence with several years the last: each sets what is reached by then. */
const GOAL = [
  new RegExp(`${HOPED}(?<![0-9到])([0-9]{4})年,基本建成[^。]{0,400}。`),
  new RegExp(`${HOPED}到([0-9]{4})年底?,(?:(?!到[0-9]{4}年)[^。]){1,400}。`),
];
const PATTERNS = { generalDeadline: [...GENERAL, ...FOR_ALL], reporting: REPORTING, goal: GOAL };

/** Finds the general deadline, the yearly report and the goal. */
export function findPlanFacts(chapters: Pick<ChapterFile, 'prose'>[], outline: OutlineFile): PlanFacts {
  const ofChapters = chapters.flatMap((chapter) => chapter.prose);
  const prose = [...ofChapters, ...outline.sections.flatMap((one) => one.prose ?? [])];
  const general = find(prose, GENERAL) ?? find(ofChapters, FOR_ALL);
  const date = general && timesIn(toShown(general.quote.words)).findLast((time) => time.date)?.date;
  const goal = find(prose, GOAL);
  return {
    generalDeadline: general && date !== undefined ? { date, ...general.quote } : undefined,
    reporting: find(prose, REPORTING)?.quote,
    goal: goal && { date: `${goal.first}-12-31`, ...goal.quote },
  };
}

function find(prose: Verbatim[], patterns: RegExp[]) {
  const lines = prose.map(({ line, text }) => ({ line, text, folded: fold(text) }));
  for (const pattern of patterns) {
    for (const { line, text, folded } of lines) {
      const match = pattern.exec(folded);
      if (match) {
        const words = text.slice(match.index, match.index + match[0].length);
        return { quote: { line, words }, first: match[1] ?? '' };
      }
    }
  }
  return undefined;
}

/** What is read as a fact in a line: the only words of a part of a sentence that stand for it. */
export function wordsOfFact(name: keyof PlanFacts, text: string): string[] {
  const found = find([{ line: 1, text }], PATTERNS[name]);
  return found ? [found.quote.words] : [];
}

/** The same for the rules that a text sets for its own clauses. */
export const wordsOfRules = (text: string): string[] =>
  rulesIn(fold(text)).map(({ start, end }) => text.slice(start, end));

/** Finds the rules that the text sets for its clauses. That the first one leads is said for one clause alone where it stands in it without 下同. */
export function findRules(
  lines: { line: number; text: string; folded: string; clauses: { start: number; end: number }[] }[],
): PlanFile['rules'] {
  const all = lines.flatMap(({ line, text, folded, clauses }) =>
    rulesIn(folded)
      .filter(
        (rule) =>
          rule.kind !== 'firstLeads' ||
          folded.slice(rule.start, rule.end).includes('下同') ||
          !clauses.some(({ start, end }) => start <= rule.start && rule.end <= end),
      )
      .map(({ start, end, kind }) => ({
        kind,
        quote: { line, words: text.slice(start, end) },
      })),
  );
  const firstLeads = all.find(({ kind }) => kind === 'firstLeads')?.quote;
  const later = all.filter(({ kind }) => kind === 'later').map(({ quote }) => quote);
  return firstLeads || later.length > 0 ? { firstLeads, later } : undefined;
}
