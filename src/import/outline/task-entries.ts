/** Tasks as read → entries of the content, each with its number, its file and a first title. */
import type { TaskNumber } from '../../plan/model.ts';
import { chooseTitles } from '../extract/titles.ts';
import type { WithFile, TaskEntry } from '../../content-files/schema.ts';
import type { PlacedTask } from './outline-parser.ts';
import type { Report } from '../report.ts';

/** `numbers` are in the order of the tasks. */
export function taskEntries(
  tasks: PlacedTask[],
  numbers: TaskNumber[],
  report: Report,
): WithFile<TaskEntry>[] {
  const titles = chooseTitles(tasks.map(({ text }) => text));
  const said = new Map<string, number>();
  return tasks.map((task, index) => {
    const { value, line, at, marker, text, clauses, duty, tail, measure } = task;
    const number = numbers[index] ?? value;
    if (text.trim() === '') {
      report.error(line, `task ${value} has no text`, 'compare with the published page');
    }
    const other = said.get(text);
    if (other !== undefined)
      report.open(line, `item ${value} says the same as line ${other}`, 'compare with the published page');
    said.set(text, line);
    return {
      file: taskFilePath(number),
      number,
      ...(marker !== `${number})` && { marker }),
      measure,
      title: titles[index] ?? text,
      line,
      at,
      text,
      ...(clauses.length > 0 && { clauses }),
      duty,
      ...(tail !== '' && { tail }),
      note: '',
    };
  });
}

/** Where a task's content stands; two digits, so that file lists are in order. */
export const taskFilePath = (number: TaskNumber) =>
  `content/tasks/${String(number)
    .split('-')
    .map((one) => one.padStart(2, '0'))
    .join('-')}.md`;
