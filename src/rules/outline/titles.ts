/** Rules for the titles of tasks. */
import type { Content } from '../../content-files/schema.ts';
import type { Finding, TaskNumber } from '../../plan/model.ts';
import { toShown } from '../../text/punctuation.ts';

/** A title consists of words of its task, and is unique unless two tasks have the same text. */
export const titlesAreTheTasksWords = ({ tasks }: Pick<Content, 'tasks'>): Finding[] => {
  const taken = new Map<string, { number: TaskNumber; text: string }>();
  return tasks.flatMap(({ file, number, title, text }): Finding[] => {
    const at = ['title'];
    if (!text.includes(title)) {
      const problem = `“${title}” are not words of task ${number}`;
      return [
        { file, at, problem, advice: 'choose a title from the text, character by character', absent: title },
      ];
    }
    const other = taken.get(toShown(title));
    taken.set(toShown(title), { number, text });
    if (other === undefined || other.text === text) return [];
    const problem = `task ${other.number} has the same title`;
    return [{ file, at, problem, advice: 'choose words that only this task has' }];
  });
};
