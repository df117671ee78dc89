/** Finds the title of a text: one line, or several that belong together. */
import { SOURCE_LINE, titleLabelLength } from '../../../content-files/facts/publication.ts';
import { noticeLines, ownTitle } from './notice.ts';
import { isBlank, slice, type Segment } from '../segment.ts';
import {
  continues,
  endsTitle,
  isTitle,
  MOST_LINES,
  NUMBER_BEHIND_TITLE,
  NUMBER_OF_DOCUMENT,
} from './title-words.ts';

/** What a line of the head of a text is besides the text itself, e.g. a line of the web page around it. */
type WhatIs = (line: Segment) => string | undefined;

/** The indexes of the lines of the title, none where no line can be it, and of those of a notice that sends the plan out. */
export function titleLines(head: Segment[], whatIs: WhatIs): { title: number[]; notice: number[] } {
  const isPlain = head.map(
    (one) =>
      whatIs(one) === undefined &&
      (!NUMBER_OF_DOCUMENT.test(one.folded) || NUMBER_BEHIND_TITLE.test(one.folded)) &&
      titleLabelLength(one.folded) === 0,
  );
  const first = mainLine(head, isPlain);
  if (first === undefined) {
    const labelled = head.findIndex(({ folded }) => titleLabelLength(folded) > 0);
    return { title: labelled < 0 ? [] : [labelled], notice: [] };
  }
  const notice = noticeLines(head, isPlain);
  if (!notice.includes(first)) return { title: withNeighbours([first], head, isPlain), notice: [] };
  const { own, whole } = ownTitle(notice, head, isPlain);
  const ofNotice = withNeighbours(notice, head, isPlain);
  if (own.length === 0) return { title: ofNotice, notice: [] };
  const title = withNeighbours(own, head, isPlain).filter((at) => !whole || at >= (own[0] ?? 0));
  return { title, notice: ofNotice };
}

/** Lines of a title with those above and below that belong to it, and the blank lines between them. */
function withNeighbours(own: number[], head: Segment[], isPlain: boolean[]): number[] {
  const lines = [...own];
  const [top = 0, bottom = 0] = [own[0], own.at(-1)];
  const neighbour = (from: number, step: 1 | -1) => {
    const between = head[from + step];
    const next = between && isBlank(between) ? from + 2 * step : from + step;
    return isPlain[next] === true && head[next]?.line !== head[from]?.line ? next : undefined;
  };
  for (let from = top, one = neighbour(top, -1); one !== undefined; from = one, one = neighbour(one, -1)) {
    if (lines.length === MOST_LINES || !continues(head[one], head[from])) break;
    lines.unshift(one);
  }
  for (
    let from = bottom, one = neighbour(bottom, 1);
    one !== undefined;
    from = one, one = neighbour(one, 1)
  ) {
    if (lines.length === MOST_LINES || !endsTitle(head[from], head[one])) break;
    lines.push(one);
  }
  const [first = 0, last = 0] = [lines[0], lines.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The line above the source line, as on most websites, otherwise the first that looks like a title. */
function mainLine(head: Segment[], isPlain: boolean[]): number | undefined {
  const titled = head.flatMap((one, index) => (isPlain[index] === true && isTitle(one) ? [index] : []));
  const sourceAt = head.findIndex(({ folded }) => SOURCE_LINE.test(folded));
  const above = isPlain.findLastIndex((one, index) => one && index < sourceAt);
  const first = above >= 0 && (titled.includes(above) || titled.length === 0) ? above : titled[0];
  if (first !== undefined) return first;
  const short = head.findIndex(
    ({ folded }, index) => isPlain[index] === true && folded.length <= 80 && !/[。;]/.test(folded),
  );
  return short < 0 ? undefined : short;
}

/** The lines of a title as one segment, without a label before it, and a document number glued to its end. */
export function joinTitle(lines: Segment[]): { label?: Segment; title: Segment; rest?: Segment } | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const start = titleLabelLength(first.folded);
  const number = NUMBER_BEHIND_TITLE.exec(last.folded)?.groups?.number;
  const end = number === undefined ? last.text.length : last.folded.lastIndexOf(number);
  const cut = lines.map((one, index) =>
    slice(one, index === 0 ? start : 0, index === lines.length - 1 ? end : one.text.length),
  );
  const title = cut.reduce((joined, one) => ({
    ...joined,
    text: joined.text + '\n'.repeat(one.line - joined.line - joined.text.split('\n').length + 1) + one.text,
    folded: `${joined.folded}${one.folded}`,
  }));
  return {
    title,
    ...(start > 0 && { label: slice(first, 0, start) }),
    ...(end < last.text.length && { rest: slice(last, end, last.text.length) }),
  };
}
