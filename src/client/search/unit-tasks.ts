import { matchesOn, type PreparedPage } from '../../search/exact-search.ts';
import type { NamedUnit } from '../../search/named-units.ts';
import { normalize } from '../../search/query.ts';
import type { UnitQuestion } from '../../search/question/unit-question.ts';
import type { Found } from './types.ts';

/** A task of the units that the query names, with the role of each. */
export function taskOfUnits(page: PreparedPage, units: NamedUnit[], asked: UnitQuestion | undefined): Found {
  const pairs = page.filters?.as ?? [];
  const own = units.flatMap(({ id, page: { title } }) => {
    const roles = pairs.flatMap((pair) => (pair.startsWith(`${id}:`) ? pair.slice(id.length + 1) : []));
    const wanted = asked?.names.find((one) => one.units.some((unit) => unit.id === id))?.as?.id;
    const role = roles.find((one) => one === wanted) ?? roles[0];
    return role === undefined ? [] : [{ name: title, role }];
  });
  return {
    page,
    matches: units.flatMap((one) => matchesOn(page, normalize(one.page.title))),
    reason: { by: 'units', units: own },
  };
}
