/** Orders for readers, the same on every machine: by code point or number, never by locale. */

import type { TaskNumber } from './model.ts';

/** Numbered things by their numbers. */
export const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;

/** Pieces by their place in the seed: tasks too, whatever their numbers look like. */
export const byPosition = (
  a: { line: number; at?: number | undefined },
  b: { line: number; at?: number | undefined },
) => a.line - b.line || (a.at === undefined || b.at === undefined ? 0 : a.at - b.at);

/** How many different tasks there are in a list that may name one in several roles. */
export const countTasks = (tasks: readonly { number: TaskNumber }[]) =>
  new Set(tasks.map(({ number }) => number)).size;
