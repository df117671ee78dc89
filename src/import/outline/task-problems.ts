/** What looks wrong with a task. */
import { readClause } from '../../clauses/read-clause.ts';
import { unpairedBracket } from '../structure/clause-spans.ts';
import type { Segment } from '../structure/lines.ts';
import type { Report } from '../report.ts';

/** Reports brackets that do not pair; true where there are some. */
export function reportBrackets(lines: Segment[], value: number, report: Report): boolean {
  const folded = lines.map((one) => one.folded).join('\n');
  const unpaired = unpairedBracket(folded);
  if (unpaired === undefined) return false;
  const place = folded.slice(0, unpaired).split('\n').length - 1;
  const near = lines
    .map(({ text }) => text)
    .join('\n')
    .slice(unpaired, unpaired + 10);
  const problem = `task ${value} has an unclosed bracket: “${near}”`;
  report.suspect(
    'bracket',
    (lines[place] ?? lines[0])?.line ?? 0,
    problem,
    'compare with the published page',
  );
  return true;
}

export function reportMissing(lines: Segment[], value: number, report: Report): void {
  const line = lines[0]?.line ?? 0;
  if (lines.some(({ clauses }) => clauses.some(({ unread }) => unread !== undefined))) return;
  report.suspect(
    'clause',
    line,
    `task ${value} has no responsibility clause`,
    'it must end in a bracket with 牵头, 负责 or 配合',
  );
}

/** A bracket that looks like a clause and cannot be read: a wrong time is damage, other words stay open. */
export function reportUnread(lines: Segment[], value: number, report: Report): void {
  for (const { line, text, clauses } of lines) {
    for (const { start, end, unread } of clauses) {
      if (unread === undefined) continue;
      // The span has the words width-folded.
      const words = readClause(text.slice(start, end)).unreadable ?? unread;
      const problem = `task ${value}: cannot read “${words}” in the clause`;
      if (/[0-9]+年|[0-9]+月/.test(unread))
        report.suspect(
          'words',
          line,
          problem,
          'units need a role word after them; a deadline reads 2017年底前完成',
        );
      else
        report.open(line, problem, 'it is kept as text; units need a role word after or a label before them');
    }
  }
}
