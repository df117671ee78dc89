/** Reads the segments of a text in order: headings, tasks, and what is neither. */
import { hasBrokenClause } from '../structure/clause-spans.ts';
import { OutlineBuilder, pieceOf } from './outline-builder.ts';
import { groupsOf, hasClause, isOwnClause, withNumber } from '../structure/segment.ts';
import { isCutBlindly, splitHeading } from '../structure/heading.ts';
import type { ItemRole, Segment } from '../structure/lines.ts';
import { isBlank, slice } from '../structure/lines.ts';
import type { NumberedItem } from './task-numbers.ts';
import type { Report } from '../report.ts';
import type { RawTask } from './read-task.ts';
import { readTask } from './read-task.ts';

export type PlacedTask = RawTask & { section: number; measure: number };

const GOAL = /^ *目标 *:/;
const LABEL = /^ *措施 *:? *$/;
/** The roles that end what stands before them, from the outermost. */
const OUTER: (ItemRole | undefined)[] = ['part', 'section', 'measure', 'task'];

export class OutlineParser {
  readonly outline = new OutlineBuilder();
  readonly tasks: PlacedTask[] = [];
  /** Every item of the tasks' level, those in prose included. */
  readonly numbered: NumberedItem[] = [];
  private hasMeasures = false;
  /** The number printed before the last measure. */
  private lastMeasure: number | undefined;
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  read(segments: Segment[]): void {
    this.hasMeasures = segments.some(({ role, marker }) => role === 'measure' && marker);
    for (const own of groupsOf(segments, ({ role }) => role === 'part')) {
      // Where nobody is named, a part is prose, however it is numbered.
      if (own.some((one) => one.clauses.length > 0 || hasBrokenClause(one.folded))) this.readPart(own);
      else this.readProse(own);
    }
  }

  /** What an annex says is prose, whatever its numbers look like. */
  readAnnex(segments: Segment[]): void {
    for (const one of segments) this.outline.addToChapter(one, 'annex');
  }

  private readPart(segments: Segment[]): void {
    const groups = groupsOf(segments, ({ role }) => OUTER.includes(role));
    groups.forEach((own, index) => {
      const [role, next] = [own[0]?.role, groups[index + 1]?.[0]?.role];
      if (role === 'task') this.readTask(own, next === 'task');
      else if (!OUTER.includes(role)) for (const one of own) this.addLine(one);
      else if (OUTER.indexOf(next) > OUTER.indexOf(role)) this.readHeading(own);
      else if (own.some(hasClause)) this.readLone(own);
      else if (role === 'measure') this.readIdle(own);
      else this.readHeading(own);
    });
  }

  private readProse(segments: Segment[]): void {
    this.outline.close();
    const items = segments.filter(({ role }) => role === 'task');
    for (const segment of segments) {
      if (segment.role === 'part') this.readHeading([segment]);
      else this.outline.addToChapter(segment);
    }
    const place = { section: -this.outline.parts, measure: 0 };
    for (const { line, marker } of items)
      this.numbered.push({ value: marker?.value ?? 0, line, ...place, kind: 'prose' });
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return;
    const problem = `items ${first.marker?.value ?? ''}–${last.marker?.value ?? ''} up to line ${last.line} name nobody and are kept as prose`;
    this.report.open(first.line, problem, 'compare with the published page');
  }

  private readHeading([first, ...lines]: Segment[]): void {
    if (!first) return;
    const { heading, rest, duty } = splitHeading(first);
    if (isCutBlindly(heading))
      this.report.open(
        first.line,
        `cannot tell where the heading “${heading.text.trim().slice(0, 12)}…” ends`,
        'it is cut at its first mark',
      );
    if (first.role === 'part') this.outline.openPart(heading);
    else if (first.role === 'section') this.outline.openSection(heading);
    else this.openMeasure(heading);
    if (duty)
      (this.outline.measure ?? this.outline.section ?? this.outline.openSection()).duty = pieceOf(duty);
    if (rest) this.outline.addProse(rest);
    for (const one of lines) this.addLine(one);
  }

  /** A heading below which no task has a number, but somebody is named: what it says is the task. */
  private readLone([first, ...lines]: Segment[]): void {
    if (!first) return;
    const { heading, rest } = splitHeading(first);
    const isApart = [...(rest ? [rest] : []), ...lines].some((one) => !isBlank(one) && !isOwnClause(one));
    if (!isApart && first.role === 'part') {
      this.readHeading([first, ...lines]);
      return;
    }
    if (isApart) this.readHeading([heading]);
    else if (first.role === 'section') this.outline.openSection();
    if (!isApart || first.role !== 'measure') this.outline.openMeasure();
    const below = slice(first, heading.text.length, first.text.length);
    const task = !isApart ? [first, ...lines] : below.text === '' ? lines : [below, ...lines];
    this.readTask(withNumber(task, first.marker?.value ?? 1), false, true);
  }

  /** A measure without tasks and without a clause. */
  private readIdle(own: Segment[]): void {
    const line = own[0]?.line ?? 0;
    this.report.open(
      line,
      'a heading below which nobody is named, kept as prose',
      'compare with the published page',
    );
    this.lastMeasure = own[0]?.marker?.value;
    this.outline.measure = undefined;
    for (const one of own) this.outline.addProse(one);
  }

  /** A line that is no item: goal, label, a clause of the heading above it, or prose. */
  private addLine(segment: Segment): void {
    const { section, measure } = this.outline;
    if (GOAL.test(segment.folded) && !measure && this.outline.parts > 0 && !section?.goal)
      (section ?? this.outline.openSection()).goal = pieceOf(segment);
    else if (LABEL.test(segment.folded) && section && !section.label && !measure)
      section.label = pieceOf(segment);
    else if (isOwnClause(segment) && this.takesClause())
      (measure ?? section ?? this.outline.openSection()).duty = pieceOf(segment);
    else {
      if (hasClause(segment))
        this.report.open(
          segment.line,
          'a clause outside of any task, kept as prose',
          'compare with the published page',
        );
      this.outline.addProse(segment);
    }
  }

  /** A heading takes one clause, before its first task. */
  private takesClause(): boolean {
    const { section, measure, measures, parts } = this.outline;
    const holder = measure ?? section;
    if (holder) return !holder.duty && !(measure && this.tasks.at(-1)?.measure === measures);
    return parts > 0;
  }

  private openMeasure(heading: Segment): void {
    const value = heading.marker?.value;
    const last = this.lastMeasure ?? 0;
    if (value !== undefined && value !== 1 && value !== last + 1)
      this.report.error(
        heading.line,
        `measure ${value} follows measure ${last}`,
        `find the heading ${last + 1}.`,
      );
    this.lastMeasure = value ?? this.lastMeasure;
    this.outline.openMeasure(heading);
  }

  private readTask(segments: Segment[], more: boolean, lone = false): void {
    const section = this.outline.section ?? this.outline.openSection();
    const covered = section.duty !== undefined || this.outline.measure?.duty !== undefined;
    const { task, rest } = readTask(segments, { more, covered }, this.report);
    if (!this.outline.measure) {
      if (this.hasMeasures && this.lastMeasure === undefined)
        this.report.suspect(
          'measure',
          task.line,
          `task ${task.value} stands before the first measure`,
          'find the heading 1.',
        );
      this.outline.openMeasure();
    }
    const place = { section: section.number, measure: this.outline.measures };
    this.numbered.push({ value: task.value, line: task.line, ...place, kind: lone ? 'lone' : 'task' });
    this.tasks.push({ ...task, ...place });
    for (const one of rest) {
      const problem = `a paragraph after the clause of item ${task.value}, kept as prose of the section`;
      if (!isBlank(one)) this.report.open(one.line, problem, 'compare with the published page');
      this.outline.addProse(one);
    }
  }
}
