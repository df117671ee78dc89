import { syncControls } from './controls.ts';

const KEYS: Record<string, (row: HTMLElement) => number> = {
  tasks: ({ dataset }) => -Number(dataset.total),
  lead: ({ dataset }) => -Number(dataset.lead),
};

/** A row or a cell of the drawing belongs to one unit, or to a pair. */
const unitsOf = ({ dataset: { unit = '' } }: HTMLElement | SVGElement) => unit.split(' ');

/** Sorts the rows of the matrix as the reader chooses; those of a unit that is marked come first. */
export function sortMatrix(): void {
  const controls = document.querySelector<HTMLElement>('[data-sort]');
  if (!controls) return;
  // Rows keep to their part: units named collectively are sorted by themselves.
  const bodies = [...document.querySelectorAll<HTMLElement>('tbody[data-sortable]')].map((body) => ({
    body,
    rows: [...body.querySelectorAll<HTMLElement>(':scope > tr')],
  }));
  const units = [...document.querySelectorAll<HTMLElement | SVGElement>('[data-unit]')];
  syncControls(['highlight', 'sort'], controls, ({ highlight, sort }) => {
    const key = KEYS[sort];
    for (const one of units) one.toggleAttribute('data-lit', unitsOf(one).includes(highlight));
    const isLit = (row: HTMLElement) => (row.hasAttribute('data-lit') ? 0 : 1);
    for (const { body, rows } of bodies) {
      const isMatrix = rows.some((row) => row.dataset.total !== undefined);
      // Sorting is stable: rows with equal numbers keep the order of names.
      const sorted = key && isMatrix ? [...rows].sort((a, b) => key(a) - key(b)) : [...rows];
      body.append(...sorted.sort((a, b) => isLit(a) - isLit(b)));
      // A collective body stands in a part that is folded.
      const fold = body.closest<HTMLDetailsElement>('[data-matrix] details');
      if (fold && rows.some((row) => row.hasAttribute('data-lit'))) fold.open = true;
      for (const head of body.closest('table')?.querySelectorAll<HTMLElement>('th[data-key]') ?? []) {
        if (head.dataset.key === (key ? sort : 'name')) {
          head.setAttribute('aria-sort', key ? 'descending' : 'ascending');
        } else head.removeAttribute('aria-sort');
      }
    }
    return {
      highlight: units.some((one) => unitsOf(one).includes(highlight)) ? highlight : '',
      sort: key ? sort : '',
    };
  });
}
