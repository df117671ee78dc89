/** Reports what looks wrong with a task. */
import { readClause } from '../../clauses/read-clause.ts';
import type { Report } from '../report.ts';
import { clauseSpans, unpairedBracket } from '../structure/clause-spans.ts';
import { endsWithClause, isOwnClause, type Segment } from '../structure/segment.ts';
import { unknownLabelOf } from '../structure/unknown-label.ts';

/** Reports brackets that do not pair; true if there are any. */
export function reportBrackets(lines: Segment[], value: number, report: Report): boolean {
  const folded = lines.map((one) => one.folded).join('\n');
  const unpaired = unpairedBracket(folded);
  if (unpaired === undefined) return false;
  const index = folded.slice(0, unpaired).split('\n').length - 1;
  const text = lines.map((one) => one.text).join('\n');
  const problem = `task ${value} has an unclosed bracket: “${text.slice(unpaired, unpaired + 10)}”`;
  report.suspect('bracket', (lines[index] ?? lines[0])?.line ?? 0, problem);
  return true;
}

/** Reports that a task has no clause, unless an unreadable one is reported already. */
export function reportMissing(
  lines: Segment[],
  { value, example }: { value: number; example: string },
  report: Report,
): void {
  if (lines.some(({ clauses }) => clauses.some(({ unread }) => unread !== undefined))) return;
  const broken = brokenClause(lines);
  if (broken) {
    const where = 'join these lines in a copy of the file';
    const problem = `the clause of task ${value} is broken over the lines ${broken.join('–')} and not read`;
    report.suspect('clause', broken[0], problem, where);
    return;
  }
  const problem = `task ${value} has no responsibility clause`;
  const like = example === '' ? '' : `; in this plan it reads like “${example.slice(0, 40)}”`;
  const advice = `compare with the published page${like}`;
  report.suspect('clause', lines[0]?.line ?? 0, problem, advice);
}

/** The lines over which a bracket goes that is a clause where they are joined. */
function brokenClause(lines: Segment[]): [first: number, last: number] | undefined {
  for (const [index, { folded, line }] of lines.entries()) {
    const at = folded.search(/\([^()]*$/);
    const length =
      at < 0 ? -1 : lines.slice(index + 1, index + 6).findIndex((one) => one.folded.includes(')'));
    const last = lines[index + 1 + length];
    if (length < 0 || !last) continue;
    const words = lines.slice(index + 1, index + 2 + length).map((one) => one.folded.trim());
    const [span] = clauseSpans([folded.slice(at), ...words].join(''));
    if (span && span.unread === undefined) return [line, last.line];
  }
  return undefined;
}

/** 重点任务1：, 措施一、 */
const LIKE_TASK =
  /^\s*((?:重点(?:任务|事项|项目|工作)|工作|措施|问题|第)\s*[0-9０-９一二三四五六七八九十]{1,4}\s*项?)\s*[:：、.．]/u;

/** Reports brackets that look like a clause but are unreadable: a wrong time is damage, other words stay open. */
export function reportUnread(lines: Segment[], value: number, report: Report): void {
  for (const { line, text, clauses } of lines) {
    const own = LIKE_TASK.exec(text)?.[1];
    if (own !== undefined)
      report.open(
        line,
        `item ${value}: “${own}” may begin a task of its own`,
        `numbers like this are not read: its words and units are taken as those of item ${value}`,
      );
    const label = unknownLabelOf(text);
    if (label !== undefined)
      report.open(
        line,
        `task ${value}: “${label}” may be a label that is not known`,
        'the line is kept as text, and who it names is not read; compare with the published page',
      );
    for (const { start, end, unread, partly, sentence } of clauses) {
      const folded = unread ?? partly;
      if (folded === undefined) continue;
      // The span has its words folded.
      const own = text.slice(start, end);
      const words = sentence === true ? own : (readClause(own).unread[0] ?? folded);
      if (sentence === true) {
        const named = `task ${value} names bodies in a sentence: “${words}”`;
        report.open(
          line,
          named,
          'it is kept as text and not read; in a copy, write it in brackets: （某局负责）',
        );
        continue;
      }
      const problem = `task ${value}: cannot read “${words}” in the clause`;
      if (/[0-9]+年|[0-9]+月/.test(folded)) {
        const advice = 'units need a role word after or a label before them; a deadline reads 2017年底前完成';
        report.suspect('words', line, problem, advice);
      } else
        report.open(
          line,
          problem,
          unread === undefined
            ? 'the rest of the clause is read; these words are shown as they are'
            : 'it is kept as text; units need a role word after or a label before them',
        );
    }
  }
}

/** Reports an item in which several lines end with a clause of their own, or in which a label stands twice: it may be several tasks. */
export function reportSeveral(lines: Segment[], value: number, report: Report): void {
  const ending = lines.filter((one) => endsWithClause(one) && !isOwnClause(one));
  const labels = lines.filter(isOwnClause).map(({ folded }) => /^[^:]*:/.exec(folded)?.[0].trim());
  const again = labels.find((label, index) => label !== undefined && labels.indexOf(label) < index);
  const line = lines[0]?.line ?? 0;
  const advice =
    'it is read as one task; where these are several, give each a number like that of the others in a copy of the text';
  if (ending.length > 1)
    report.open(line, `${ending.length} lines of item ${value} end with a clause of their own`, advice);
  else if (again !== undefined) report.open(line, `the label ${again} stands twice in item ${value}`, advice);
}
