/** Facts that the prose around the tasks states for all of them, each with the words it rests on. */
import { timesIn } from '../../clauses/dates.ts';
import { rulesIn } from '../../clauses/vocabulary.ts';
import { foldWidth } from '../../text/width.ts';
import { toShown } from '../../text/punctuation.ts';
import type { Verbatim } from '../../plan/model.ts';
import type { ChapterFile, OutlineFile, PlanFile } from '../../content-files/schema.ts';

type Evidence = Pick<PlanFile, 'generalDeadline' | 'reporting' | 'goal'>;

/** Tried in turn, each on the whole prose. */
const GENERAL = [
  /除[^,。]{0,60}外,原则上应当在[0-9]{4}年底前完成/,
  /(?:除[^,。;]{0,60}外,)?原则上[^。;]{0,40}?[0-9]{4}年[^,。;]{0,10}?前[^,。;]{0,6}?完成/,
  /(?:未|没有)(?:明确|注明|规定|标明|单独)[^。;]{0,40}?[0-9]{4}年[^,。;]{0,10}?前[^,。;]{0,6}?完成/,
];
const REPORTING = [
  /每年[0-9]+月前,[^。]{0,400}书面报[^。]{0,200}。/,
  /每(?:年|半年|季度|季|月)[^。]{0,200}?(?:书面报|上报|报送|报告|通报|报县|报市|报省|报区)[^。]{0,200}。/,
];
const GOAL = [/(?<![0-9到])([0-9]{4})年,基本建成[^。]{0,400}。/, /到([0-9]{4})年底?,[^。]{1,400}。/];

/** Finds the general deadline, the yearly report and the goal; leaves out what the text does not state. */
export function findPlanFacts(chapters: Pick<ChapterFile, 'prose'>[], outline: OutlineFile): Evidence {
  const prose = [
    ...chapters.flatMap((chapter) => chapter.prose),
    ...outline.sections.flatMap((one) => one.prose ?? []),
  ];
  const general = find(prose, GENERAL);
  const date = general && timesIn(toShown(general.words)).findLast((time) => time.date !== undefined)?.date;
  const reporting = find(prose, REPORTING);
  const goal = find(prose, GOAL);
  return {
    ...(general &&
      date !== undefined && { generalDeadline: { date, line: general.line, words: general.words } }),
    ...(reporting && { reporting: { line: reporting.line, words: reporting.words } }),
    ...(goal && { goal: { date: `${goal.first}-12-31`, line: goal.line, words: goal.words } }),
  };
}

function find(prose: Verbatim[], patterns: RegExp[]) {
  const lines = prose.map(({ line, text }) => ({ line, text, folded: foldWidth(text) }));
  for (const pattern of patterns) {
    for (const { line, text, folded } of lines) {
      const match = pattern.exec(folded);
      if (match) {
        const words = text.slice(match.index, match.index + match[0].length);
        return { line, words, first: match[1] ?? '' };
      }
    }
  }
  return undefined;
}

/** Rules that the text sets for its own clauses, wherever it says so. */
export function findRules(lines: { line: number; text: string; folded: string }[]): PlanFile['rules'] {
  const all = lines.flatMap(({ line, text, folded }) =>
    rulesIn(folded).map(({ start, end, kind }) => ({
      kind,
      evidence: { line, words: text.slice(start, end) },
    })),
  );
  const firstLeads = all.find(({ kind }) => kind === 'firstLeads')?.evidence;
  const later = all.filter(({ kind }) => kind === 'later').map(({ evidence }) => evidence);
  return firstLeads || later.length > 0 ? { ...(firstLeads && { firstLeads }), later } : undefined;
}
