/** Corrections that a rule can find: lost signs and lost line breaks. Misprints are for an editor to suspect. */
import { toShown } from '../marks.ts';
import type { CorrectionEntry, OutlineFile, TaskFile } from '../schema.ts';

/** Signs that were demonstrably lost on the way, and headings glued to the line before. */
export function proposeCorrections(
  lines: string[],
  tasks: TaskFile[],
  outline: OutlineFile,
): CorrectionEntry[] {
  const found: Omit<CorrectionEntry, 'id'>[] = [];
  lines.forEach((text, index) => {
    const line = index + 1;
    const add = (match: RegExpExecArray, restore: (received: string) => string, reason: string) => {
      const received = uniqueAround(text, match);
      found.push({ line, received, shown: restore(toShown(received)), kind: 'lost-sign', reason });
    };
    for (const match of text.matchAll(/(\d{4})(\d{4})年/g)) {
      const [years, from = '', to = ''] = match;
      add(
        match,
        (shown) => shown.replace(years, `${from}—${to}年`),
        '起止年份之间的连接号在网页文本中脱落，据文义补出。',
      );
    }
    for (const match of text.matchAll(/〔(\d{4})(\d+)号/g)) {
      const [number, year = '', serial = ''] = match;
      add(
        match,
        (shown) => shown.replace(number, `〔${year}〕${serial}号`),
        '发文字号的后括号“〕”在网页文本中脱落，据发文字号的写法补出。',
      );
    }
  });
  const ends = new Set(tasks.map((task) => task.line + task.text.split('\n').length - 1));
  for (const { heading } of outline.sections.flatMap(({ measures }) => measures)) {
    if (!ends.has(heading.line)) continue;
    const received = `)${heading.text}`;
    const shown = `）\n${toShown(heading.text)}`;
    found.push({
      line: heading.line,
      received,
      shown,
      kind: 'layout',
      reason: '措施标题在网页文本中与上一段连成一行，按全文体例另起一行。',
    });
  }
  return found.sort((a, b) => a.line - b.line).map((one, index) => ({ id: index + 1, ...one }));
}

/** A match with as many characters before it, then after it, as make it the only one in its line. */
function uniqueAround(text: string, match: RegExpExecArray): string {
  let start = Math.max(0, match.index - 1);
  let end = match.index + match[0].length;
  const isRepeated = () => text.indexOf(text.slice(start, end)) !== text.lastIndexOf(text.slice(start, end));
  while (start > 0 && isRepeated()) start--;
  while (end < text.length && isRepeated()) end++;
  return text.slice(start, end);
}
