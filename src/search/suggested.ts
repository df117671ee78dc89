/** What the home page offers to search for. */
import { deadlineText } from '../labels/deadlines.ts';
import { roleName } from '../labels/roles.ts';
import type { Plan } from '../plan/model.ts';
import { unitRoleNames } from '../plan/role-words.ts';
import { compare, groupBy } from '../text/lists.ts';

const FEW = 3;
const FEW_SUGGESTED = 2;

/** Examples of what can be typed: those of the editors, otherwise the units with most tasks. */
export function examplesOf({ examples, units }: Plan): string[] {
  if (examples.length > 0) return examples;
  return units
    .filter(({ kind }) => kind !== 'collective')
    .sort((a, b) => b.tasks.length - a.tasks.length)
    .slice(0, FEW)
    .map(({ name }) => name);
}

/** A year of deadlines that tasks name themselves. */
interface DeadlineYear {
  /** As in `searchFilters`. */
  value: string;
  text: string;
  count: number;
  /** Whether exactly these tasks are due in that year: none of them later, and no other by the general rule. */
  isWhole: boolean;
}

/** The years of the deadlines that tasks name themselves, in order. */
export function deadlineYears({ tasks }: Pick<Plan, 'tasks'>): DeadlineYear[] {
  const all = tasks.flatMap(({ number, deadlines, deadline }) =>
    deadlines.map(({ basis, date }) => ({ number, basis, date, last: deadline?.date ?? date })),
  );
  const own = all.filter(({ basis }) => basis === 'own');
  const general = all.filter(({ basis }) => basis === 'general');
  return groupBy(own, ({ date }) => date.slice(0, 4))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ key, items }) => {
      const [first] = items;
      const one = first && items.every(({ date }) => date === first.date);
      return {
        value: key,
        text: one ? deadlineText(first) : `${key}年内`,
        count: new Set(items.map(({ number }) => number)).size,
        isWhole:
          items.every(({ last }) => last.startsWith(key)) &&
          !general.some(({ date }) => date.startsWith(key)),
      };
    });
}

/** Searches that many readers have: the first years, and the units that lead most tasks, each with its number of tasks. */
export function suggestedSearches(
  plan: Plan,
): { filters: Record<string, string>; text: string; count: number }[] {
  const years = deadlineYears(plan).map(({ value, text, count, isWhole }) => ({
    filters: { deadline: value },
    text: isWhole ? `${text}完成` : `写有${text}的期限`,
    count,
  }));
  const leads = plan.units
    .map(({ id, name, tasks }) => ({
      filters: { unit: id, role: 'lead' },
      text: `${name}${roleName(unitRoleNames({ id }, plan), 'lead')}`,
      count: tasks.filter(({ role }) => role === 'lead').length,
    }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count);
  return [...years.slice(0, FEW_SUGGESTED), ...leads.slice(0, FEW_SUGGESTED)];
}
