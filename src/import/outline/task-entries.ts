/** Turns tasks as read into entries of the content, each with its number, its file and a first title. */
import type { TaskNumber } from '../../plan/model.ts';
import { chooseTitles } from '../extract/titles.ts';
import type { WithFile, TaskEntry } from '../../content-files/schema.ts';
import { taskFile } from '../../content-files/task-files.ts';
import type { PlacedTask } from './outline-parser.ts';
import type { Report } from '../report.ts';

/** `numbers` has the same order as `tasks`. */
export function taskEntries(
  tasks: PlacedTask[],
  numbers: TaskNumber[],
  report: Report,
): WithFile<TaskEntry>[] {
  const titles = chooseTitles(tasks);
  const lineByText = new Map<string, number>();
  return tasks.map((task, index) => {
    const { value, line, at, marker, text, clauses, duty, tail, measure, cells } = task;
    const number = numbers[index] ?? value;
    if (text.trim() === '') report.error(line, `task ${value} has no text`);
    const other = lineByText.get(text);
    if (other !== undefined) report.open(line, `item ${value} says the same as line ${other}`);
    lineByText.set(text, line);
    return {
      file: taskFile(number),
      number,
      marker: marker === `${number})` ? undefined : marker,
      measure,
      title: titles[index] ?? text,
      line,
      at,
      text,
      clauses: clauses.length > 0 ? clauses : undefined,
      duty,
      tail: tail === '' ? undefined : tail,
      cells,
      note: '',
    };
  });
}
