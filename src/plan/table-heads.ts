/** The lines of the text that are the heads of tables. */
import { memoize } from '../text/memoize.ts';
import type { Passage, Plan } from './model.ts';

/** Heads of columns in one line that make it the head of a table. */
const FEWEST = 2;

/** The lines outside of the tasks that name the columns of the rows that are tasks. */
export const tableHeads = memoize((plan: Pick<Plan, 'tasks' | 'chapters' | 'sections'>): Set<Passage> => {
  const heads = new Set(plan.tasks.flatMap(({ cells }) => cells.map(({ head }) => head)));
  const lines = [...plan.chapters, ...plan.sections].flatMap(({ prose }) => prose);
  return new Set(
    lines.filter(({ shown }) => {
      const words = new Set(shown.split(/[\s|｜│┃]+/));
      return [...words].filter((word) => word !== '' && heads.has(word)).length >= FEWEST;
    }),
  );
});
