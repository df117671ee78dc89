/** The form of a plan's site by its size: what one page holds of a usual plan, several pages hold of a large one. */

/** With more tasks than this a plan is large. */
const MOST_TASKS = 1000;

/** Whether the pages that list every task are divided. The size alone decides, no setting. */
export const isLarge = ({ tasks }: { tasks: readonly unknown[] }): boolean => tasks.length > MOST_TASKS;
