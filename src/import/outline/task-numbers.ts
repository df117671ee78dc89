/** Numbers the tasks: by the number in the text, or by section and number where the numbering restarts. */
import type { TaskNumber } from '../../plan/model.ts';
import { groupBy } from '../../text/lists.ts';
import { Report } from '../report.ts';

/** An item on the level of the tasks. Prose uses numbers as well; a lone task is not part of the numbering. */
export interface NumberedItem {
  value: number;
  line: number;
  section: number;
  measure: number;
  kind: 'task' | 'lone' | 'prose';
}

type Scope = 'plan' | 'section' | 'measure';

/** The numbers of all tasks, without prose, in the same order. */
export function numberTasks(all: NumberedItem[], report: Report): TaskNumber[] {
  const own = all.filter(({ kind }) => kind !== 'lone');
  const found = scopeOf(own);
  const lists = found === 'plan' ? listsOf(own) : [];
  const ownScope = lists.length > 1 ? 'section' : found;
  const sound = lists.length < 2 && checkNumbers(own, ownScope, report);
  for (const line of lists.slice(1).flatMap(([first]) => first?.line ?? [])) {
    const problem = 'the numbers begin anew here, below a heading, while others run on across headings';
    report.open(line, problem, 'tasks are counted in each section; the number as printed is shown');
  }
  const tasks = all.filter(({ kind }) => kind !== 'prose');
  const scope = withLone(tasks, ownScope);
  const firstMeasure = new Map<number, number>();
  const count = new Map<string, number>();
  return tasks.map(({ kind, value, section, measure }) => {
    const first = firstMeasure.get(section) ?? measure;
    firstMeasure.set(section, first);
    const place = scope === 'measure' ? `${section}-${measure - first + 1}` : `${section}`;
    const ordinal = (count.get(place) ?? 0) + 1;
    count.set(place, ordinal);
    if (scope === 'plan' && sound) return value;
    const keepsNumber = kind === 'task' && sound && scope === ownScope;
    return `${place}-${keepsNumber ? value : ordinal}`;
  });
}

/** The numbers of the rows of tables: those printed where they rise, even with gaps, or restart; otherwise the rows are counted. */
export function numberRows(rows: NumberedItem[], report: Report): TaskNumber[] {
  const rises = rows.every(({ value }, index) => value > (rows[index - 1]?.value ?? 0));
  if (rises) return rows.map(({ value }) => value);
  const own = new Report('');
  const numbers = rows.every(({ value }) => value > 0) ? numberTasks(rows, own) : [];
  if (numbers.length === rows.length && own.settle(0, true).findings.length === 0) return numbers;
  const problem = 'the numbers in the tables repeat or are missing: the rows are counted';
  report.open(rows[0]?.line ?? 1, problem, 'addresses are by this count; the number as printed is shown');
  return rows.map((_, index) => index + 1);
}

/** The lists of a plan, each of which runs on across sections and begins below a heading; none where a number is missing. */
function listsOf(items: NumberedItem[]): NumberedItem[][] {
  const begins = ({ value, section }: NumberedItem, index: number) =>
    index > 0 && value === 1 && section !== items[index - 1]?.section;
  const starts = [0, ...items.flatMap((one, index) => (begins(one, index) ? index : []))];
  const lists = starts.map((start, index) => items.slice(start, starts[index + 1]));
  return lists.every((list) => areConsecutive(list, new Report(''))) ? lists : [];
}

/** Lone tasks are numbered by their section, or by their measure if the section has other tasks. */
function withLone(tasks: NumberedItem[], scope: Scope): Scope {
  const lone = tasks.filter(({ kind }) => kind === 'lone');
  if (lone.length === 0) return scope;
  const others = new Set(tasks.filter(({ kind }) => kind === 'task').map(({ section }) => section));
  return scope === 'measure' || lone.some(({ section }) => others.has(section)) ? 'measure' : 'section';
}

/** Where the numbering restarts: nowhere, in each section, or in each measure. */
function scopeOf(all: NumberedItem[]): Scope {
  const votes = { section: 0, measure: 0 };
  all.forEach((one, index) => {
    const before = all[index - 1];
    if (!before) return;
    const border =
      one.section !== before.section ? 'section' : one.measure !== before.measure ? 'measure' : undefined;
    if (!border) return;
    if (one.value === 1 && before.value >= 1) votes[border]++;
    else votes[border]--;
  });
  if (votes.measure > 0 && votes.section >= 0) return 'measure';
  return votes.section > 0 ? 'section' : 'plan';
}

/** Checks that numbers are consecutive within their scope, and reports gaps and repetitions. */
function checkNumbers(items: NumberedItem[], scope: Scope, report: Report): boolean {
  const scopeKey = ({ section, measure }: NumberedItem) =>
    scope === 'plan' ? '' : scope === 'section' ? `${section}` : `${section} ${measure}`;
  const results = groupBy(items, scopeKey).map((group) => areConsecutive(group.items, report));
  return results.every(Boolean);
}

function areConsecutive(items: NumberedItem[], report: Report): boolean {
  const seen = new Set<number>();
  /** The number of the item before: as printed, and as it should be. */
  let [printed, due] = [0, 0];
  let afterRepetition = false;
  let sound = true;
  for (const { value, line } of items) {
    const repeated = seen.has(value);
    // Each mistake is one error: numbers may begin anew and run on, and what follows a repetition may be right.
    if (repeated && !(afterRepetition && value === printed + 1)) {
      const advice = `it should be ${due + 1}${value === 1 ? ', or a heading is missing above it' : ''}`;
      report.error(line, `task number ${value} occurs twice`, advice);
    } else if (!afterRepetition && value !== due + 1)
      report.error(line, `task ${value} follows task ${due}`, `find the missing task ${due + 1}`);
    sound &&= !repeated && value === due + 1;
    seen.add(value);
    printed = value;
    due = repeated ? due + 1 : value;
    afterRepetition = repeated;
  }
  return sound;
}
