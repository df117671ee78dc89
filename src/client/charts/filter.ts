/** Filters the timeline with its list and its table, and highlights the tasks of one unit. */
import { syncControls } from './controls.ts';
import { CHANGED } from './marks.ts';

const FILTERS = ['unit', 'role', 'section', 'basis'] as const;
type Filters = Record<(typeof FILTERS)[number], string>;
type Choice = Filters & { highlight: string };

const NO_FILTERS: Filters = { unit: '', role: '', section: '', basis: '' };

/** A task, as the attributes of its mark or its row describe it. */
interface Facts {
  section: string;
  basis: string;
  units: { unit: string; role: string }[];
}

function factsOf(element: SVGAElement | HTMLElement): Facts {
  const { section = '', basis = '', units = '' } = element.dataset;
  return {
    section,
    basis,
    units: units.split(' ').map((pair) => {
      const [unit = '', role = ''] = pair.split(':');
      return { unit, role };
    }),
  };
}

/** Unit and role are one condition: this unit in this role. */
function matches(facts: Facts, { unit, role, section, basis }: Filters): boolean {
  return (
    [facts.section, ''].includes(section) &&
    [facts.basis, ''].includes(basis) &&
    facts.units.some((one) => ['', one.unit].includes(unit) && ['', one.role].includes(role))
  );
}

/** Filters the timeline of the page, if it has one, as its controls or its address say. */
export function filterTimeline(): void {
  const controls = document.querySelector<HTMLElement>('[data-filters]');
  const status = document.querySelector('[data-status]');
  const svg = document.querySelector<SVGSVGElement>('svg.timeline');
  if (!svg || !status) return;
  // A task without a day has no mark, only a row in the table.
  const tasks = [
    ...svg.querySelectorAll<SVGAElement>('a.mark'),
    ...document.querySelectorAll<HTMLElement>('tr[data-units]'),
  ].map((element) => ({ element, facts: factsOf(element) }));

  /** The choice without values that no task has. */
  const known = ({ highlight, ...filters }: Choice): Choice => {
    const occurs = (one: Partial<Filters>) =>
      tasks.some(({ facts }) => matches(facts, { ...NO_FILTERS, ...one }));
    for (const name of FILTERS) if (!occurs({ [name]: filters[name] })) filters[name] = '';
    return { ...filters, highlight: occurs({ unit: highlight }) ? highlight : '' };
  };

  const show = (asked: Choice): Choice => {
    const choice = known(asked);
    const kept = new Set<string>();
    let highlighted = 0;
    for (const { element, facts } of tasks) {
      const inside = matches(facts, choice);
      const lit = choice.highlight !== '' && facts.units.some(({ unit }) => unit === choice.highlight);
      if (inside) kept.add(element.dataset.task ?? '');
      if (lit && inside) highlighted++;
      if (element instanceof HTMLElement) continue;
      element.toggleAttribute('data-out', !inside);
      element.toggleAttribute('data-lit', lit);
      if (inside) element.removeAttribute('aria-hidden');
      else element.setAttribute('aria-hidden', 'true');
    }
    for (const element of document.querySelectorAll<HTMLElement>('li[data-task], tr[data-task]')) {
      element.hidden = !kept.has(element.dataset.task ?? '');
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
      const count = group.querySelectorAll('[data-task]:not([hidden])').length;
      group.hidden = count === 0;
      for (const number of group.querySelectorAll('[data-count]')) number.textContent = String(count);
    }
    const all = kept.size === tasks.length;
    status.textContent = [
      all ? `显示全部${tasks.length}项任务。` : `${tasks.length}项任务中，符合条件的有${kept.size}项。`,
      choice.highlight === '' ? '' : `其中突出的有${highlighted}项。`,
    ].join('');
    svg.dispatchEvent(new Event(CHANGED));
    return choice;
  };

  syncControls([...FILTERS, 'highlight'], controls, show);
}
