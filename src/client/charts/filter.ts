/** Narrows the timeline, its list and its table to some tasks, and makes one unit's tasks stand out. */
import { follow } from './address.ts';
import { CHANGED } from './marks.ts';

const NAMES = ['unit', 'role', 'section', 'basis', 'highlight'] as const;
type Choice = Record<(typeof NAMES)[number], string>;

/** A task as its mark tells it. */
interface Facts {
  section: string;
  basis: string;
  units: { unit: string; role: string }[];
}

function factsOf(mark: SVGAElement | HTMLElement): Facts {
  const { section = '', basis = '', units = '' } = mark.dataset;
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
function matches(facts: Facts, { unit, role, section, basis }: Omit<Choice, 'highlight'>): boolean {
  return (
    [facts.section, ''].includes(section) &&
    [facts.basis, ''].includes(basis) &&
    facts.units.some((one) => ['', one.unit].includes(unit) && ['', one.role].includes(role))
  );
}

const none = { unit: '', role: '', section: '', basis: '' };

/** Follows the address, and the controls where there are any. */
export function followFilters(): void {
  const controls = document.querySelector<HTMLElement>('[data-filters]');
  const status = document.querySelector('[data-status]');
  const svg = document.querySelector<SVGSVGElement>('svg.timeline');
  if (!svg || !status) return;
  // A task without a day has no mark: its row in the table tells the same of it.
  const marks = [
    ...svg.querySelectorAll<SVGAElement>('a.mark'),
    ...document.querySelectorAll<HTMLElement>('tr[data-units]'),
  ];
  const tasks = marks.map((mark) => ({ mark, facts: factsOf(mark) }));

  /** Without values that no task has. */
  function known(choice: Choice): Choice {
    const { highlight, ...rest } = choice;
    const has = (one: Partial<typeof none>) => tasks.some(({ facts }) => matches(facts, { ...none, ...one }));
    for (const name of ['unit', 'role', 'section', 'basis'] as const) {
      if (!has({ [name]: rest[name] })) rest[name] = '';
    }
    return { ...rest, highlight: has({ unit: highlight }) ? highlight : '' };
  }

  function show(asked: Choice): Choice {
    const choice = known(asked);
    const kept = new Set<string>();
    let lit = 0;
    for (const { mark, facts } of tasks) {
      const inside = matches(facts, choice);
      const stands = choice.highlight !== '' && facts.units.some(({ unit }) => unit === choice.highlight);
      if (inside) kept.add(mark.dataset.task ?? '');
      if (stands && inside) lit++;
      if (mark instanceof HTMLElement) continue;
      mark.toggleAttribute('data-out', !inside);
      mark.toggleAttribute('data-lit', stands);
      if (inside) mark.removeAttribute('aria-hidden');
      else mark.setAttribute('aria-hidden', 'true');
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
    if (status) {
      status.textContent = [
        all ? `显示全部${tasks.length}项任务。` : `${tasks.length}项任务中，符合条件的有${kept.size}项。`,
        choice.highlight === '' ? '' : `其中突出的有${lit}项。`,
      ].join('');
    }
    svg?.dispatchEvent(new Event(CHANGED));
    return choice;
  }

  follow(NAMES, controls, show);
}
