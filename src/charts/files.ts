/** The charts that are offered as files, of the whole plan. */
import { isLarge } from '../plan/large/size.ts';
import type { Plan } from '../plan/model.ts';
import { roleNames } from '../plan/role-words.ts';
import type { AddressOf } from '../urls.ts';
import { columnNames, drawMatrix, MATRIX_TITLES } from './draw-matrix.ts';
import { drawSharedTasks } from './draw-shared-tasks.ts';
import { drawTimeline } from './draw-timeline.ts';
import { drawYearCounts } from './draw-year-counts.ts';
import { countMatrix, deadlineColumn, sectionColumn } from './matrix-counts.ts';
import { adjacency } from './shared-tasks.ts';
import { fileNotes } from './source-note.ts';
import type { Chart } from './svg.ts';
import { svgFile } from './svg-file.ts';
import { countYears } from './year-counts.ts';

const matrix = (kind: keyof typeof MATRIX_TITLES, plan: Plan): Chart => {
  const counts = countMatrix(plan, kind === 'deadlines' ? deadlineColumn : sectionColumn);
  return drawMatrix(counts, columnNames(counts, kind, plan.sections), MATRIX_TITLES[kind], roleNames(plan));
};

/** By the address of the file. */
const CHARTS = {
  '/timeline/timeline.svg': (plan: Plan) =>
    isLarge(plan)
      ? drawYearCounts(countYears(plan))
      : drawTimeline(plan.tasks, plan, { label: '全部任务的完成期限' }),
  '/matrix/deadlines.svg': (plan: Plan) => matrix('deadlines', plan),
  '/matrix/sections.svg': (plan: Plan) => matrix('sections', plan),
  '/matrix/together.svg': (plan: Plan) => drawSharedTasks(adjacency(plan)),
};
export type ChartAddress = keyof typeof CHARTS;

/** The SVG file of a chart; it names its page. */
export const chartFile = (address: ChartAddress, plan: Plan, addressOf: AddressOf): string =>
  svgFile(CHARTS[address](plan), fileNotes(plan, addressOf(address.replace(/[^/]*$/, ''))));
