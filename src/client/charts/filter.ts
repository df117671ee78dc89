/** Filters the timeline with its table, and marks the tasks of one unit. */
import { syncControls } from './controls.ts';
import { countMarks, prepareGroups } from './counts.ts';
import { embedChoice } from './embed.ts';
import { CHANGED } from './marks.ts';
import { writeAddress } from '../address.ts';

const FILTERS = ['unit', 'role', 'section', 'basis'] as const;
type Filters = Record<(typeof FILTERS)[number], string>;
type Choice = Filters & { highlight: string };

const NO_FILTERS: Filters = { unit: '', role: '', section: '', basis: '' };

/** A task, as the attributes of its row describe it. */
interface Facts {
  section: string;
  basis: string;
  units: { unit: string; role: string }[];
}

function factsOf({ dataset: { section = '', basis = '', units = '' } }: HTMLElement): Facts {
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
  const tasks = [...document.querySelectorAll<HTMLElement>('tr[data-units]')].map((row) => ({
    row,
    facts: factsOf(row),
    // A task without a day has none.
    mark: svg.querySelector<SVGAElement>(`a.mark[data-task="${row.dataset.task ?? ''}"]`),
  }));

  const countGroups = prepareGroups();
  /** The choice without values that no task has. */
  const known = ({ highlight, ...filters }: Choice): Choice => {
    const occurs = (one: Partial<Filters>) =>
      tasks.some(({ facts }) => matches(facts, { ...NO_FILTERS, ...one }));
    for (const name of FILTERS) if (!occurs({ [name]: filters[name] })) filters[name] = '';
    return { ...filters, highlight: occurs({ unit: highlight }) ? highlight : '' };
  };

  const show = (asked: Choice): Choice => {
    const choice = known(asked);
    let [kept, marked] = [0, 0];
    for (const { row, mark, facts } of tasks) {
      const inside = matches(facts, choice);
      const lit = choice.highlight !== '' && facts.units.some(({ unit }) => unit === choice.highlight);
      if (inside) kept++;
      if (inside && lit) marked++;
      row.hidden = !inside;
      for (const element of mark ? [row, mark] : [row]) element.toggleAttribute('data-lit', lit);
      mark?.toggleAttribute('data-out', !inside);
      if (inside) mark?.removeAttribute('aria-hidden');
      else mark?.setAttribute('aria-hidden', 'true');
    }
    const isNarrowed = kept < tasks.length;
    countGroups(isNarrowed || choice.highlight !== '');
    countMarks(svg);
    status.textContent = [
      isNarrowed ? `${tasks.length}项任务中，符合条件的有${kept}项。` : `显示全部${tasks.length}项任务。`,
      choice.highlight === '' ? '' : `其中标出的有${marked}项。`,
    ].join('');
    controls
      ?.querySelector('[data-clear]')
      ?.toggleAttribute('hidden', !isNarrowed && choice.highlight === '');
    const folded = controls?.querySelector('details');
    if (folded && FILTERS.some((name) => choice[name] !== '')) folded.open = true;
    embedChoice(writeAddress(choice));
    svg.dispatchEvent(new Event(CHANGED));
    return choice;
  };

  syncControls([...FILTERS, 'highlight'], controls, show);
}
