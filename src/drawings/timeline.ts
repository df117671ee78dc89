/** The timeline drawn: lanes by section, shapes by basis, and every mark a link that says which task, by when and why. */
import { BASIS_WORDS, deadlineText, dutyText, progressText, sectionName, taskName } from '../labels.ts';
import type { Plan, Task } from '../plan/model.ts';
import { timeline, type PlanEvent, type Timeline } from '../plan/timeline.ts';
import { task as taskAddress } from '../urls.ts';
import { el, type Node, type Picture } from './node.ts';
import { at, basisShape, middleText } from './shapes.ts';

/** What the timeline needs of a plan. */
export type TimelinePlan = Pick<Plan, 'period' | 'published' | 'reporting' | 'goal' | 'sections'>;

export interface TimelineOptions {
  /** What is drawn, e.g. 全部任务的完成期限. */
  label: string;
  /** Beside text: years, lanes and marks only, legible on the narrowest screen. */
  small?: boolean;
}

/** Rows above the marks, from the top: years, days of the plan, counts. */
const FULL = {
  band: 32,
  bandEnd: 68,
  reportRow: 94,
  countRow: 126,
  marks: 138,
  font: 17,
  line: 24,
  letters: 9,
};
const SMALL = {
  band: 0,
  bandEnd: 22,
  reportRow: 0,
  countRow: 42,
  marks: 50,
  font: 12.5,
  line: 16,
  letters: 4,
};

/** A day of the plan that is no deadline, in words. */
export function eventText({ kind, date }: PlanEvent): string {
  const [year, month, day] = date.split('-').map(Number);
  if (kind === 'report') return `${month}月前书面报告`;
  return kind === 'goal' ? `${year}年目标` : `${year}年${month}月${day}日发布`;
}

/** What a mark says of itself. */
export const markText = ({ number, title, deadline }: Task) =>
  `${taskName({ number })} ${title}，${deadlineText(deadline)}（${BASIS_WORDS[deadline.basis]}）`;

/** A section's heading in lines of equal length; beside text its number alone. */
function laneLabel(section: number, plan: TimelinePlan, small: boolean): string[] {
  const found = plan.sections.find(({ number }) => number === section);
  const words = found ? sectionName(found) : '';
  const signs = [...(small ? words.replace(/^(（.*?）|.*?、).*$/u, '$1').replace('、', '') : words)];
  const count = Math.ceil(signs.length / FULL.letters);
  const each = Math.ceil(signs.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => signs.slice(index * each, (index + 1) * each).join(''));
}

/** Top right corner of a mark, for published evidence. */
const corner = (size: number) =>
  el('path', { class: 'mark-noted', d: `M${size + 2} -2v${size / 2.5}l-${size / 2.5} -${size / 2.5}z` });

function mark(
  { task, basis, x, y, size }: Timeline<Task>['groups'][number]['marks'][number],
  plan: TimelinePlan,
  options: TimelineOptions,
): Node {
  // Where evidence was published, the mark says so and bears a corner.
  const noted = progressText(task);
  const section = plan.sections.find(({ number }) => number === task.section);
  const facts = {
    'data-task': task.number,
    'data-section': task.section,
    'data-basis': basis,
    'data-units': task.duty.units.map(({ id, role }) => `${id}:${role}`).join(' '),
  };
  return at(
    x,
    y,
    el(
      'a',
      {
        class: 'mark',
        href: taskAddress(task.number),
        ...(options.small ? { 'data-task': task.number } : facts),
      },
      el('title', {}, noted === '' ? markText(task) : `${markText(task)}，${noted}`),
      ...(options.small
        ? []
        : [el('desc', {}, `${section ? sectionName(section) : ''}。${dutyText(task.duty)}`)]),
      basisShape(basis, size),
      ...(noted === '' ? [] : [corner(size)]),
      middleText(size, task.number),
    ),
  );
}

function daysAbove(events: Timeline<Task>['events']): Node[] {
  const reports = events.filter(({ kind }) => kind === 'report');
  const flags = events.filter(({ kind }) => kind !== 'report');
  return [
    el('path', {
      class: 'event',
      d: flags.map(({ x }) => `M${x} ${FULL.band - 8}V${FULL.bandEnd}`).join(''),
    }),
    ...flags.map((flag) =>
      el(
        'text',
        { class: 'event-label', x: flag.x, y: 18, 'text-anchor': flag.kind === 'goal' ? 'end' : 'middle' },
        eventText(flag),
      ),
    ),
    el('path', {
      class: 'report',
      d: reports.map(({ x }) => `M${x} ${FULL.bandEnd + 2}l7 12h-14z`).join(''),
    }),
    ...reports.map((report) =>
      el(
        'text',
        { class: 'event-label', x: report.x - 10, y: FULL.reportRow, 'text-anchor': 'end' },
        eventText(report),
      ),
    ),
  ];
}

/** Draws tasks on the years of the plan. */
export function drawTimeline(tasks: readonly Task[], plan: TimelinePlan, options: TimelineOptions): Picture {
  const small = options.small === true;
  const rows = small ? SMALL : FULL;
  const numbers = timeline(tasks, plan, {
    ...(small ? { width: 330, cell: 27, columns: 2 } : { width: 960, cell: 44, columns: 4 }),
    lane: (section) => laneLabel(section, plan, small).length * rows.line,
  });
  const { width, ticks, lanes, groups } = numbers;
  const height = rows.marks + numbers.height;
  const bases = (['own', 'general'] as const).filter((basis) =>
    tasks.some(({ deadline }) => deadline.basis === basis),
  );
  return {
    kind: small ? 'timeline-small' : 'timeline',
    title: options.label,
    description: `横轴为方案的${ticks[0]?.label}—${ticks.at(-1)?.label}年，各行是板块。每个标记是一项任务，标记上的数字是任务编号。`,
    caption: '本图只表示方案规定的期限，不表示完成情况。',
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
          ...lanes.map(({ y }) => `M0 ${rows.marks + y}H${width}`),
        ].join(''),
      }),
      el('path', { class: 'axis', d: `M0 ${rows.bandEnd}H${width}` }),
      ...ticks.map(({ x, middle, label }) =>
        small
          ? el('text', { x: middle, y: 16, 'text-anchor': 'middle' }, label)
          : el('text', { x: x + 10, y: rows.band + 25 }, `${label}年`),
      ),
      ...(small ? [] : daysAbove(numbers.events)),
      ...lanes.flatMap(({ section, y }) =>
        laneLabel(section, plan, small).map((line, index) =>
          el(
            'text',
            { class: 'lane-label', x: small ? 2 : 6, y: rows.marks + y + (index + 1) * rows.line },
            line,
          ),
        ),
      ),
      ...groups.map(({ date, middle, marks }) =>
        el(
          'g',
          { role: 'group', 'aria-label': `${deadlineText({ date })}，${marks.length}项任务` },
          el(
            'text',
            {
              class: 'count-label',
              x: middle,
              y: rows.countRow,
              'text-anchor': 'middle',
              'aria-hidden': 'true',
            },
            small ? `${marks.length}项` : `${deadlineText({ date })} ${marks.length}项`,
          ),
          at(0, rows.marks, ...marks.map((one) => mark(one, plan, options))),
        ),
      ),
    ],
  };
}
