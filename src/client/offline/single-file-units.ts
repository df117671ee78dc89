/** Questions about units in the single-file edition, answered by its list of units. */
import type { Area } from '../../search/areas.ts';
import { withoutLevel } from '../../search/named-units.ts';
import { normalize } from '../../search/query.ts';
import { nameReader, withoutArea } from '../../search/question/known-names.ts';
import { foldForms } from '../../text/fold-forms.ts';

const ROLE = /牵头|配合|协办|协助|参与|参加|指导/u;
const DATE = /[\d年前]/u;

/** What a query asks of units, with all that answers it. */
interface UnitAnswer {
  /** What was looked for: 单位“甲局”、角色“牵头”. */
  how: string;
  /** Whether it asks for one unit in a role, which is answered so even where the plan has the same words. */
  isOfRole: boolean;
  /** The names of the plan. */
  names: string[];
  units: HTMLElement[];
  tasks: Element[];
}

/** Prepares the units of the page for any number of normalised queries. */
export function unitAnswers(area: Area): (chars: string) => UnitAnswer | undefined {
  const called = new Map<string, HTMLElement[]>();
  for (const unit of document.querySelectorAll<HTMLElement>('[aria-labelledby=units] article'))
    for (const { textContent } of unit.querySelectorAll('h4, [data-alias]')) {
      const chars = normalize(foldForms(textContent));
      for (const name of new Set([chars, withoutLevel(chars)]))
        called.set(name, [...new Set([...(called.get(name) ?? []), unit])]);
    }
  const read = nameReader(called.keys());
  return (chars) => {
    const asked = [chars, ...withoutArea(chars, area)].map(read).find((one) => one !== undefined);
    if (!asked || asked.names.length === 0 || DATE.test(asked.rest)) return undefined;
    const { names, rest } = asked;
    const role = ROLE.exec(rest)?.[0] ?? '';
    const sets = names.map((name) => (called.get(name) ?? []).flatMap((unit) => tasksOf(unit, role)));
    const units = [...new Set(names.flatMap((name) => called.get(name) ?? []))];
    const own = units.map((unit) => unit.querySelector('h4')?.textContent ?? '');
    return {
      how: `单位“${own.join('”“')}”${role === '' ? '' : `、角色“${role}”`}`,
      isOfRole: names.length === 1 && role !== '',
      names: own,
      units,
      tasks: (sets[0] ?? []).filter((task) => sets.every((tasks) => tasks.includes(task))),
    };
  };
}

/** The tasks under the headings of a unit that have the word for a role. */
function tasksOf(unit: Element, word: string): Element[] {
  return Array.from(unit.querySelectorAll<HTMLAnchorElement>('a[href^="#task-"]')).flatMap((link) => {
    const heading = link.closest('dd')?.previousElementSibling?.textContent ?? '';
    const task = heading.includes(word) && document.querySelector(link.hash);
    return task ? [task] : [];
  });
}
