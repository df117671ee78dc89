/** The timeline of a large plan: the tasks of each year on pages of their own, by section, and those without a date. */
import type { Plan, Task } from '../model.ts';
import { memoize } from '../../text/memoize.ts';
import { compare, groupBy } from '../../text/lists.ts';
import { inPages } from './size.ts';

/** The key of tasks without a date; it sorts behind all years. */
export const UNDATED = 'undated';

/** The year of a task's deadline, or `undated`. */
export const yearOf = ({ deadline }: Pick<Task, 'deadline'>): string => deadline?.date.slice(0, 4) ?? UNDATED;

/** A page with tasks of one year; sections follow in the order of the text. */
export interface YearPage {
  year: string;
  /** From 1, of `pages`. */
  page: number;
  pages: number;
  /** A section that goes on from the page before is `continued`. */
  groups: { section: number; continued: boolean; tasks: Task[] }[];
  /** Its address, without the base path. */
  address: string;
}

/** The pages of all years. */
export const yearPages = memoize(({ tasks }: Pick<Plan, 'tasks'>): YearPage[] =>
  groupBy(tasks, yearOf)
    .sort((a, b) => compare(a.key, b.key))
    .flatMap(({ key: year, items }) => {
      const inOrder = items.toSorted((a, b) => a.section - b.section);
      const pages = inPages(inOrder, (task, before) => task.section !== before.section);
      return pages.map((own, index) => ({
        ...{ year, page: index + 1, pages: pages.length },
        groups: groupBy(own, ({ section }) => section).map((group) => ({
          ...{ section: group.key, tasks: group.items },
          continued: pages[index - 1]?.at(-1)?.section === group.key,
        })),
        address: `/timeline/${year}/${index > 0 ? `${index + 1}/` : ''}`,
      }));
    }),
);

/** Where the tasks of a section in a year begin, without the base path. */
export const sectionInYear = (plan: Pick<Plan, 'tasks'>, section: number, year: string): string | undefined =>
  sectionAddresses(plan).get(`${year} ${section}`);

const sectionAddresses = memoize((plan: Pick<Plan, 'tasks'>) => {
  const first = yearPages(plan).flatMap(({ year, groups, address }) =>
    groups
      .filter(({ continued }) => !continued)
      .map(({ section }): [string, string] => [`${year} ${section}`, `${address}#section-${section}`]),
  );
  return new Map(first);
});

/** Views of the timeline that a large plan does not have, each with the address that has most of it. */
export const timelineAnchors = ({
  sections,
  units,
}: Pick<Plan, 'sections' | 'units'>): [string, string][] => [
  ...sections.map(({ number }): [string, string] => [
    `/timeline/?section=${number}`,
    `/timeline/#section-${number}`,
  ]),
  ...units.map(({ id }): [string, string] => [`/timeline/?highlight=${id}`, '/timeline/']),
];
