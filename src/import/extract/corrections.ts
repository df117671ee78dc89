/** Finds the corrections that follow a rule: lost signs and lost line breaks. Misprints are left to editors. */
import { lineOfText } from '../../content-files/verbatim.ts';
import type { CorrectionEntry, OutlineFile, TaskFile } from '../../content-files/schema.ts';
import { toShown } from '../../text/punctuation.ts';

type NewCorrection = Omit<CorrectionEntry, 'id'>;

/** A sign that is often lost, with the regular expression that finds its loss and the text that restores it. */
const LOST_SIGNS: [lost: RegExp, restored: string, reason: string][] = [
  [/(?<!\d)(\d{4})(\d{4})年/g, '$1—$2年', '起止年份之间的连接号在网页文本中脱落，据文义补出。'],
  [/〔(\d{4})(\d{1,5})号/g, '〔$1〕$2号', '发文字号的后括号“〕”在网页文本中脱落，据发文字号的写法补出。'],
];

/** Signs that were demonstrably lost, and headings on the line of the text before them. */
export function findCorrections(lines: string[], tasks: TaskFile[], outline: OutlineFile): CorrectionEntry[] {
  const found = [...lines.flatMap(lostSigns), ...gluedHeadings(lines, tasks, outline)];
  return found.sort((a, b) => a.line - b.line).map((one, index) => ({ id: index + 1, ...one }));
}

function lostSigns(text: string, index: number): NewCorrection[] {
  if (!/\d{5}/.test(text)) return [];
  return LOST_SIGNS.flatMap(([lost, restored, reason]) =>
    [...Iterator.from(text.matchAll(lost)).take(MOST_SIGNS)].flatMap((match): NewCorrection[] => {
      const received = uniqueAround(text, match);
      if (received === undefined) return [];
      const [words] = match;
      const shown = toShown(received).replace(words, words.replace(new RegExp(lost.source), restored));
      return [{ line: index + 1, received, shown, kind: 'lost-sign', reason }];
    }),
  );
}

/** If there are more, the whole text lost its line breaks, which is reported once. */
const MOST_GLUED = 20;

/** Headings on the same line as the end of the task before them. */
function gluedHeadings(lines: string[], tasks: TaskFile[], outline: OutlineFile): NewCorrection[] {
  const ends = new Set(tasks.map((task) => lineOfText(task) + task.text.split('\n').length - 1));
  const glued = outline.sections
    .flatMap(({ measures }) => measures.flatMap(({ heading }) => heading ?? []))
    .flatMap((heading): NewCorrection[] => {
      const text = lines[heading.line - 1] ?? '';
      const at = text.lastIndexOf(heading.text);
      if (!ends.has(heading.line) || at < 1 || text.indexOf(heading.text) !== at) return [];
      const before = text.charAt(at - 1);
      return [
        {
          line: heading.line,
          received: before + heading.text,
          shown: `${toShown(before)}\n${toShown(heading.text)}`,
          kind: 'layout',
          reason: '措施标题在网页文本中与上一段连成一行，按全文体例另起一行。',
        },
      ];
    });
  return glued.length > MOST_GLUED ? [] : glued;
}

/** Lost signs per line; more would mean something else. */
const MOST_SIGNS = 100;
/** Characters that may be added on each side to make a correction unique. */
const MOST_CONTEXT = 40;

/** A match with as many characters before it, and then after it, as make it unique in its line. */
function uniqueAround(text: string, match: RegExpExecArray): string | undefined {
  let start = Math.max(0, match.index - 1);
  let end = match.index + match[0].length;
  const least = start;
  const most = end;
  const isRepeated = () => text.indexOf(text.slice(start, end)) !== text.lastIndexOf(text.slice(start, end));
  while (start > 0 && least - start < MOST_CONTEXT && isRepeated()) start--;
  while (end < text.length && end - most < MOST_CONTEXT && isRepeated()) end++;
  return isRepeated() ? undefined : text.slice(start, end);
}
