/** The counts by section and year as a chart: the more tasks, the darker the cell; each cell links to its tasks. */
import { NO_DATE } from '../labels/deadlines.ts';
import { sectionName } from '../labels/names.ts';
import { UNDATED } from '../plan/large/year-pages.ts';
import { path } from '../urls.ts';
import { at, label, roomForNames } from './shapes.ts';
import { el, type Chart, type SvgNode } from './svg.ts';
import type { YearCounts } from './year-counts.ts';

const [ROW, CELL, FONT, HEAD] = [26, 96, 14, 28];
/** The darkest cell; text on it stays legible. */
const DARKEST = 0.5;

/** 2017年, or that no date is named. */
export const yearName = (year: string) => (year === UNDATED ? NO_DATE : `${year}年`);

/** Draws the counts. */
export function drawYearCounts({ years, rows }: YearCounts): Chart {
  const names = rows.map(({ section }) => ({ name: sectionName(section) }));
  const left = roomForNames(names, FONT) + 8;
  const width = left + years.length * CELL;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ count }) => count)));
  const lines = rows.map((_, index) => `M0 ${HEAD + index * ROW}H${width}`);
  return {
    kind: 'year-counts',
    title: '各板块在各年到期的任务项数',
    description: '每行是一个板块，每列是一年，格内是任务项数。',
    caption: '格内数字是该板块的任务中完成期限在该年的项数，颜色越深项数越多。',
    width,
    height: HEAD + rows.length * ROW,
    fontSize: FONT,
    legend: [],
    nodes: [
      el('path', { class: 'gridline', d: lines.join('') }),
      ...years.map((year, index) => label('unit-label', left + index * CELL + 4, 18, yearName(year))),
      ...rows.flatMap(({ cells }, row): SvgNode[] => {
        const name = names[row]?.name ?? '';
        const y = HEAD + row * ROW;
        return [
          label('unit-label', 0, y + 18, name),
          ...cells.flatMap(({ count, address }, column) =>
            address === undefined
              ? []
              : [
                  at(
                    left + column * CELL + 1,
                    y + 1,
                    cellMark(
                      `${name}，${yearName(years[column] ?? '')}，${count}项`,
                      count,
                      most,
                      path(address),
                    ),
                  ),
                ],
          ),
        ];
      }),
    ],
  };
}

function cellMark(title: string, count: number, most: number, href: string): SvgNode {
  const size = { width: CELL - 2, height: ROW - 2 };
  const opacity = ((DARKEST * count) / most).toFixed(2);
  return el(
    'a',
    { class: 'mark', href },
    el('title', {}, title),
    el('rect', { class: 'cell-ground', ...size }),
    el('rect', { class: 'pair-cell', ...size, 'fill-opacity': opacity }),
    el(
      'text',
      { x: size.width / 2, y: size.height / 2, dy: '.35em', 'text-anchor': 'middle' },
      String(count),
    ),
  );
}
