import { syncControls } from './controls.ts';

const KEYS: Record<string, (row: HTMLElement) => number> = {
  tasks: ({ dataset }) => -Number(dataset.total),
  lead: ({ dataset }) => -Number(dataset.lead),
};

/** Sorts the rows of the matrix as the reader chooses; units named collectively are sorted by themselves. */
export function sortMatrix(): void {
  const controls = document.querySelector<HTMLElement>('[data-sort]');
  if (!controls) return;
  const bodies = [...document.querySelectorAll<HTMLElement>('tbody[data-sortable]')].map((body) => ({
    body,
    // Rows that are not sorted, such as a row of sums, stay at the end.
    end: body.querySelector(':scope > tr:not([data-total])'),
    rows: [...body.querySelectorAll<HTMLElement>(':scope > tr[data-total]')],
  }));
  syncControls(['sort'], controls, ({ sort }) => {
    const key = KEYS[sort];
    for (const { body, rows, end } of bodies) {
      // Sorting is stable: rows with equal numbers keep the order of names.
      const sorted = key ? [...rows].sort((a, b) => key(a) - key(b)) : rows;
      for (const row of sorted) body.insertBefore(row, end);
      for (const head of body.closest('table')?.querySelectorAll<HTMLElement>('th[data-key]') ?? []) {
        if (head.dataset.key === (key ? sort : 'name')) {
          head.setAttribute('aria-sort', key ? 'descending' : 'ascending');
        } else head.removeAttribute('aria-sort');
      }
    }
    return { sort: key ? sort : '' };
  });
}
