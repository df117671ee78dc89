/** The names of the files of tasks. */
import type { TaskNumber } from '../plan/model.ts';

/** The file of a task: a task has one, and its number has at least two digits, so that files are listed in order. */
export const taskFile = (number: TaskNumber): string =>
  `content/tasks/${String(number)
    .split('-')
    .map((one) => one.padStart(2, '0'))
    .join('-')}.md`;
