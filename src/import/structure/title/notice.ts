/** Texts in front of a plan: a covering notice with numbers of its own, a report whose annex is the plan. */
import type { Item, ItemRole, Line, Segment } from '../segment.ts';
import { isBlank } from '../segment.ts';
import { isTitle, MOST_LINES, withoutNumber, type Words } from './title-words.ts';

const SENDS = /印发|转发|下发|批转/;

/** The indexes of the lines of the first title of a notice that sends a plan out (关于印发…的通知); of lines that may be one. */
export function noticeLines(lines: Words[], isPlain: boolean[]): number[] {
  for (const [first, { folded }] of lines.entries()) {
    if (!SENDS.test(folded)) continue;
    const run = runFrom(first, lines, isPlain);
    const last = run.find((at) => withoutNumber(lines[at]?.folded ?? '').endsWith('通知'));
    if (last !== undefined) return run.slice(0, run.indexOf(last) + 1);
  }
  return [];
}

/** The lines of the title of the plan that a notice sends out: `whole` if the notice has all its words, else one with its last words. */
export function ownTitle(
  notice: number[],
  lines: Words[],
  isPlain: boolean[],
): { own: number[]; whole: boolean } {
  const below = (notice.at(-1) ?? 0) + 1;
  const words = joined(notice, lines);
  for (let first = below; first < lines.length; first++) {
    const run = runFrom(first, lines, isPlain);
    const lengths = run.map((_, index) => index + 1).reverse();
    const length = lengths.find((one) => isNamed(joined(run.slice(0, one), lines), words));
    if (length !== undefined) return { own: run.slice(0, length), whole: true };
  }
  const own = lines.findIndex(
    (one, index) => index >= below && isPlain[index] === true && isTitle(one) && isPlanOf(one, words),
  );
  return { own: own < 0 ? [] : [own], whole: false };
}

/** The lines from one on that may be those of one title. */
function runFrom(first: number, lines: Words[], isPlain: boolean[]): number[] {
  const run: number[] = [];
  for (let at = first; run.length < MOST_LINES; at++) {
    const line = lines[at];
    if (line && at > first && isBlank(line)) continue;
    if (!line || isPlain[at] !== true || /[。;:!?]/.test(line.folded)) break;
    run.push(at);
  }
  return run;
}

const joined = (run: number[], lines: Words[]) =>
  run.map((at) => lines[at]?.folded.replace(/[《》\s]/g, '') ?? '').join('');

const withoutBracket = (words: string) => words.replace(/[(（][^()（）]*[)）]$/, '');

/** Whether a notice names a title word by word. */
const isNamed = (title: string, notice: string) =>
  title.length >= 8 && isTitle({ folded: title }) && notice.includes(withoutBracket(title));

/** Whether a line is the title of the plan that a notice sends out: the notice names its last words. */
function isPlanOf({ folded }: Words, notice: string): boolean {
  const own = withoutBracket(folded.trim());
  return own.length >= 2 && !own.endsWith('通知') && (own.length >= 8 || notice.includes(own.slice(-4)));
}

/** Items without those of a notice above the title of the plan that it sends out. */
export function withoutNotice<T extends Item>(items: T[], lines: Line[]): T[] {
  const first = items[0]?.line ?? 0;
  const numbered = new Set(items.map(({ line }) => line));
  const isPlain = lines.map((one) => one.clauses.length === 0 && !numbered.has(one.line) && !isBlank(one));
  const notice = noticeLines(
    lines.filter(({ line }) => line < first),
    isPlain,
  );
  if (notice.length === 0) return items;
  // The plan has numbers of its own, from the first again.
  const below = lines.map(({ line }, index) => line > first && isPlain[index] === true);
  const own = lines[ownTitle(notice, lines, below).own.at(-1) ?? -1]?.line;
  const next = items.findIndex(({ line }) => own !== undefined && line > own);
  return next >= 0 && items[next]?.value === 1 ? items.slice(next) : items;
}

const ANNEX = /^ *附(?:件|表|录) *(?:[0-9]{1,2}|[一二三四五六七八九十])? *:? *$/;
const LONGEST_TITLE = 60;

/** The own title of an annex above its first task is a part: 附件 / 2026年某某市民生实事 / 1.…. */
export function markAnnexTitles(segments: Segment[]): Segment[] {
  const filled = segments.flatMap((one, index) => (isBlank(one) ? [] : [index]));
  const titles = new Set<number>();
  filled.forEach((index, place) => {
    const own = segments[index];
    const next = segments[filled[place + 1] ?? -1];
    const above = segments[filled[place - 1] ?? -1];
    if (!own || own.role !== undefined || next?.role !== 'task' || next.marker?.value !== 1) return;
    if (own.clauses.length > 0 || own.text.length > LONGEST_TITLE || /[。;,:]/.test(own.folded)) return;
    const isBelowAnnex = above !== undefined && above.role === undefined && ANNEX.test(above.folded);
    const isBelowProse =
      above !== undefined && above.role === undefined && /[0-9]{4}/.test(own.folded) && isTitle(own);
    if (isBelowAnnex || isBelowProse) titles.add(index);
  });
  const role: ItemRole = 'part';
  return titles.size === 0
    ? segments
    : segments.map((one, index) => (titles.has(index) ? { ...one, role } : one));
}
