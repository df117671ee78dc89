/** The timeline as a chart: lanes by section, shapes by basis, each mark a link to its task. */
import { BASIS_WORDS, deadlineStatement, deadlineText, undatedCounts } from '../labels/deadlines.ts';
import { dutyText } from '../labels/duties.ts';
import { sectionName, taskName } from '../labels/names.ts';
import { reportName, yearsText } from '../labels/publication.ts';
import { progressText } from '../labels/tasks.ts';
import type { Plan, Task } from '../plan/model.ts';
import { isHeaded, isNumberShared, sectionNumber } from '../plan/headings.ts';
import { isDated } from '../plan/deadline-groups.ts';
import { countLabels } from './count-labels.ts';
import { layOutTimeline, type Timeline } from './timeline-layout.ts';
import type { PlanEvent } from '../plan/calendar-days.ts';
import * as urls from '../urls.ts';
import { el, type SvgNode, type Chart } from './svg.ts';
import { at, basisShape, label, middleText } from './shapes.ts';

export type TimelinePlan = Pick<
  Plan,
  'period' | 'published' | 'publishedAs' | 'reporting' | 'goal' | 'sections' | 'parts'
>;

interface TimelineOptions {
  /** Title, e.g. 全部任务的完成期限. */
  label: string;
  /** For a page of text: years, lanes and marks only, legible on the narrowest screen. */
  small?: boolean;
}

/** Vertical positions above the marks: band of years, events of the plan, counts; and sizes of text. */
const FULL = {
  ...{ band: 32, bandEnd: 68, reportRow: 94, countRow: 126, marks: 138 },
  // On narrow screens all letters are as large as those of counts (charts.css): they have room for these.
  ...{ font: 17, countFont: 20, line: 24, letters: 9 },
};
const SMALL = {
  ...{ band: 0, bandEnd: 22, reportRow: 0, countRow: 42, marks: 50 },
  ...{ font: 12.5, countFont: 12.5, line: 16, letters: 4 },
};

/** An event of the plan in words. */
export function eventText({ kind, date, words, isWritten = false }: PlanEvent): string {
  const [year, month, day] = date.split('-').map(Number);
  if (kind === 'report') return `${words ?? ''}${reportName(isWritten)}`;
  return kind === 'goal' ? `${year}年目标` : `${year}年${month}月${day}日发布`;
}

/** Half of the width of the longest event label. */
const HALF_LABEL = 90;

/** The alignment of an event label, so that it stays inside of the chart. */
function flagAnchor({ kind, x }: { kind: PlanEvent['kind']; x: number }): 'start' | 'middle' | 'end' {
  if (kind === 'goal') return 'end';
  return x < HALF_LABEL ? 'start' : 'middle';
}

/** The title of a mark. */
const markText = ({ number, title, deadline }: Task) =>
  `${taskName({ number })} ${title}${deadline ? `，${deadlineStatement(deadline)}（${BASIS_WORDS[deadline.basis]}）` : ''}`;

/** The number of a section; if others have the same, with that of its part. */
function shortName(section: TimelinePlan['sections'][number], { sections, parts }: TimelinePlan): string {
  const part = parts.find(({ number }) => number === section.part);
  const before = part && isNumberShared(section, sections) ? sectionNumber(part) : '';
  return `${before}${sectionNumber(section)}` || section.title.slice(0, SMALL.letters);
}

/** The heading of a section in lines of equal length; in a small chart only its number. */
function laneLabel(section: number, plan: TimelinePlan, small: boolean): string[] {
  const found = plan.sections.find(({ number }) => number === section);
  const words = found && isHeaded(found) ? sectionName(found) : '';
  const short = (found && shortName(found, plan)) ?? '';
  const signs = [...(small ? short : words)];
  const count = Math.ceil(signs.length / FULL.letters);
  const each = Math.ceil(signs.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => signs.slice(index * each, (index + 1) * each).join(''));
}

const longest = (lines: string[]) => Math.max(0, ...lines.map((line) => line.length));

/** The top right corner of a mark, for tasks with published evidence. */
const corner = (size: number) =>
  el('path', { class: 'mark-noted', d: `M${size + 2} -2v${size / 2.5}l-${size / 2.5} -${size / 2.5}z` });

function mark(
  { task, basis, x, y, size }: Timeline<Task>['groups'][number]['marks'][number],
  plan: TimelinePlan,
  options: TimelineOptions,
): SvgNode {
  const noted = progressText(task);
  const section = plan.sections.find(({ number }) => number === task.section);
  return at(
    x,
    y,
    el(
      'a',
      {
        class: 'mark',
        href: urls.task(task.number),
        'data-task': task.number,
      },
      el('title', {}, noted === '' ? markText(task) : `${markText(task)}，${noted}`),
      ...(options.small ? [] : [el('desc', {}, `${section ? sectionName(section) : ''}。${dutyText(task)}`)]),
      basisShape(basis, size),
      ...(noted === '' ? [] : [corner(size)]),
      middleText(size, task.number),
    ),
  );
}

function daysAbove(events: Timeline<Task>['events']): SvgNode[] {
  const reports = events.filter(({ kind }) => kind === 'report');
  const flags = events.filter(({ kind }) => kind !== 'report');
  return [
    el('path', {
      class: 'event',
      d: flags.map(({ x }) => `M${x} ${FULL.band - 8}V${FULL.bandEnd}`).join(''),
    }),
    ...flags.map((flag) => label('event-label', flag.x, 18, eventText(flag), flagAnchor(flag))),
    el('path', {
      class: 'report',
      d: reports.map(({ x }) => `M${x} ${FULL.bandEnd + 2}l7 12h-14z`).join(''),
    }),
    ...reports.map((one) => label('event-label', one.x - 10, FULL.reportRow, eventText(one), 'end')),
  ];
}

/** A note about tasks that are not shown, or not with all their deadlines. */
function omissionNote(tasks: readonly Task[]): string {
  const undated = undatedCounts(tasks);
  const several = tasks.some(({ deadlines }) => new Set(deadlines.map(({ date }) => date)).size > 1);
  return [
    several ? '写有几个完成期限的任务，标在最后一个。' : '',
    undated === '' ? '' : `${undated}任务不在图中。`,
  ].join('');
}

/** At most `most` items of a list, in equal steps. */
const thinned = <T>(list: T[], most: number) => {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, index) => index % step === 0);
};

/** Draws a timeline of tasks. */
export function drawTimeline(tasks: readonly Task[], plan: TimelinePlan, options: TimelineOptions): Chart {
  const small = options.small === true;
  const rows = small ? SMALL : FULL;
  const layout = layOutTimeline(tasks, plan, {
    ...(small ? { width: 330, cell: 30, gap: 5, columns: 2 } : { width: 960, cell: 45, gap: 6, columns: 4 }),
    lane: (section) => laneLabel(section, plan, small).length * rows.line,
    gutter:
      10 +
      rows.countFont *
        Math.max(0, ...plan.sections.map((one) => longest(laneLabel(one.number, plan, small)))),
  });
  const { width, ticks, lanes, groups } = layout;
  const height = rows.marks + layout.height;
  const dated = tasks.filter(isDated);
  const bases = (['own', 'general'] as const).filter((basis) =>
    dated.some(({ deadline }) => deadline.basis === basis),
  );
  const counts = countLabels(groups, { width, font: rows.countFont, gap: small ? 4 : 8, dated: !small });
  // A line from the first to the last of the deadlines that one label counts.
  const spans = counts
    .filter((one) => one.groups.length > 1)
    .map((one) => `M${one.groups[0]?.middle} ${rows.marks - 4}H${one.groups.at(-1)?.middle}`);
  return {
    kind: small ? 'timeline-small' : 'timeline',
    title: options.label,
    description: `横轴为${yearsText(ticks[0]?.label ?? '', ticks.at(-1)?.label ?? '')}，各行是板块。每个标记是一项任务，标记上的数字是任务编号。`,
    caption: `本图只表示方案规定的期限，不表示完成情况。${omissionNote(tasks)}`,
    width,
    height,
    fontSize: rows.font,
    legend: bases.map((basis) => ({ shape: basisShape(basis, 16), words: BASIS_WORDS[basis] })),
    nodes: [
      el('rect', { class: 'span', x: 0, y: rows.band, width, height: rows.bandEnd - rows.band }),
      el('path', {
        class: 'gridline',
        d: [
          ...[...ticks.map(({ x }) => x), width].map((x) => `M${x} ${rows.band}V${height}`),
          ...[...lanes.map(({ y }) => rows.marks + y), height].map((y) => `M0 ${y}H${width}`),
        ].join(''),
      }),
      el('path', { class: 'axis', d: `M0 ${rows.bandEnd}H${width}` }),
      ...(spans.length > 0 ? [el('path', { class: 'axis', d: spans.join('') })] : []),
      ...thinned(ticks, width / (small ? 34 : 64)).map(({ x, middle, label: year }) =>
        small
          ? label(undefined, middle, 16, year, 'middle')
          : label(undefined, x + 10, rows.band + 25, `${year}年`),
      ),
      ...(small ? [] : daysAbove(layout.events)),
      ...lanes.flatMap(({ section, y }) =>
        laneLabel(section, plan, small).map((line, index) =>
          label('lane-label', small ? 2 : 6, rows.marks + y + (index + 1) * rows.line, line),
        ),
      ),
      ...groups.map(({ date, marks }) =>
        el(
          'g',
          { role: 'group', 'aria-label': `${deadlineText({ date })}，${marks.length}项任务` },
          ...counts
            .filter((one) => one.groups[0]?.date === date)
            .map(({ x, words }) =>
              el(
                'text',
                {
                  class: 'count-label',
                  x,
                  y: rows.countRow,
                  'text-anchor': 'middle',
                  'aria-hidden': 'true',
                },
                words,
              ),
            ),
          at(0, rows.marks, ...marks.map((one) => mark(one, plan, options))),
        ),
      ),
    ],
  };
}
