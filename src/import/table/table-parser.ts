/** Parses the rows of tables into tasks, and the lines around them into headings and prose. */
import { fold } from '../../clauses/fold.ts';
import { readRows } from '../../content-files/table/cells.ts';
import { namesPeopleToo } from '../../content-files/table/columns.ts';
import { isDrawing } from '../../content-files/table/rows.ts';
import { CONTINUED, type TableRow } from '../../content-files/table/table-row.ts';
import { emptyCells } from '../../plan/role-words.ts';
import { leadingMarker } from '../../text/list-numbers.ts';
import { OutlineBuilder } from '../outline/outline-builder.ts';
import type { PlacedTask } from '../outline/outline-parser.ts';
import type { NumberedItem } from '../outline/task-numbers.ts';
import type { Report } from '../report.ts';
import { isBlank, type Segment } from '../structure/segment.ts';
import { isUnknownLabel } from '../structure/unknown-label.ts';
import { reportRows } from './row-problems.ts';

const HEADING =
  /^ *(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[章节部]|附件|附表|表 ?[0-9一二三四五六七八九十])|(?:表|清单|任务|目标|分工) *$/;
const LONGEST_HEADING = 60;

export class TableParser {
  readonly builder = new OutlineBuilder();
  readonly tasks: PlacedTask[] = [];
  readonly numbered: NumberedItem[] = [];
  private readonly rows: ReadonlyMap<number, TableRow>;
  private readonly cells: ReturnType<typeof readRows>;
  private readonly report: Report;
  /** The styles of headings, from the outermost. */
  private readonly levels: string[] = [];

  constructor(rows: TableRow[], report: Report) {
    this.rows = new Map(rows.map((row) => [row.line, row]));
    this.cells = readRows(rows);
    this.report = report;
  }

  parse(segments: Segment[]): void {
    let blanks: Segment[] = [];
    for (let index = 0; index < segments.length; index++) {
      const segment = segments[index];
      if (!segment) continue;
      const row = this.rows.get(segment.line);
      if (!row && isBlank(segment)) {
        blanks.push(segment);
        continue;
      }
      const between = blanks;
      blanks = [];
      if (row?.kind === 'more' && this.addMore(row, between)) continue;
      for (const one of between) this.builder.addProse(one);
      if (!row) this.addLine(segment, segments, index);
      else {
        this.addRow(row, segment, segments.slice(index, index + row.lines));
        index += row.lines - 1;
      }
    }
    for (const one of blanks) this.builder.addProse(one);
    this.keepEmptyHeadings();
    reportRows([...this.rows.values()], segments, this.report);
    this.reportEmptyCells();
  }

  private reportEmptyCells(): void {
    for (const { line, cells = [] } of this.tasks) {
      for (const { head } of emptyCells(cells, ({ text }) => text)) {
        const problem = `the cell below “${head}” is empty: it may span rows, or say nothing`;
        this.report.open(line, problem, 'compare with the published table; pages say that it was not read');
      }
    }
  }

  /** Headings of measures below which no row is a task: they are prose of their section, and the measures run on. */
  private keepEmptyHeadings(): void {
    const used = new Set(this.tasks.map(({ measure }) => measure));
    const numbers = new Map<number, number>();
    for (const section of this.builder.outline.sections) {
      for (const { number, heading } of section.measures) {
        if (used.has(number)) {
          numbers.set(number, numbers.size + 1);
        } else if (heading) {
          this.report.open(heading.line, 'a heading below which no row is a task, kept as prose');
          (section.prose ??= []).push({ ...heading, kind: 'heading' });
          section.prose.sort((a, b) => a.line - b.line);
        }
      }
      section.measures = section.measures
        .filter(({ number }) => used.has(number))
        .map((measure) => ({ ...measure, number: numbers.get(measure.number) ?? 0 }));
    }
    for (const one of [...this.tasks, ...this.numbered])
      one.measure = numbers.get(one.measure) ?? one.measure;
  }

  private addRow(row: TableRow, first: Segment, own: Segment[]): void {
    if (row.kind === 'task' && this.addTask(row, first)) return;
    if (row.kind === 'heading') {
      this.openHeading({ ...first, text: row.text, folded: fold(row.text) });
      return;
    }
    if (row.kind !== 'heads' && !isDrawing(row.text))
      this.report.open(row.line, 'a row of the table that is no task, kept as prose');
    if (row.kind === 'heads') this.reportUnknownHeads(row);
    for (const one of own) this.builder.addProse(one);
  }

  private reportUnknownHeads({ line, columns }: TableRow): void {
    for (const { head, says } of columns) {
      if (says !== 'other') continue;
      const advice = 'what is below it is shown as printed, and who it names is not read';
      if (namesPeopleToo(head))
        this.report.open(line, `the column “${head}” names units and people together`, advice);
      else if (isUnknownLabel(head))
        this.report.open(line, `the head “${head}” may be a label that is not known`, advice);
    }
  }

  /** A line outside of the rows: a heading above a table, or prose. */
  private addLine(segment: Segment, segments: Segment[], index: number): void {
    const next = segments.slice(index + 1).find((one) => !isBlank(one));
    const isHeading =
      next !== undefined &&
      this.rows.get(next.line)?.kind === 'heads' &&
      segment.text.length <= LONGEST_HEADING &&
      HEADING.test(segment.folded) &&
      !CONTINUED.test(segment.folded);
    if (isHeading) this.openHeading(segment);
    else this.builder.addProse(segment);
  }

  private openHeading(heading: Segment): void {
    const style =
      leadingMarker(heading.folded)?.style ??
      (/^\s*[一二三四五六七八九十]+\s/.test(heading.text) ? '一' : '');
    if (!this.levels.includes(style) && this.levels.length < 2) this.levels.push(style);
    if (this.levels.indexOf(style) === 0) this.builder.openSection(heading);
    else this.builder.openMeasure(heading);
  }

  private addTask(row: TableRow, { line, at }: Segment): boolean {
    const { columns, text } = row;
    const cell = row.cells[row.task];
    if (!cell) return false;
    const section = this.builder.section ?? this.builder.openSection();
    if (!this.builder.measure) this.builder.openMeasure();
    const numberCell = row.cells[columns.findIndex(({ says }) => says === 'number')];
    const value = Number(/[0-9]+/.exec(fold(numberCell?.text ?? ''))?.[0] ?? 0);
    const place = { section: section.number, measure: this.builder.measures };
    const [marker, tail] = [text.slice(0, cell.start), text.slice(cell.end)];
    this.tasks.push({
      ...{ value, line, at, marker, text: cell.text, clauses: [], duty: '', tail },
      ...{ cells: this.cells.get(line)?.cells, ...place },
    });
    this.numbered.push({ value, line, ...place, kind: 'task' });
    return true;
  }

  /** Adds a row to the task before it, with the blank lines between. */
  private addMore(row: TableRow, between: Segment[]): boolean {
    const task = this.tasks.at(-1);
    if (!task) return false;
    task.tail += [...between.map(({ text }) => `\n${text}`), `\n${row.text}`].join('');
    task.cells = [...(task.cells ?? []), ...(this.cells.get(row.line)?.cells ?? [])];
    return true;
  }
}
