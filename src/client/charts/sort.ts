/** Puts the rows of the matrix in another order; bodies named collectively stay apart. */
import { follow } from './address.ts';

const KEYS: Record<string, (row: HTMLElement) => number> = {
  tasks: ({ dataset }) => -Number(dataset.total),
  lead: ({ dataset }) => -Number(dataset.lead),
};

/** Follows the choice of an order; without one the rows stand as they came. */
export function followSort(): void {
  const controls = document.querySelector<HTMLElement>('[data-sort]');
  if (!controls) return;
  const bodies = [...document.querySelectorAll<HTMLElement>('tbody[data-sortable]')].map((body) => ({
    body,
    // What follows the rows, such as a row of sums, stays where it is.
    end: body.querySelector(':scope > tr:not([data-total])'),
    rows: [...body.querySelectorAll<HTMLElement>(':scope > tr[data-total]')],
  }));
  follow(['sort'], controls, ({ sort }) => {
    const key = KEYS[sort];
    for (const { body, rows, end } of bodies) {
      // Sorting is stable: rows with equal numbers keep the order of names.
      const sorted = key ? [...rows].sort((a, b) => key(a) - key(b)) : rows;
      for (const row of sorted) body.insertBefore(row, end);
      const table = body.closest('table');
      for (const head of table?.querySelectorAll('th[data-key]') ?? []) {
        const mine = (head as HTMLElement).dataset.key === (key ? sort : 'name');
        if (mine) head.setAttribute('aria-sort', key ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      }
    }
    return { sort: key ? sort : '' };
  });
}
