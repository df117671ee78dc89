/** Formats the summary of an import as a table. */
import type { ImportSummary } from './outline/summary.ts';

/** One line for each count, then the units, the most frequent first. */
export function summaryText({
  parts,
  sections,
  measures,
  tasks,
  clauses,
  units,
  deadlines,
}: ImportSummary): string {
  const rows: [what: string, count: number, more?: string][] = [
    ['parts', parts],
    ['sections', sections],
    ['measures', measures],
    ['tasks', tasks],
    ['clauses', clauses],
    ['units', units.length],
    [
      'deadlines',
      deadlines.clause + deadlines.text,
      `${deadlines.clause} in clauses, ${deadlines.text} in the text`,
    ],
    ['standing', deadlines.standing, 'tasks with words of time that name no last day'],
    ['general', deadlines.general, 'tasks that fall under a rule for all'],
    ['no time', deadlines.none, 'tasks that say nothing of time'],
  ];
  const table = rows.map(
    ([what, count, more]) =>
      `${what.padEnd(10)}${String(count).padStart(6)}${more === undefined ? '' : `   ${more}`}`,
  );
  const named = units.map(({ name, clauses: count }) => `${String(count).padStart(6)}  ${name}`);
  return ['Understood', ...table, '', 'Units, with the number of clauses that name them', ...named].join(
    '\n',
  );
}
