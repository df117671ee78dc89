/** Which units a query names, by the plan's name, by another name, or by a name of today. */
import type { NameOfToday } from '../plan/model.ts';
import { foldForms } from '../text/fold-forms.ts';
import { nameWithin, type Area } from './areas.ts';
import { normalize, type Phrases } from './query.ts';
import type { Entry, Field, TextPage } from './text-pages.ts';

/** A word for a level before a name, which people leave out: 区某局. */
const LEVEL = /^[省市区县州旗镇乡](?=.{2})/u;

/** How a query names a unit; `name` as the site has it. */
export type Naming =
  | { by: 'name' }
  | { by: 'alias' | 'pinyin'; name: string }
  | { by: 'today'; name: string; source: string; item?: string | undefined; part?: string | undefined };

export interface UnitNames {
  /** Id of the unit. */
  id: string;
  page: TextPage;
  /** Normalised, each with its meaning; the plan's own name first. */
  names: { chars: string; naming: Naming }[];
}

/** Collects the names of the units among these entries. */
export function unitNames(entries: Omit<Entry, 'id'>[], today: NameOfToday[]): UnitNames[] {
  return entries
    .filter(({ page }) => page.kind === 'unit')
    .map(({ page, notes }) => {
      // The address of a unit ends in its id.
      const id = page.url.split('/')[2] ?? '';
      const blocks = notes.flatMap((note) => note.blocks);
      const namedIn = (wanted: Field) =>
        blocks.filter(({ field }) => field === wanted).map(({ text }) => text);
      const named = (name: string, naming: Naming) => ({ chars: normalize(foldForms(name)), naming });
      return {
        ...{ id, page },
        names: [
          named(page.title, { by: 'name' }),
          named(page.title.replace(LEVEL, ''), { by: 'name' }),
          ...namedIn('alias').map((name) => named(name, { by: 'alias', name })),
          ...today.flatMap(({ names, source, item, units }) =>
            units
              .filter((unit) => unit.id === id)
              .flatMap(({ part }) =>
                names.map((name) => named(name, { by: 'today', name, source, item, part })),
              ),
          ),
        ],
      };
    });
}

export interface NamedUnit extends UnitNames {
  naming: Naming;
}

/** Whether the name of a unit contains a query, which makes its page an exact result. */
export const contains = ({ page }: UnitNames, { words }: Phrases): boolean =>
  words.every((word) => normalize(page.title).includes(word));

/** Whether a unit is meant as a whole, not for a part of its duties. */
export const isWhole = ({ naming }: NamedUnit): boolean => naming.by !== 'today' || naming.part === undefined;

/** The units that are called so, those first that are meant as a whole. */
export function unitsCalled(chars: string, units: UnitNames[]): NamedUnit[] {
  const called = units.flatMap((unit) => {
    const name = unit.names.find((one) => one.chars === chars);
    return name ? [{ ...unit, naming: name.naming }] : [];
  });
  const order = ({ naming }: NamedUnit) => ['name', 'alias', 'pinyin', 'today'].indexOf(naming.by);
  return called.sort((a, b) => Number(isWhole(b)) - Number(isWhole(a)) || order(a) - order(b));
}

/** The units whose name, the longest there is, stands in a text, and what the text says besides them and their area. */
export function unitsWithin(
  chars: string,
  units: UnitNames[],
  area: Area = [],
): { units: NamedUnit[]; name: string; rest: string } {
  const names = units.flatMap((unit) => unit.names.map((one) => one.chars));
  const within = nameWithin(chars, names, area);
  return within
    ? { units: unitsCalled(within.name, units), ...within }
    : { units: [], name: '', rest: chars };
}
