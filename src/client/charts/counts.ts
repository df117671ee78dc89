/** Counts beside a filtered timeline: what they say is what is shown. */

/** Writes a number of rows into each element that counts them: all of them, or those with one basis. */
function writeCounts(scope: Element, rows: readonly HTMLElement[]): void {
  for (const element of scope.querySelectorAll<HTMLElement>('[data-count]')) {
    const { count: basis = '' } = element.dataset;
    const counted = rows.filter((row) => ['', row.dataset.basis].includes(basis));
    element.textContent = String(counted.length);
  }
}

const shownRows = (scope: ParentNode) => [
  ...scope.querySelectorAll<HTMLElement>('tr[data-task]:not([hidden])'),
];

/** Returns what brings the folded groups of the table in step; if something was chosen, those open that have any of it. */
export function prepareGroups(): (isChosen: boolean) => void {
  const groups = [...document.querySelectorAll<HTMLDetailsElement>('details[data-group]')].map((fold) => ({
    fold,
    isOpen: fold.open,
    note: fold.querySelector('[data-count-lit]'),
  }));
  return (isChosen) => {
    const isMarking = document.querySelector('tr[data-lit]') !== null;
    for (const { fold, isOpen, note } of groups) {
      const rows = shownRows(fold);
      const marked = rows.filter((row) => row.hasAttribute('data-lit')).length;
      fold.hidden = rows.length === 0;
      fold.toggleAttribute('data-marking', isMarking);
      fold.open = isChosen ? (isMarking ? marked : rows.length) > 0 : isOpen;
      writeCounts(fold, rows);
      if (note) note.textContent = String(marked);
      note?.parentElement?.toggleAttribute('hidden', marked === 0);
    }
  };
}

/** Brings the counts in the drawing and in its legend in step. */
export function countMarks(svg: SVGSVGElement): void {
  let label: Element | null = null;
  let counted = 0;
  for (const group of svg.querySelectorAll('g[role=group]')) {
    const count = group.querySelectorAll('a.mark:not([data-out])').length;
    const own = group.querySelector(':scope > text');
    // Deadlines close together share the label of the first (src/charts/count-labels.ts).
    counted = own ? count : counted + count;
    label = own ?? label;
    const name = group.getAttribute('aria-label') ?? '';
    group.setAttribute('aria-label', name.replace(/\d+(?=项任务$)/, String(count)));
    if (label) label.textContent = label.textContent.replace(/\d+(?=项$)/, String(counted));
  }
  const legend = svg.closest('[data-figure]')?.querySelector('.legend');
  if (legend) writeCounts(legend, shownRows(document));
}
