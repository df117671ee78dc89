/** Rules for the numbers of tasks, parts, sections and measures, which are parts of addresses. */
import { taskFile } from '../../content-files/task-files.ts';
import { markerOf } from '../../content-files/verbatim.ts';
import type { Finding, TaskNumber } from '../../plan/model.ts';
import { leadingMarker } from '../../text/list-numbers.ts';
import { FILES, type Content } from '../../content-files/schema.ts';

/** A number that is part of an address, with its file and path of keys. */
interface NumberedEntry {
  number: TaskNumber;
  file: string;
  at: (string | number)[];
}

/** All numbers, by kind. */
function numbered({
  tasks,
  outline,
}: Pick<Content, 'tasks' | 'outline'>): [what: string, all: NumberedEntry[]][] {
  const inOutline = (at: NumberedEntry['at'], list: { number: number }[]): NumberedEntry[] =>
    list.map(({ number }, index) => ({ number, file: FILES.outline, at: [...at, index, 'number'] }));
  return [
    // The files that have the names of their numbers first: of two with one number, the other is the copy.
    [
      'task',
      tasks
        .map(({ number, file }) => ({ number, file, at: ['number'] }))
        .sort((a, b) => Number(isMisnamed(a)) - Number(isMisnamed(b))),
    ],
    ['part', inOutline(['parts'], outline.parts)],
    ['section', inOutline(['sections'], outline.sections)],
    [
      'measure',
      outline.sections.flatMap(({ measures }, index) => inOutline(['sections', index, 'measures'], measures)),
    ],
  ];
}

const isMisnamed = ({ file, number }: Pick<NumberedEntry, 'file' | 'number'>) => file !== taskFile(number);

/** No two tasks, parts, sections or measures have the same number. */
export const numbersAreUnique = (content: Pick<Content, 'tasks' | 'outline'>): Finding[] =>
  numbered(content).flatMap(([what, all]) => {
    const seen = new Map<TaskNumber, string>();
    return all.flatMap(({ number, file, at }): Finding[] => {
      const other = seen.get(number);
      seen.set(number, file);
      if (other === undefined) return [];
      const problem = `${what} ${number} exists twice, also in ${other}: two pages would claim one address`;
      const own = 'number it as the seed does';
      const advice =
        what === 'task' ? `${own}; delete a copy, and npm run import brings back what it replaced` : own;
      return [{ file, at, problem, advice }];
    });
  });

/** A task has one name for its file: links, imports and comparisons look for it there. Of a number that stands twice, that is said. */
export const taskFilesAreNamed = ({ tasks }: Pick<Content, 'tasks'>): Finding[] => {
  const byNumber = Map.groupBy(tasks, ({ number }) => number);
  return tasks
    .filter((task) => isMisnamed(task) && byNumber.get(task.number)?.length === 1)
    .map(({ file, number }) => {
      const problem = `this file says number: ${number}, but the file of task ${number} is ${taskFile(number)}`;
      return { file, at: ['number'], problem, advice: 'give it that name, or the number that the seed has' };
    });
};

/** Tasks, parts, sections and measures are numbered 1, 2, 3 … without gaps; tasks may restart in each section, and those of tables have gaps. */
export const numbersRunOn = (content: Content): Finding[] =>
  numbered(content).flatMap(([what, all]) => {
    // Where one number stands twice, another is missing.
    if (new Set(all.map(({ number }) => number)).size < all.length) return [];
    if (what !== 'task') return outOfOrder(what, all);
    if (content.tasks.some(({ cells }) => cells)) return [];
    const series = Map.groupBy(all, ({ number }) => String(number).replace(/\d+$/, ''));
    return [...series].flatMap(([prefix, own]) => gaps(prefix, own, inProse(content)));
  });

/** Numbers of a list in the order of the text that do not follow the one before. */
function outOfOrder(what: string, all: NumberedEntry[]): Finding[] {
  let due = 1;
  return all.flatMap(({ number, file, at }, index): Finding[] => {
    const expected = due;
    const next = all[index + 1]?.number;
    // Where the next goes on as if it were right, only this number is wrong.
    due = number !== expected && next !== expected + 1 && next !== undefined ? Number(number) + 1 : due + 1;
    if (number === expected) return [];
    const problem = `${what} ${number} stands where ${what} ${expected} is due`;
    return [{ file, at, problem, advice: `number it ${expected}, or bring back what was deleted` }];
  });
}

const lastNumber = (number: TaskNumber) => Number(/\d+$/.exec(String(number))?.[0]);

/** Numbers of a series of tasks that are missing and not used by prose either. */
function gaps(prefix: string, own: NumberedEntry[], used: ReadonlySet<number>): Finding[] {
  let last = 0;
  return [...own]
    .sort((a, b) => lastNumber(a.number) - lastNumber(b.number))
    .flatMap(({ number, file, at }): Finding[] => {
      const before = lastNumber(number) - 1;
      while (used.has(last + 1) && last < before) last++;
      const first = last + 1;
      last = before + 1;
      if (first > before) return [];
      const problem =
        first === before
          ? `task ${prefix}${first} is missing`
          : `tasks ${prefix}${first} to ${prefix}${before} are missing`;
      const advice = 'bring back what was deleted: npm run import';
      return [{ file, at, problem: `${problem} before ${number}`, advice }];
    });
}

/** The numbers, in the style of the tasks, of paragraphs that name no unit and are therefore prose. */
function inProse({ tasks, chapters, outline }: Content): ReadonlySet<number> {
  const first = tasks[0];
  const style = first && leadingMarker(markerOf(first))?.style;
  const prose = [...chapters, ...outline.sections].flatMap((one) => one.prose ?? []);
  const markers = prose.flatMap(({ text }) => leadingMarker(text) ?? []);
  return new Set(markers.filter((marker) => marker.style === style).map(({ value }) => value));
}
