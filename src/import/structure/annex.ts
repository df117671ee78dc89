/** Annexes: their tables were flattened to lines, so that their numbers are not those of the plan. */
import type { Segment } from './lines.ts';
import type { Report } from '../report.ts';

const ANNEX = /^ *附(?:件|表|录) *(?:[0-9]{1,2}|[一二三四五六七八九十])? *(?:[:：].*|[^,。;]{0,30})?$/;

/** Takes the annexes off the end of a text: the first such heading after which nobody is named. */
export function splitAnnex(body: Segment[], report: Report): { body: Segment[]; annex: Segment[] } {
  const last = body.findLastIndex(({ clauses }) => clauses.some(({ unread }) => unread === undefined));
  const start = body.findIndex(
    ({ folded }, index) => index > last && folded.length <= 60 && ANNEX.test(folded),
  );
  const first = body[start];
  if (!first || last < 0) return { body, annex: [] };
  report.open(
    first.line,
    `“${first.text.trim().slice(0, 30)}” and what follows is kept as prose`,
    'tables of an annex are not read; compare with the published page',
  );
  return { body: body.slice(0, start), annex: body.slice(start) };
}
