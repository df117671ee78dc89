/** Corrections that a rule can find: lost signs and lost line breaks. Misprints are for an editor to suspect. */
import { toShown } from '../../text/punctuation.ts';
import type { CorrectionEntry, OutlineFile, TaskFile } from '../../content-files/schema.ts';

/** Signs that were demonstrably lost on the way, and headings glued to the line before. */
export function findCorrections(lines: string[], tasks: TaskFile[], outline: OutlineFile): CorrectionEntry[] {
  const found: Omit<CorrectionEntry, 'id'>[] = [];
  lines.forEach((text, index) => {
    if (!/\d{5}/.test(text)) return;
    const line = index + 1;
    const add = (match: RegExpExecArray, restore: (received: string) => string, reason: string) => {
      const received = uniqueAround(text, match);
      if (received === undefined) return;
      found.push({ line, received, shown: restore(toShown(received)), kind: 'lost-sign', reason });
    };
    for (const match of take(text.matchAll(/(?<!\d)(\d{4})(\d{4})年/g))) {
      const [years, from = '', to = ''] = match;
      add(
        match,
        (shown) => shown.replace(years, `${from}—${to}年`),
        '起止年份之间的连接号在网页文本中脱落，据文义补出。',
      );
    }
    for (const match of take(text.matchAll(/〔(\d{4})(\d{1,5})号/g))) {
      const [number, year = '', serial = ''] = match;
      add(
        match,
        (shown) => shown.replace(number, `〔${year}〕${serial}号`),
        '发文字号的后括号“〕”在网页文本中脱落，据发文字号的写法补出。',
      );
    }
  });
  found.push(...gluedHeadings(lines, tasks, outline));
  return found.sort((a, b) => a.line - b.line).map((one, index) => ({ id: index + 1, ...one }));
}

/** More of them mean that the whole text lost its line breaks, which is told once and not at every place. */
const MOST_GLUED = 20;

/** Headings that stand in one line with the end of the task before them. */
function gluedHeadings(
  lines: string[],
  tasks: TaskFile[],
  outline: OutlineFile,
): Omit<CorrectionEntry, 'id'>[] {
  const ends = new Set(tasks.map((task) => task.line + task.text.split('\n').length - 1));
  const glued = outline.sections
    .flatMap(({ measures }) => measures.flatMap(({ heading }) => heading ?? []))
    .flatMap((heading): Omit<CorrectionEntry, 'id'>[] => {
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

/** As many corrections of one line are looked for; a longer list would mean something else. */
const MOST_SIGNS = 100;
/** No correction names more characters. */
const WIDEST = 40;

const take = (matches: Iterable<RegExpExecArray>) => Iterator.from(matches).take(MOST_SIGNS);

/** A match with as many characters before it, then after it, as make it the only one in its line. */
function uniqueAround(text: string, match: RegExpExecArray): string | undefined {
  let start = Math.max(0, match.index - 1);
  let end = match.index + match[0].length;
  const least = start;
  const most = end;
  const isRepeated = () => text.indexOf(text.slice(start, end)) !== text.lastIndexOf(text.slice(start, end));
  while (start > 0 && least - start < WIDEST && isRepeated()) start--;
  while (end < text.length && end - most < WIDEST && isRepeated()) end++;
  return isRepeated() ? undefined : text.slice(start, end);
}
