/** When a plan is large: then several pages hold what one page holds of a plan of usual size. */

/** With more tasks than this a plan is large. */
export const MOST_TASKS = 1000;

/** Whether the pages that list all tasks or the whole text are divided. The size alone decides, no setting. */
export const isLarge = ({ tasks }: { tasks: readonly unknown[] }): boolean => tasks.length > MOST_TASKS;

/** The most tasks, or pieces of text, on one page of several: few enough to search within, and to print. */
export const MOST_ON_PAGE = 200;

/** Divides a list into pages of similar length; where something begins near the end of a page (`begins`), the next page does. */
export function inPages<T>(
  list: readonly T[],
  begins: (item: T, before: T) => boolean = () => false,
  most = MOST_ON_PAGE,
): T[][] {
  const pages: T[][] = [];
  for (let start = 0; start < list.length; start += pages.at(-1)?.length ?? list.length) {
    const left = list.slice(start);
    const length = Math.ceil(left.length / Math.ceil(left.length / most));
    const isEnd = (end: number) => {
      const [before, next] = [left[end - 1], left[end]];
      return before !== undefined && next !== undefined && begins(next, before);
    };
    // The last page takes the rest.
    const room = length === left.length ? 0 : Math.floor(length / 4);
    const near = Array.from({ length: room }, (_, index) => length - index);
    pages.push(left.slice(0, near.find(isEnd) ?? length));
  }
  return pages;
}
