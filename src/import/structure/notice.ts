/** Texts in front of a plan: a covering notice with numbers of its own, a report whose annex is the plan. */
import type { Item, ItemRole, Line, Segment } from './segment.ts';
import { isBlank } from './segment.ts';
import { isNotice, isPlanOf, isTitle } from './title.ts';

/** Items without those of a notice above the title of the plan that it sends out. */
export function withoutNotice<T extends Item>(items: T[], lines: Line[]): T[] {
  const first = items[0]?.line ?? 0;
  const notice = lines.find((one) => one.line < first && isNotice(one) && isTitle(one));
  if (!notice) return items;
  const numbered = new Set(items.map(({ line }) => line));
  const isOwn = (one: Line) =>
    one.line > first &&
    one.clauses.length === 0 &&
    !numbered.has(one.line) &&
    isTitle(one) &&
    isPlanOf(one, notice);
  // The plan has numbers of its own, from the first again.
  const own = lines.find((one) => isOwn(one) && items.find(({ line }) => line > one.line)?.value === 1);
  return own ? items.filter(({ line }) => line > own.line) : items;
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
