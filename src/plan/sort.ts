/** Orders of numbered things and of pieces of the seed. */
import type { TaskNumber } from './model.ts';

/** By number. */
export const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;

/** By position in the seed: line, then offset where both are known. */
export const byPosition = (
  a: { line: number; at?: number | undefined },
  b: { line: number; at?: number | undefined },
) => a.line - b.line || (a.at === undefined || b.at === undefined ? 0 : a.at - b.at);

/** The number of different tasks in a list that may name a task in several roles. */
export const countTasks = (tasks: readonly { number: TaskNumber }[]) =>
  new Set(tasks.map(({ number }) => number)).size;
