/** The full text of a large plan: each section on a page of its own below /plan/, a long one on several. */
import type { Passage, Plan, Section } from '../model.ts';
import { fullTextBlocks, lineAnchors, type TextItem } from '../full-text.ts';
import { memoize } from '../../text/memoize.ts';
import { inPages } from './size.ts';

/** A page with a section, or with a part of it. */
export interface TextPage {
  section: Section;
  /** From 1, of `pages`. */
  page: number;
  pages: number;
  items: TextItem[];
  /** Its address, without the base path. */
  address: string;
}

/** The pages of all sections in the order of the text. */
export const textPages = memoize((plan: Plan): TextPage[] => {
  const bySection = Map.groupBy(fullTextBlocks(plan), ({ section }) => section);
  return [...bySection].flatMap(([section, blocks]) => {
    if (!section) return [];
    const items = blocks.flatMap((block) => block.items);
    const pages = inPages(items, ({ kind }) => kind === 'measure' || kind === 'prose-heading');
    return pages.map((own, index) => ({
      ...{ section, items: own, page: index + 1, pages: pages.length },
      address: `/plan/${section.number}/${index > 0 ? `${index + 1}/` : ''}`,
    }));
  });
});

/** The anchors that /plan/ has of a plan of usual size, each with its address on these pages. */
export function textAnchors(plan: Plan): [string, string][] {
  const anchors = lineAnchors(plan);
  return textPages(plan).flatMap(({ section, page, address, items }) =>
    [
      ...(page === 1 ? [`section-${section.number}`] : []),
      ...items.flatMap((item) => {
        if (item.kind === 'measure')
          return [`measure-${item.measure.number}`, ...linesOf(item.passage, anchors)];
        if (item.kind !== 'task') return linesOf(item.passage, anchors);
        const { number, paragraphs, duty } = item.task;
        return [`task-${number}`, ...[...paragraphs, duty].flatMap((piece) => linesOf(piece, anchors))];
      }),
    ].map((id): [string, string] => [`/plan/#${id}`, `${address}#${id}`]),
  );
}

/** The anchors of a piece; a heading may stand on several lines. */
function linesOf(piece: Passage, anchors: ReadonlyMap<object, string>): string[] {
  const first = anchors.get(piece);
  if (first === undefined) return [];
  const more = piece.runs.filter(({ source }) => source === '\n');
  return [first, ...more.map((_, index) => `L${piece.line + index + 1}`)];
}
