/** The numbers of the timeline of a large plan: how many tasks of each section are due in each year. */
import { sectionInYear, yearOf } from '../plan/large/year-pages.ts';
import type { Plan, Section } from '../plan/model.ts';
import { compare } from '../text/lists.ts';

interface YearCell {
  count: number;
  /** Of the list of these tasks, without the base path; none where there are none. */
  address: string | undefined;
}

export interface YearCounts {
  /** In order; tasks without a date come last. */
  years: string[];
  rows: { section: Section; cells: YearCell[]; total: number }[];
  totals: number[];
}

/** Counts tasks by section and year. */
export function countYears(plan: Pick<Plan, 'tasks' | 'sections'>): YearCounts {
  const years = [...new Set(plan.tasks.map(yearOf))].sort(compare);
  const bySection = Map.groupBy(plan.tasks, ({ section }) => section);
  const rows = plan.sections.flatMap((section) => {
    const tasks = bySection.get(section.number) ?? [];
    const byYear = Map.groupBy(tasks, yearOf);
    const cells = years.map((year) => ({
      count: byYear.get(year)?.length ?? 0,
      address: sectionInYear(plan, section.number, year),
    }));
    return tasks.length > 0 ? [{ section, cells, total: tasks.length }] : [];
  });
  const totals = years.map((_, index) =>
    rows.reduce((sum, { cells }) => sum + (cells[index]?.count ?? 0), 0),
  );
  return { years, rows, totals };
}
