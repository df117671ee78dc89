/** Parses the segments of a text in order into headings, tasks and prose. */
import { mentionsItWeakly, mentionsResponsibility } from '../../clauses/vocabulary.ts';
import { splitBefore } from '../../text/lists.ts';
import type { Report } from '../report.ts';
import { hasBrokenClause } from '../structure/clause-spans.ts';
import { isCutBlindly, splitHeading } from '../structure/heading.ts';
import {
  hasClause,
  isBlank,
  isOwnClause,
  lastClause,
  slice,
  withNumber,
  type ItemRole,
  type Segment,
} from '../structure/segment.ts';
import { reportHeadingNumbers } from './ambiguities.ts';
import { OutlineBuilder, pieceOf } from './outline-builder.ts';
import { readTask, type RawTask } from './read-task.ts';
import type { NumberedItem } from './task-numbers.ts';

export type PlacedTask = RawTask & { section: number; measure: number };

const GOAL = /^ *目标 *:/;
/** Below the last item of a section a note may concern all of them. */
const NOTE = /^ *(?:备注|注|说明) *:/;
const LABEL = /^ *措施 *:? *$/;
/** The roles that end the item before them, from the outermost to the innermost. */
const NESTED_ROLES: (ItemRole | undefined)[] = ['part', 'section', 'measure', 'task'];

const groupsOf = (segments: Segment[], begins: (segment: Segment) => boolean): Segment[][] =>
  splitBefore(segments, begins).filter(({ length }) => length > 0);

/** The label of the first line below the last clause of an item. */
function labelBelow(item: Segment[]): string | undefined {
  const last = item.findLastIndex(hasClause);
  const below = last < 0 ? undefined : item.slice(last + 1).find((one) => !isBlank(one));
  return below && /^ *([\p{Script=Han}]{2,8}) *:/u.exec(below.folded)?.[1];
}

function firstClause(segments: Segment[]): string {
  const line = segments.find(hasClause);
  const clause = line && lastClause(line);
  return clause ? line.text.slice(clause.start, clause.end).trim() : '';
}

/** Whether a segment has a clause, unreadable ones included. */
const hasAnyClause = ({ clauses, folded }: Segment) =>
  clauses.some(({ sentence }) => sentence !== true) || hasBrokenClause(folded);

/** Whether most items of a part name bodies in a sentence; in a part of prose one may. */
function mostlyNameBodies(part: Segment[]): boolean {
  const items = groupsOf(part, ({ role }) => NESTED_ROLES.includes(role)).filter(
    (own) => own[0]?.role === 'task',
  );
  const naming = items.filter((own) => own.some(({ clauses }) => clauses.length > 0));
  return naming.length * 2 > items.length;
}

export class OutlineParser {
  readonly builder = new OutlineBuilder();
  readonly tasks: PlacedTask[] = [];
  /** Every item on the level of the tasks, those in prose included. */
  readonly numbered: NumberedItem[] = [];
  private hasMeasures = false;
  /** The number in the text of the last measure. */
  private lastMeasure: number | undefined;
  /** A clause of this plan, for findings. */
  private example = '';
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  parse(segments: Segment[]): void {
    this.example = firstClause(segments);
    reportHeadingNumbers(segments, this.report);
    this.hasMeasures = segments.some(({ role, marker }) => role === 'measure' && marker);
    for (const part of groupsOf(segments, ({ role }) => role === 'part')) {
      // A part without any clause is prose, even if it is numbered.
      if (part.some(hasAnyClause) || mostlyNameBodies(part)) this.parsePart(part);
      else this.parseProse(part);
    }
  }

  /** Adds what is prose, even if it is numbered: a signature, an annex. */
  addProse(segments: Segment[], chapter: string): void {
    for (const one of segments) this.builder.addToChapter(one, chapter);
  }

  private parsePart(segments: Segment[]): void {
    const groups = groupsOf(segments, ({ role }) => NESTED_ROLES.includes(role));
    groups.forEach((own, index) => {
      const [role, next] = [own[0]?.role, groups[index + 1]?.[0]?.role];
      if (role === 'task') this.addTask(own, next === 'task' || this.goesOn(own, groups.slice(0, index)));
      else if (!NESTED_ROLES.includes(role)) for (const one of own) this.addLine(one);
      else if (NESTED_ROLES.indexOf(next) > NESTED_ROLES.indexOf(role)) this.addHeading(own);
      else if (own.some(hasClause)) this.addLoneTask(own);
      else if (role === 'measure' || (role === 'section' && this.isLone())) this.addEmptyHeading(own);
      else this.addHeading(own);
    });
  }

  /** Whether lines below the clauses of the last item have a label that those of the items before it have: 整改措施：…. */
  private goesOn(own: Segment[], before: Segment[][]): boolean {
    const label = labelBelow(own);
    return label !== undefined && before.some((one) => one[0]?.role === 'task' && labelBelow(one) === label);
  }

  private parseProse(segments: Segment[]): void {
    this.builder.close();
    for (const segment of segments) {
      if (segment.role === 'part') this.addHeading([segment]);
      else this.builder.addToChapter(segment);
    }
    const items = segments.filter(({ role }) => role === 'task');
    const place = { section: -this.builder.parts, measure: 0 };
    for (const { line, marker } of items)
      this.numbered.push({ value: marker?.value ?? 0, line, ...place, kind: 'prose' });
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return;
    const range = `items ${first.marker?.value ?? ''}–${last.marker?.value ?? ''} up to line ${last.line}`;
    const naming = ({ folded, clauses }: Segment) =>
      clauses.length > 0 || (mentionsResponsibility(folded) && !mentionsItWeakly(folded));
    const words = segments.find(naming)?.text.trim();
    if (words === undefined) this.report.open(first.line, `${range} name nobody and are kept as prose`);
    else
      this.report.open(
        first.line,
        `${range} have no clause that can be read and are kept as prose`,
        `“${words.slice(0, 40)}” may say who is responsible; where these items are tasks, end them in （某局负责） in a copy`,
      );
  }

  private addHeading([first, ...lines]: Segment[]): void {
    if (!first) return;
    const { heading, rest, duty } = splitHeading(first);
    if (isCutBlindly(heading)) {
      const problem = `cannot tell where the heading “${heading.text.trim().slice(0, 12)}…” ends`;
      this.report.open(first.line, problem, 'it is cut at its first mark');
    }
    if (first.role === 'part') this.builder.openPart(heading);
    else if (first.role === 'section') this.builder.openSection(heading);
    else this.openMeasure(heading);
    if (duty)
      (this.builder.measure ?? this.builder.section ?? this.builder.openSection()).duty = pieceOf(duty);
    if (rest) this.builder.addProse(rest);
    for (const one of lines) this.addLine(one);
  }

  /** A heading above a clause but without numbered tasks: the text below it is the only task. */
  private addLoneTask([first, ...lines]: Segment[]): void {
    if (!first) return;
    const { heading, rest, duty } = splitHeading(first);
    const hasText = [...(rest ? [rest] : []), ...lines].some((one) => !isBlank(one) && !isOwnClause(one));
    if (!hasText && first.role === 'part') {
      this.addHeading([first, ...lines]);
      return;
    }
    const goesOn = !hasText && first.role === 'section' && this.isLone();
    // A clause right behind the heading is that of the heading, and holds for the text below.
    const isOfHeading = duty !== undefined && !rest && !lines.some(hasClause);
    if (hasText) this.addHeading([isOfHeading ? first : heading]);
    else if (first.role === 'section' && !goesOn) this.builder.openSection();
    if (!goesOn && (!hasText || first.role !== 'measure')) this.builder.openMeasure();
    const below = slice(first, isOfHeading ? first.text.length : heading.text.length, first.text.length);
    const task = !hasText ? [first, ...lines] : below.text === '' ? lines : [below, ...lines];
    this.addTask(withNumber(task, first.marker?.value ?? 1), false, true);
  }

  /** Whether the open section has no heading, but headings of its level as tasks. */
  private isLone(): boolean {
    const { section } = this.builder;
    const last = this.numbered.at(-1);
    return (
      section !== undefined && !section.heading && last?.kind === 'lone' && last.section === section.number
    );
  }

  /** A measure without tasks and without a clause, or a section among such that are tasks. */
  private addEmptyHeading(own: Segment[]): void {
    this.report.open(own[0]?.line ?? 0, 'a heading below which nobody is named, kept as prose');
    if (own[0]?.role === 'measure') {
      this.lastMeasure = own[0].marker?.value;
      this.builder.measure = undefined;
    }
    for (const one of own) this.builder.addProse(one);
  }

  /** A line without a number: a goal, a label, the clause of a heading, or prose. */
  private addLine(segment: Segment): void {
    const { section, measure, parts } = this.builder;
    if (GOAL.test(segment.folded) && !measure && parts > 0 && !section?.goal)
      (section ?? this.builder.openSection()).goal = pieceOf(segment);
    else if (LABEL.test(segment.folded) && section && !section.label && !measure)
      section.label = pieceOf(segment);
    else if (isOwnClause(segment) && this.takesClause())
      (measure ?? section ?? this.builder.openSection()).duty = pieceOf(segment);
    else {
      if (hasClause(segment)) this.report.open(segment.line, 'a clause outside of any task, kept as prose');
      this.builder.addProse(segment);
    }
  }

  /** Whether the open heading can have a clause: it has none yet, and no task. */
  private takesClause(): boolean {
    const { section, measure, measures, parts } = this.builder;
    const heading = measure ?? section;
    if (heading) return !heading.duty && !(measure && this.tasks.at(-1)?.measure === measures);
    return parts > 0;
  }

  private openMeasure(heading: Segment): void {
    const value = heading.marker?.value;
    const last = this.lastMeasure ?? 0;
    if (value !== undefined && value !== 1 && value !== last + 1)
      this.report.error(
        heading.line,
        `measure ${value} follows measure ${last}`,
        `find the heading of measure ${last + 1}`,
      );
    this.lastMeasure = value ?? this.lastMeasure;
    this.builder.openMeasure(heading);
  }

  private addTask(segments: Segment[], more: boolean, lone = false): void {
    const section = this.builder.section ?? this.builder.openSection();
    const covered = section.duty !== undefined || this.builder.measure?.duty !== undefined;
    const note = more ? -1 : segments.findIndex(({ folded }, index) => index > 0 && NOTE.test(folded));
    const [own, notes] = note < 0 ? [segments, []] : [segments.slice(0, note), segments.slice(note)];
    const { task, rest } = readTask(own, { more, covered, example: this.example }, this.report);
    const { value, line } = task;
    if (!this.builder.measure) {
      if (this.hasMeasures && this.lastMeasure === undefined) {
        const problem = `task ${value} stands before the first measure`;
        this.report.suspect('measure', line, problem, 'find the heading of measure 1');
      }
      this.builder.openMeasure();
    }
    const place = { section: section.number, measure: this.builder.measures };
    this.numbered.push({ value, line, ...place, kind: lone ? 'lone' : 'task' });
    this.tasks.push({ ...task, ...place });
    for (const one of [...rest, ...notes]) {
      const problem = `a paragraph after the clause of item ${value}, kept as prose of the section`;
      if (!isBlank(one)) this.report.open(one.line, problem);
      this.builder.addProse(one);
    }
  }
}
