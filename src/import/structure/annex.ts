/** Annexes: the import reads no tables, so what an annex contains is prose. */
import type { Report } from '../report.ts';
import { hasClause, type Segment } from './segment.ts';

const ANNEX = /^ *附(?:件|表|录) *(?:[0-9]{1,2}|[一二三四五六七八九十])? *(?:[:：].*|[^,。;]{0,30})?$/;

/** Splits off the annexes: from the first such heading that no clause follows. */
export function splitAnnex(body: Segment[], report: Report): { body: Segment[]; annex: Segment[] } {
  const last = body.findLastIndex(hasClause);
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
