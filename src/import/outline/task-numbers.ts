/** What tasks are known by: the number printed, or section and number where numbers start again; gaps and repeats are errors. */
import type { TaskNumber } from '../../plan/model.ts';
import type { Report } from '../report.ts';

/** An item of the tasks' level with the place it stands in; prose uses up numbers, a lone task has none among the others. */
export interface NumberedItem {
  value: number;
  line: number;
  section: number;
  measure: number;
  kind: 'task' | 'lone' | 'prose';
}

type Scope = 'plan' | 'section' | 'measure';

/** The numbers of all tasks, prose left out, in the order given. */
export function numberTasks(all: NumberedItem[], report: Report): TaskNumber[] {
  const own = all.filter(({ kind }) => kind !== 'lone');
  const printed = scopeOf(own);
  const sound = checkRun(own, printed, report);
  const tasks = all.filter(({ kind }) => kind !== 'prose');
  const scope = withLone(tasks, printed);
  const firstMeasure = new Map<number, number>();
  const count = new Map<string, number>();
  return tasks.map(({ kind, value, section, measure }) => {
    const first = firstMeasure.get(section) ?? measure;
    firstMeasure.set(section, first);
    const place = scope === 'measure' ? `${section}-${measure - first + 1}` : `${section}`;
    const ordinal = (count.get(place) ?? 0) + 1;
    count.set(place, ordinal);
    if (scope === 'plan' && sound) return value;
    const isPrinted = kind === 'task' && sound && scope === printed;
    return `${place}-${isPrinted ? value : ordinal}`;
  });
}

/** With lone tasks the number of the section, or of the measure where it has others, has to tell tasks apart. */
function withLone(tasks: NumberedItem[], scope: Scope): Scope {
  const lone = tasks.filter(({ kind }) => kind === 'lone');
  if (lone.length === 0) return scope;
  const others = new Set(tasks.filter(({ kind }) => kind === 'task').map(({ section }) => section));
  return scope === 'measure' || lone.some(({ section }) => others.has(section)) ? 'measure' : 'section';
}

/** Where numbers begin again with 1: nowhere, in each section, or in each measure. */
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

/** Numbers run on within their scope. */
function checkRun(all: NumberedItem[], scope: Scope, report: Report): boolean {
  let sound = true;
  let place = '';
  let seen = new Set<number>();
  /** Undefined after a repeated number, so that the next is not blamed for it. */
  let last: number | undefined = 0;
  for (const { value, line, section, measure } of all) {
    const here = scope === 'plan' ? '' : scope === 'section' ? `${section}` : `${section} ${measure}`;
    if (here !== place) [place, seen, last] = [here, new Set(), 0];
    const expected: number = (last ?? value - 1) + 1;
    const repeated = seen.has(value);
    if (repeated) report.error(line, `task number ${value} occurs twice`, `it should be ${expected}`);
    else if (value !== expected)
      report.error(line, `task ${value} follows task ${expected - 1}`, `find the missing task ${expected}`);
    sound &&= !repeated && value === expected;
    seen.add(value);
    last = repeated ? undefined : value;
  }
  return sound;
}
